package dev.perftriage.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fonts bundled with the program, so that charts look the same on every machine. Text is
 * measured without hinting, so its width does not depend on the device.
 */
public final class ChartFonts {

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
  private static final Font REGULAR = load("DejaVuSans.ttf");
  private static final Font BOLD = load("DejaVuSans-Bold.ttf").deriveFont(Font.BOLD);

  private static final double LINE_HEIGHT = 1.25;

  /** The most characters of a text that are measured. */
  private static final int LONGEST = 1000;

  /** Stands for signs without a glyph. */
  private static final char MISSING = '•';

  /** Joins several emoji to one. */
  private static final int JOINER = 0x200D;

  /** The font for everything except titles. */
  static final Font LABEL = regular(11);

  static final Font BOLD_LABEL = bold(11);
  static final Font TITLE = bold(14);

  /** The font of what a chart asks and what it was drawn from. */
  static final Font QUESTION = regular(12);

  private ChartFonts() {}

  /** The regular font, in a size in pixels. */
  public static Font regular(int size) {
    return REGULAR.deriveFont((float) size);
  }

  /** The bold font, in a size in pixels. */
  public static Font bold(int size) {
    return BOLD.deriveFont((float) size);
  }

  /** The width of a label, in pixels. */
  static double width(String label) {
    return width(label, LABEL);
  }

  /** The width of the widest label, in pixels; 0 without labels. */
  static double widest(Stream<String> labels) {
    return labels.mapToDouble(ChartFonts::width).max().orElse(0);
  }

  static double width(String text, Font font) {
    return width(runs(text, font));
  }

  static double width(List<Run> runs) {
    return runs.stream().mapToDouble(Run::width).sum();
  }

  /** The height of a line of a paragraph, in pixels. */
  static double lineHeight(Font font) {
    return LINE_HEIGHT * font.getSize2D();
  }

  /**
   * The lines of a paragraph, at least one: wrapped at spaces, with any word wider than a line
   * shortened in the middle.
   *
   * @param widest in pixels
   */
  static List<String> lines(String paragraph, Font font, double widest) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : paragraph.strip().split(" +", -1)) {
      String fitting = fitted(word, font, widest);
      String longer = line.isEmpty() ? fitting : line + " " + fitting;
      if (width(longer, font) > widest) {
        lines.add(line);
        longer = fitting;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /**
   * The text with a bullet for each emoji that no bundled font has, for pictures, which would show
   * a box; joiners and selectors between emoji are left out. An SVG keeps the text as it is: who
   * shows it has more fonts.
   */
  static String drawable(String text, Font font) {
    if (font.canDisplayUpTo(text) < 0) {
      return text;
    }
    StringBuilder drawable = new StringBuilder();
    boolean isMissing = false;
    for (int sign : text.codePoints().toArray()) {
      if (sign == JOINER || isSelector(sign)) {
        continue;
      }
      boolean hasGlyph = font.canDisplay(sign) || Fallback.of(font).canDisplay(sign);
      if (hasGlyph) {
        drawable.appendCodePoint(sign);
      } else if (!isMissing) {
        drawable.append(MISSING);
      }
      isMissing = !hasGlyph;
    }
    return drawable.toString();
  }

  /** Whether it chooses how the sign before it is shown: in colour, or with another skin. */
  private static boolean isSelector(int sign) {
    return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0x1F3FB && sign <= 0x1F3FF);
  }

  /** Splits a text into runs that one font can display. */
  static List<Run> runs(String text, Font font) {
    if (!text.isEmpty() && font.canDisplayUpTo(text) < 0) {
      return List.of(Run.of(text, font));
    }
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      boolean usual = font.canDisplay(text.codePointAt(from));
      int to = from;
      while (to < text.length() && font.canDisplay(text.codePointAt(to)) == usual) {
        to += Character.charCount(text.codePointAt(to));
      }
      runs.add(Run.of(text.substring(from, to), usual ? font : Fallback.of(font)));
      from = to;
    }
    return runs;
  }

  static String fitted(String label, double widest) {
    return fitted(label, LABEL, widest);
  }

  /**
   * A text, shortened in the middle if it is too wide, because names differ at both ends.
   *
   * @param widest in pixels
   */
  static String fitted(String text, Font font, double widest) {
    // No chart has space for more, and a name from a service may have any length.
    boolean isLong = text.length() > LONGEST;
    if (!isLong && width(text, font) <= widest) {
      return text;
    }
    int[] signs = (isLong ? ends(text) : text).codePoints().toArray();
    // The most signs that fit, found by halving.
    if (signs.length <= 2) {
      return text;
    }
    int fitting = 1;
    int tooMany = signs.length - 1;
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) / 2;
      if (width(cut(signs, middle), font) <= widest) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return cut(signs, fitting);
  }

  /** The first and the last of many characters. */
  private static String ends(String text) {
    return text.substring(0, LONGEST / 2) + text.substring(text.length() - LONGEST / 2);
  }

  private static String cut(int[] signs, int kept) {
    int head = (kept + 1) / 2;
    return new String(signs, 0, head)
        + "…"
        + new String(signs, signs.length - (kept - head), kept - head);
  }

  private static Font load(String name) {
    try (InputStream file = ChartFonts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its font " + name);
      }
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the program's font " + name + " is broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Unpacking the font " + name + " failed", e);
    }
  }

  /**
   * A piece of text in one font.
   *
   * @param text not empty
   * @param width in pixels
   */
  record Run(String text, Font font, double width) {

    private static Run of(String text, Font font) {
      return new Run(text, font, font.getStringBounds(text, UNHINTED).getWidth());
    }
  }

  /** The large font for characters that the regular one lacks, loaded on first use. */
  private static final class Fallback {
    private static final Font FONT = load("DroidSansFallback.ttf");

    static Font of(Font usual) {
      return FONT.deriveFont(usual.getSize2D());
    }
  }
}
