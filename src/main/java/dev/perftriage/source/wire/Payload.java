package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.io.InputStream;
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

  /** A response in a file; throws a {@link DataException} if it cannot be read or is too large. */
  public static Payload ofFile(Path file, SizeLimit limit) {
    try {
      return new Payload(limit.read(file), file.toString());
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** A response in a stream, likewise. */
  public static Payload ofStream(InputStream in, String origin, SizeLimit limit) {
    try {
      return new Payload(limit.read(in), origin);
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
