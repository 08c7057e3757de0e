package dev.perftriage.report;

import java.util.regex.Pattern;

/** Text from outside, made fit to stand within one line. */
public final class PlainText {

  /**
   * Line breaks, control characters, halves of surrogate pairs, those that change the direction of
   * what follows, and the last two places of every plane, which no XML may hold.
   */
  private static final Pattern UNFIT =
      Pattern.compile(
          "\r\n|[[^ -~]&&[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202A-\u202E\u2066-\u2069"
              + "[\\p{IsNoncharacter_Code_Point}&&[^\uFDD0-\uFDEF]]]]");

  private PlainText() {}

  /**
   * The text on one line: a line break, a control character, one that changes the direction of what
   * follows or one that Unicode says is none becomes a space, and no space is left at the ends.
   */
  public static String onOneLine(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }
}
