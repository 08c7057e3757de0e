package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs that are files. Run the tests with {@code -Dgolden.update=true} to rewrite them,
 * then read the difference before committing it.
 */
public final class Golden {

  private Golden() {}

  /** Compares an output with a file, byte for byte. */
  public static void assertEquals(String actual, Path file) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(actual);
  }
}
