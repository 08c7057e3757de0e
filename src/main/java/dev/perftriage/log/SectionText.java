package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import java.util.regex.Pattern;

/**
 * A block of text before the first entry of a section.
 *
 * @param words its text as a reader sees it
 * @param lines the lines that it occupies, with their line endings
 */
public record SectionText(String words, TextSpan lines) {

  private static final Pattern NO_ENTRIES =
      Pattern.compile(
          "(?:there (?:were|are|was|is) )?"
              + "(?:none|nothing|n/a|no(?: [a-z]+){0,3} (?:regressions?|improvements?|mixed"
              + "(?: results?| changes?)?|changes?|results?|entries)"
              + "|no(?: [a-z]+){0,2} mixed|no (?:regressions?|improvements?|entries|changes?))"
              + "(?: (?:this|the|for|in|during|to|of)(?: [a-z]+){0,3})?\\s*[.!]?",
          Pattern.CASE_INSENSITIVE);

  /** Whether it says that the section has no entries, such as "No regressions this week." */
  public boolean saysNone() {
    return saysNone(words);
  }

  /** Whether words say that a section has no entries. */
  public static boolean saysNone(String words) {
    return NO_ENTRIES.matcher(words).matches();
  }
}
