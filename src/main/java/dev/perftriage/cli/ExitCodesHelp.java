package dev.perftriage.cli;

/** The exit codes as help shows them. */
final class ExitCodesHelp {

  static final String HEADING = "%nExit codes:%n";
  static final String DONE = "0:done";
  static final String GATE = "1:a gate or check tripped";
  static final String USAGE = "2:the command line is wrong, or a file would be overwritten";
  static final String DATA = "3:data are missing or incomplete; what there is was written";
  static final String BUG = "70:a bug in perf-triage";

  private ExitCodesHelp() {}
}
