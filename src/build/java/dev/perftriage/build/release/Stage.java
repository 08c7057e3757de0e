package dev.perftriage.build.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * Lays out the jars, a Java of the program's own, and its class archive, before they are packed.
 */
public final class Stage {

  /** The first Java whose class archives do not depend on where the jar is. */
  private static final int RELOCATABLE_ARCHIVES = 19;

  private Stage() {}

  /**
   * Lays out the folders.
   *
   * @param args the project's folder, the time of all packed files, the folder to fill, and the
   *     folder to fill with the files of the container image, which needs Linux
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path project = Path.of(args[0]);
    FileTime time = FileTime.from(Instant.parse(args[1]));
    Path stage = Path.of(args[2]);
    Folders.delete(stage);
    Path lib = Files.createDirectories(stage.resolve("lib"));
    for (String name : List.of("perf-triage.jar", "perf-triage-build.jar")) {
      Path jar = lib.resolve(name);
      Files.copy(project.resolve("target").resolve(name), jar, StandardCopyOption.REPLACE_EXISTING);
      // A class archive fits one time of its jar, which must be the one it is unpacked with.
      Files.setLastModifiedTime(jar, time);
    }
    JavaRuntime runtime = JavaRuntime.link(stage.resolve("runtime"));
    if (Runtime.version().feature() >= RELOCATABLE_ARCHIVES) {
      Path archive = lib.resolve("perf-triage.jsa");
      runtime.archiveClasses(lib, project.resolve("samples"), archive);
      Files.setLastModifiedTime(archive, time);
    }
    if (System.getProperty("os.name").equals("Linux")) {
      Image.layOut(stage, Path.of(args[3]));
    }
  }
}
