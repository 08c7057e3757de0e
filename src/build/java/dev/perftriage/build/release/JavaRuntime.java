package dev.perftriage.build.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A Java with no more than the program needs, linked from the one that runs the build.
 *
 * @param folder where it is
 */
record JavaRuntime(Path folder) {

  /**
   * The modules that {@code jdeps --print-module-deps} finds in the jar, and those that are found
   * only at run time: elliptic curves, with which most servers encrypt.
   */
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.sql,jdk.crypto.ec,jdk.unsupported";

  /** What only {@link dev.perftriage.build.Rehearsal} needs, for archives of the launcher. */
  private static final String OF_REHEARSAL = "jdk.httpserver";

  /**
   * Links a runtime, uncompressed, so that it starts faster; the archive is compressed anyway. In a
   * process of its own, jlink writes the same bytes each time.
   */
  static JavaRuntime link(Path folder) throws IOException, InterruptedException {
    run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--add-modules",
            MODULES + "," + OF_REHEARSAL,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            folder.toString()));
    return new JavaRuntime(folder);
  }

  /**
   * Writes the class archive that lets the program start fast, the same bytes each time: with the
   * classes that commands without a network load, and all of the HTTP client, because which of them
   * a request loads depends on when it is answered. Linked classes, which the launcher archives,
   * would differ.
   */
  void archiveClasses(Path lib, Path samples, Path archive)
      throws IOException, InterruptedException {
    Path jar = lib.resolve("perf-triage.jar").toAbsolutePath();
    Path work = Files.createTempDirectory("perf-triage");
    String week = samples.resolve("2025-11-03").toAbsolutePath().toString();
    String comparison = samples.resolve("148193.json").toAbsolutePath().toString();
    String report = work.resolve("report.md").toString();
    try {
      TreeSet<String> classes = new TreeSet<>(httpClient(jar));
      for (List<String> command :
          List.of(
              List.of("--help"),
              List.of("compare", "--input", comparison, "--color", "always"),
              List.of("report", "--offline", "--store", week, "-o", "-"),
              List.of(
                  ("report --offline --annotate --charts --html -o " + report + " --store " + week)
                      .split(" ")))) {
        classes.addAll(loadedBy(jar, work.resolve("classes"), command));
      }
      Path list = Files.write(work.resolve("all-classes"), classes);
      java(
          List.of(
              "-Xshare:dump",
              "-XX:+UseSerialGC",
              "-XX:SharedClassListFile=" + list,
              "-XX:SharedArchiveFile=" + archive,
              "-cp",
              jar.toString()));
    } finally {
      Folders.delete(work);
    }
  }

  private List<String> loadedBy(Path jar, Path list, List<String> command)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "-XX:+UseSerialGC",
                "-XX:DumpLoadedClassList=" + list,
                "-cp",
                jar.toString(),
                "dev.perftriage.cli.Main"));
    arguments.addAll(command);
    java(arguments);
    return Files.readAllLines(list).stream()
        // Comments, and hints about constant pools, which depend on the order of events.
        .filter(line -> !line.startsWith("#") && !line.startsWith("@cp"))
        .map(line -> line.replaceFirst(" id: \\d+$", ""))
        .toList();
  }

  private static List<String> httpClient(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.matches("(okhttp3|okio)/.*\\.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }

  private void java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/java").toString()));
    command.addAll(arguments);
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + output);
    }
  }
}
