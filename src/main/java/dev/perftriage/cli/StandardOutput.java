package dev.perftriage.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that records why writing failed, because a {@code PrintWriter} does not. */
final class StandardOutput extends FilterOutputStream {

  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Why writing failed; empty if it did not, or if the reader closed the pipe. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure)
        .filter(e -> !String.valueOf(e.getMessage()).contains("Broken pipe"));
  }
}
