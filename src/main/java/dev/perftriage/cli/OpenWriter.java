package dev.perftriage.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;

/** Writes to standard output for as long as it takes text, which a {@code PrintWriter} hides. */
final class OpenWriter extends FilterWriter {

  private final PrintWriter printer;

  OpenWriter(PrintWriter printer) {
    super(printer);
    this.printer = printer;
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    super.write(text, from, length);
    if (printer.checkError()) {
      throw new ClosedException();
    }
  }

  /** Standard output takes no more text. */
  static final class ClosedException extends IOException {

    @Serial private static final long serialVersionUID = 1;

    ClosedException() {
      super("standard output takes no more text");
    }
  }
}
