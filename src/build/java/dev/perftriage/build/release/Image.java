package dev.perftriage.build.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The files of a container image without a base image: the program, its Java, and the libraries of
 * the system that this Java needs. There is no shell in it.
 */
final class Image {

  private static final String HOME = "opt/perf-triage";

  /** A line of {@code ldd}: the name of a library, or nothing, and where it is. */
  private static final Pattern LIBRARY = Pattern.compile("(?m)^\\s+(?:\\S+ => )?(/\\S+) \\(0x");

  private Image() {}

  /** Fills a folder with the files of the image. */
  static void layOut(Path stage, Path image) throws IOException, InterruptedException {
    Folders.delete(image);
    Path home = Files.createDirectories(image.resolve(HOME));
    for (String part : new String[] {"runtime", "lib"}) {
      Folders.copy(stage.resolve(part), home.resolve(part));
    }
    Files.delete(home.resolve("lib/perf-triage-build.jar"));
    for (String library : libraries(stage.resolve("runtime"))) {
      Path copy = image.resolve(library.substring(1));
      Files.createDirectories(copy.getParent());
      Files.write(copy, Files.readAllBytes(Path.of(library)));
    }
    for (String folder : new String[] {"cache", "data", "tmp"}) {
      Files.createDirectories(image.resolve(folder));
    }
    Path etc = Files.createDirectories(image.resolve("etc"));
    Files.writeString(
        etc.resolve("passwd"), "perf-triage:x:65532:65532:perf-triage:/data:/nonexistent\n");
  }

  /** The libraries that files of a runtime load, except its own and those of a display. */
  private static Set<String> libraries(Path runtime) throws IOException, InterruptedException {
    Set<String> libraries = new TreeSet<>();
    for (Path file : Folders.walk(runtime)) {
      String name = file.getFileName().toString();
      boolean isLoaded = name.endsWith(".so") || name.equals("java") || name.equals("jspawnhelper");
      if (isLoaded && !name.matches("lib(awt_xawt|jawt|splashscreen|jsound)\\.so")) {
        Process ldd =
            new ProcessBuilder("ldd", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ldd.waitFor();
        for (MatchResult found : LIBRARY.matcher(output).results().toList()) {
          if (!found.group(1).startsWith(runtime.toString())) {
            libraries.add(found.group(1));
          }
        }
      }
    }
    return libraries;
  }
}
