package dev.perftriage.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites class files of the program's jar so that the program starts faster. */
public final class JarClasses {

  private JarClasses() {}

  /**
   * Rewrites them in place.
   *
   * @param arguments the jar
   * @throws IOException if the jar cannot be read or written; it stays as it was
   */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {path.toUri().toURL()});
        FileSystem jar = FileSystems.newFileSystem(path);
        Stream<Path> files = Files.walk(jar.getPath("/"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : classes) {
        byte[] before = Files.readAllBytes(file);
        byte[] after = RecordMethods.rewrite(OldClasses.rewrite(before, loader));
        if (!Arrays.equals(before, after)) {
          FileTime time = Files.getLastModifiedTime(file);
          Files.write(file, after);
          Files.setLastModifiedTime(file, time);
        }
      }
    }
  }
}
