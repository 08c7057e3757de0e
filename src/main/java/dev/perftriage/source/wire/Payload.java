package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service answered, as it came, decompressed. */
public final class Payload {

  private final byte[] bytes;
  private final String origin;

  /** An answer; the file or URL it comes from can begin an error message. */
  public Payload(byte[] bytes, String origin) {
    this.bytes = bytes;
    this.origin = origin;
  }

  /** An answer in a file; a {@link DataException} where that cannot be read. */
  public static Payload ofFile(Path file) {
    try {
      return new Payload(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** The answer itself, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The file or URL it comes from, fit for the beginning of an error message. */
  public String origin() {
    return origin;
  }
}
