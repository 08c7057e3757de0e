package dev.perftriage.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** Rewrites picocli's messages about a command line as sentences that begin with the option. */
final class ParseSentences {

  private static final Pattern INVALID =
      Pattern.compile(
          "(?s)Invalid value for (?:option '(?<option>[^']*)'|positional parameter at index"
              + " [^ ]*)(?: \\((?<label>[^)]*)\\))?: (?<problem>.*)");
  private static final Pattern MISSING_VALUE =
      Pattern.compile(
          "Missing required parameter for option '(?<option>[^']*)' \\((?<label>.*)\\)");
  private static final Pattern UNMATCHED =
      Pattern.compile("(?s)Unmatched arguments? (?:at|from) index \\d+: (?<words>.*)");

  private ParseSentences() {}

  /** What is wrong, with the value and what is expected. */
  static String of(ParameterException error) {
    String message = String.valueOf(error.getMessage());
    Matcher invalid = INVALID.matcher(message);
    if (invalid.matches()) {
      String option = invalid.group("option");
      return (option == null ? invalid.group("label") : option) + ": " + invalid.group("problem");
    }
    Matcher missing = MISSING_VALUE.matcher(message);
    if (missing.matches()) {
      return missing.group("option") + " needs a value: " + missing.group("label") + ".";
    }
    Matcher unmatched = UNMATCHED.matcher(message);
    if (unmatched.matches()) {
      boolean wantsCommand = !error.getCommandLine().getSubcommands().isEmpty();
      return wantsCommand
          ? first(unmatched) + " is not a command."
          : "Unexpected argument: " + unmatched.group("words");
    }
    return message;
  }

  private static String first(MatchResult unmatched) {
    return unmatched.group(1).replaceFirst("(?s)(?<=.)', '.*", "'");
  }
}
