package dev.perftriage.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rewrites class files of the program's jar so that the program starts faster. */
public final class JarClasses {

  private static final String PROGRAM = "dev/perftriage/";
  private static final String SUFFIX = ".class";

  private JarClasses() {}

  /**
   * Rewrites the classes in place.
   *
   * @param arguments the path of the jar
   * @throws IOException if the jar cannot be read or written; it stays as it was
   */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {path.toUri().toURL()});
        FileSystem jar = FileSystems.newFileSystem(path);
        Stream<Path> files = Files.walk(jar.getPath("/"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
      Map<String, byte[]> program = new LinkedHashMap<>();
      for (Path file : classes) {
        String name = file.toString().substring(1, file.toString().length() - SUFFIX.length());
        byte[] before = Files.readAllBytes(file);
        byte[] after = RecordMethods.rewrite(OldClasses.rewrite(before, loader));
        if (name.startsWith(PROGRAM)) {
          program.put(name, after);
        } else if (!Arrays.equals(before, after)) {
          write(file, after, Files.getLastModifiedTime(file));
        }
      }
      FileTime time = Files.getLastModifiedTime(jar.getPath("/" + PROGRAM));
      for (Map.Entry<String, byte[]> file : LambdaClasses.rewrite(program).entrySet()) {
        write(jar.getPath("/" + file.getKey() + SUFFIX), file.getValue(), time);
      }
    }
  }

  private static void write(Path file, byte[] content, FileTime time) throws IOException {
    Files.write(file, content);
    // Jars record three times, and two builds must make the same jar.
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, time);
  }
}
