package dev.perftriage.report;

import java.util.regex.Pattern;

/** Makes untrusted text safe to print on one line. */
public final class PlainText {

  /**
   * Line breaks, control characters, unpaired surrogates, bidirectional controls, and the last two
   * code points of every plane, which XML forbids.
   */
  private static final Pattern UNFIT =
      Pattern.compile(
          "\r\n|[[^ -~]&&[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069"
              + "[\\p{IsNoncharacter_Code_Point}&&[^\uFDD0-\uFDEF]]]]");

  private PlainText() {}

  /**
   * The text on one line, stripped: line breaks, control characters, bidirectional controls and
   * noncharacters become spaces.
   */
  public static String onOneLine(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }
}
