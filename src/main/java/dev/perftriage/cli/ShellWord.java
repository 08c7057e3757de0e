package dev.perftriage.cli;

import java.util.regex.Pattern;

/** Words of commands that are printed to be pasted into a POSIX shell. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\w./+:@%=-]+");

  private ShellWord() {}

  /** A word, in quotation marks unless the shell reads it as it is. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
