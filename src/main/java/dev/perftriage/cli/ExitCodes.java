package dev.perftriage.cli;

/** The program's exit codes and their descriptions in help. */
final class ExitCodes {

  static final int DONE = 0;

  /** A gate tripped or a check found something. */
  static final int GATE = 1;

  /** A usage error, or a file would be overwritten. */
  static final int USAGE = 2;

  /** Data missing or incomplete; available results were written. */
  static final int DATA = 3;

  /** A bug in perf-triage. */
  static final int BUG = 70;

  static final String HELP_DONE = DONE + ":done";
  static final String HELP_GATE = GATE + ":a gate tripped or a check found something";
  static final String HELP_USAGE = USAGE + ":usage error, or a file would be overwritten";
  static final String HELP_DATA =
      DATA + ":data missing or incomplete; available results were written";
  static final String HELP_BUG = BUG + ":a bug in perf-triage";

  private ExitCodes() {}
}
