package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's response as received, decompressed. */
public final class Payload {

  private final byte[] bytes;
  private final String origin;

  /** A response; {@code origin} is the file or URL it comes from, to begin an error message. */
  public Payload(byte[] bytes, String origin) {
    this.bytes = bytes;
    this.origin = origin;
  }

  /** A response in a file; throws a {@link DataException} if it cannot be read. */
  public static Payload ofFile(Path file) {
    try {
      return new Payload(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** A response in a stream; throws a {@link DataException} if it cannot be read. */
  public static Payload ofStream(InputStream in, String origin) {
    try {
      return new Payload(in.readAllBytes(), origin);
    } catch (IOException e) {
      throw new DataException("Reading " + origin + " failed: " + IoReasons.of(e), e);
    }
  }

  /** The content, which must not be modified. */
  public byte[] bytes() {
    return bytes;
  }

  /** The file or URL it comes from, fit for the beginning of an error message. */
  public String origin() {
    return origin;
  }
}
