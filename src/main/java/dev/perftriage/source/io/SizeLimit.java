package dev.perftriage.source.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The maximum size of an input, so that a device or a file of any size cannot exhaust memory.
 *
 * @param bytes at most {@link #LARGEST}
 * @param advice what to do about a larger input, to end a sentence
 */
public record SizeLimit(long bytes, String advice) {

  /** The largest array of bytes that every Java can allocate, less the byte that tells of more. */
  public static final long LARGEST = Integer.MAX_VALUE - 16L;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is too large
   */
  public byte[] read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > bytes) {
      throw tooLarge();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = new byte[(int) size];
      int length = in.readNBytes(content, 0, content.length);
      int next = in.read();
      if (next >= 0) {
        return longer(content, next, in);
      }
      return length == content.length ? content : Arrays.copyOf(content, length);
    }
  }

  /** The rest of a pipe or device, whose size is unknown, or of a file that has grown meanwhile. */
  private byte[] longer(byte[] begin, int next, InputStream in) throws IOException {
    byte[] rest = in.readNBytes((int) (bytes - begin.length));
    if (rest.length == bytes - begin.length) {
      throw tooLarge();
    }
    byte[] whole = Arrays.copyOf(begin, begin.length + 1 + rest.length);
    whole[begin.length] = (byte) next;
    System.arraycopy(rest, 0, whole, begin.length + 1, rest.length);
    return whole;
  }

  /**
   * Reads a stream to its end.
   *
   * @throws IOException if it cannot be read or is too large
   */
  public byte[] read(InputStream in) throws IOException {
    byte[] content = in.readNBytes((int) (bytes + 1));
    if (content.length > bytes) {
      throw tooLarge();
    }
    return content;
  }

  private IOException tooLarge() {
    return new IOException("it is larger than " + bytes + " bytes; " + advice);
  }
}
