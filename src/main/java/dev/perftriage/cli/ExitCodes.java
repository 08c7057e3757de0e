package dev.perftriage.cli;

/** What the program's exit codes mean. */
final class ExitCodes {

  /** Done. */
  static final int DONE = 0;

  /** A gate or check tripped. */
  static final int GATE = 1;

  /** The command line is wrong, or an answer would overwrite a file. */
  static final int USAGE = 2;

  /** Data are missing or incomplete; what could be written was written. */
  static final int DATA = 3;

  /** A bug of ours. */
  static final int BUG = 70;

  private ExitCodes() {}
}
