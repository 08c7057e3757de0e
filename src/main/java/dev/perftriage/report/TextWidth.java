package dev.perftriage.report;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The width of text on a terminal, in columns: wide characters, such as Chinese ones and emoji,
 * take two, and combining ones none.
 */
public final class TextWidth {

  private static final int SOFT_HYPHEN = 0xAD;

  private TextWidth() {}

  /** The width of a text on one line. */
  public static int of(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      width += of(text.codePointAt(at));
    }
    return width;
  }

  /** The text if it fits, else its beginning and {@code …}, not wider than {@code most} columns. */
  public static String cut(String text, int most) {
    if (text.length() <= most / 2 || of(text) <= most) {
      return text;
    }
    int width = 0;
    int at = 0;
    while (width + of(text.codePointAt(at)) <= most - 1) {
      width += of(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(0, at) + "…";
  }

  /** The text followed by spaces up to a width. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int of(int character) {
    if (character < SOFT_HYPHEN) {
      return 1;
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.FORMAT -> character == SOFT_HYPHEN ? 1 : 0;
      default -> Wide.includes(character) ? 2 : isMedialJamo(character) ? 0 : 1;
    };
  }

  /** Whether it is the vowel or the end of a Korean syllable, which joins the consonant before. */
  private static boolean isMedialJamo(int character) {
    return character >= 0x1160 && character <= 0x11FF;
  }

  /** The wide characters, read only when text has others than those of Latin-1. */
  private static final class Wide {

    /** East Asian Width W and F of Unicode 14, in hexadecimal; unassigned gaps are included. */
    private static final String RANGES =
        "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 "
            + "267F 2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA "
            + "26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C "
            + "2B50 2B55 2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C AC00-D7A3 F900-FAD9 "
            + "FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-18D08 1AFF0-1B2FB 1F004 1F0CF "
            + "1F18E 1F191-1F19A 1F200-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA "
            + "1F3CF-1F3D3 1F3E0-1F3F0 1F3F4 1F3F8-1F43E 1F440 1F442-1F4FC 1F4FF-1F53D "
            + "1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC "
            + "1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7F0 1F90C-1F93A "
            + "1F93C-1F945 1F947-1F9FF 1FA70-1FAF6 20000-3FFFD";

    private static final NavigableMap<Integer, Integer> LAST_BY_FIRST = new TreeMap<>();

    static {
      Arrays.stream(RANGES.split(" "))
          .map(range -> range.split("-"))
          .forEach(
              ends ->
                  LAST_BY_FIRST.put(
                      Integer.valueOf(ends[0], 16), Integer.valueOf(ends[ends.length - 1], 16)));
    }

    static boolean includes(int character) {
      Map.Entry<Integer, Integer> range = LAST_BY_FIRST.floorEntry(character);
      return range != null && character <= range.getValue();
    }
  }
}
