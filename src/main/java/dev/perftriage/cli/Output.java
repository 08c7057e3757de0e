package dev.perftriage.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;

/**
 * Standard output and standard error: everything that the program prints. No other class prints,
 * because text from outside must not control the terminal.
 */
final class Output {

  private static final String BACK_AND_ERASE = "\r\u001b[K";

  private final PrintWriter results;
  private final PrintWriter messages;

  /** Standard error as it is, for the sequences of the program's own. */
  private final PrintWriter controls;

  /** Shows long results; empty if standard output is not this process's terminal. */
  private final Optional<Pager> pager;

  /**
   * Prints to two streams.
   *
   * @param toTerminal whether standard output is a terminal; a file or a pipe gets results
   *     unchanged
   */
  Output(Writer out, Writer err, boolean toTerminal) {
    this(out, err, toTerminal, Optional.empty());
  }

  /** Prints to two streams, and shows long results by a pager. */
  Output(Writer out, Writer err, boolean toTerminal, Optional<Pager> pager) {
    this.pager = pager;
    results = new PrintWriter(toTerminal ? new PlainWriter(out, true) : out);
    messages = new PrintWriter(new PlainWriter(err, false), true);
    controls = new PrintWriter(err);
  }

  /** Standard output, which the caller flushes. */
  PrintWriter results() {
    return results;
  }

  /** The pager that long results are to be shown by. */
  Optional<Pager> pager() {
    return pager;
  }

  /** Standard error. */
  PrintWriter messages() {
    return messages;
  }

  /** Replaces the last line on standard error, which is a terminal. */
  void replaceLine(String line) {
    controls.print(BACK_AND_ERASE);
    controls.flush();
    messages.print(line);
    messages.flush();
  }
}
