package dev.perftriage.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The exit codes as help shows them. */
final class ExitCodesHelp {

  static final String HEADING = "%nExit codes:%n";
  static final String DONE = "0:done";
  static final String GATE = "1:a gate or check tripped";
  static final String USAGE = "2:the command line is wrong, or a file would be overwritten";
  static final String DATA = "3:data are missing or incomplete; what there is was written";
  static final String BUG = "70:a bug in perf-triage";

  private ExitCodesHelp() {}

  /** All of them by what they mean, in order. */
  static Map<String, String> all() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String line : List.of(DONE, GATE, USAGE, DATA, BUG)) {
      int colon = line.indexOf(':');
      meanings.put(line.substring(0, colon), line.substring(colon + 1));
    }
    return meanings;
  }
}
