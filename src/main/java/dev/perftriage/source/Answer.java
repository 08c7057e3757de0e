package dev.perftriage.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service answered, as it came, decompressed. */
final class Answer {

  private final byte[] bytes;
  private final String origin;

  /**
   * An answer.
   *
   * @param origin the file or URL it comes from, fit for the beginning of an error message
   */
  Answer(byte[] bytes, String origin) {
    this.bytes = bytes;
    this.origin = origin;
  }

  /**
   * An answer that was saved to a file.
   *
   * @throws DataException where the file cannot be read
   */
  static Answer ofFile(Path file) {
    try {
      return new Answer(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** The answer itself, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** The file or URL it comes from, fit for the beginning of an error message. */
  String origin() {
    return origin;
  }
}
