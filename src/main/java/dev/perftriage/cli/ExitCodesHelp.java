package dev.perftriage.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The exit codes as help shows them. */
final class ExitCodesHelp {

  static final String DONE = "0:done";
  static final String GATE = "1:a gate tripped or a check found something";
  static final String USAGE = "2:usage error, or a file would be overwritten";
  static final String DATA = "3:data missing or incomplete; available results were written";
  static final String BUG = "70:a bug in perf-triage";

  private ExitCodesHelp() {}

  /** Makes a command's help list every code. */
  static void listAll(CommandSpec command) {
    list(command, DONE, GATE, USAGE, DATA, BUG);
  }

  /** Makes a command's help list the codes that it can exit with. */
  static void list(CommandSpec command, String... codes) {
    command
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(codes));
  }
}
