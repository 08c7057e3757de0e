package dev.perftriage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Comparisons and stores that tests read, of which large files are compressed. */
public final class Recordings {

  private static final Path CASES =
      Path.of("src/test/resources/dev/perftriage/cases").toAbsolutePath();
  private static final String COMPRESSED = ".gz";

  private Recordings() {}

  /** Writes all of them into a folder, uncompressed. */
  public static void unpack(Path to) throws IOException {
    unpack(CASES, to);
  }

  /** Writes the files of one store into a folder, uncompressed. */
  public static void unpackStore(String name, Path to) throws IOException {
    unpack(CASES.resolve(name), to);
  }

  private static void unpack(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        boolean isCompressed = name.endsWith(COMPRESSED);
        Path copy =
            to.resolve(
                isCompressed ? name.substring(0, name.length() - COMPRESSED.length()) : name);
        Files.createDirectories(copy.getParent());
        try (InputStream in = Files.newInputStream(file)) {
          Files.copy(isCompressed ? new GZIPInputStream(in) : in, copy);
        }
      }
    }
  }
}
