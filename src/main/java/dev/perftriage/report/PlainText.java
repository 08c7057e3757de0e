package dev.perftriage.report;

import java.util.regex.Pattern;

/** Makes untrusted text safe to print on one line. */
public final class PlainText {

  private PlainText() {}

  /**
   * The text on one line, stripped: line breaks, control characters, bidirectional controls and
   * noncharacters become spaces.
   */
  public static String onOneLine(String text) {
    return (isPlain(text) ? text : Unfit.PATTERN.matcher(text).replaceAll(" ")).strip();
  }

  /**
   * Whether the text is printable ASCII, as nearly every name is. A comparison has thousands, and
   * early in a run the pattern takes 10 µs for each.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Compiles the pattern only when it is needed. */
  private static final class Unfit {

    /**
     * Line breaks, control characters, unpaired surrogates, bidirectional controls, and the last
     * two code points of every plane, which XML forbids.
     */
    private static final Pattern PATTERN =
        Pattern.compile(
            "\r\n|[[^ -~]&&[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069"
                + "[\\p{IsNoncharacter_Code_Point}&&[^\uFDD0-\uFDEF]]]]");
  }
}
