package dev.perftriage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that lie beside the project on some machines; a test that needs one is skipped elsewhere.
 */
public final class Shared {

  private Shared() {}

  /** A file or folder of the shared ones. */
  public static Path path(String name) {
    Path path = Path.of("../shared").resolve(name);
    assumeTrue(Files.exists(path), () -> path + " is not here");
    return path;
  }
}
