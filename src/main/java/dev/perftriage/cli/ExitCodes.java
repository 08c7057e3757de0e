package dev.perftriage.cli;

/** What the program's exit codes mean, and how help says so. */
final class ExitCodes {

  static final int DONE = 0;

  /** A gate or check tripped. */
  static final int GATE = 1;

  /** The command line is wrong, or an answer would overwrite a file. */
  static final int USAGE = 2;

  /** Data are missing or incomplete; what could be written was written. */
  static final int DATA = 3;

  /** A bug of ours. */
  static final int BUG = 70;

  static final String HELP_DONE = DONE + ":done";
  static final String HELP_GATE = GATE + ":a gate tripped or a check found something";
  static final String HELP_USAGE = USAGE + ":usage error, or a file would be overwritten";
  static final String HELP_DATA =
      DATA + ":data missing or incomplete; available results were written";
  static final String HELP_BUG = BUG + ":a bug in perf-triage";

  private ExitCodes() {}
}
