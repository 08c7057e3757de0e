package dev.perftriage.build.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** What only {@link dev.perftriage.build.Rehearsal} needs. */
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

  /** Writes the class archive that lets the program start fast, as the launcher would. */
  void archiveClasses(Path lib, Path samples, Path archive)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("perf-triage");
    try {
      Path classes = work.resolve("classes");
      String jar = lib.resolve("perf-triage.jar").toString();
      java(
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-XX:DumpLoadedClassList=" + classes,
          "-cp",
          jar + System.getProperty("path.separator") + lib.resolve("perf-triage-build.jar"),
          "dev.perftriage.build.Rehearsal",
          samples.resolve("2025-11-03").toString(),
          samples.resolve("148193.json").toString(),
          work.toString());
      java(
          "-Xshare:dump",
          "-XX:+AOTClassLinking",
          "-XX:+UseSerialGC",
          "-XX:SharedClassListFile=" + classes,
          "-XX:SharedArchiveFile=" + archive,
          "-cp",
          jar);
    } finally {
      Folders.delete(work);
    }
  }

  private void java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/java").toString()));
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.addAll(List.of(arguments));
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
