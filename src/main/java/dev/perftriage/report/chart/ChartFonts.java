package dev.perftriage.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.text.TextUtils;

/**
 * The fonts that come with the program, so that charts look the same on a machine without any. Text
 * is measured without hinting, hence alike for every device.
 */
public final class ChartFonts {

  static {
    // What it works around went with Java 1.4; it lays glyphs out one by one, and draws outlines.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
  private static final Font REGULAR = load("DejaVuSans.ttf");
  private static final Font BOLD = load("DejaVuSans-Bold.ttf").deriveFont(Font.BOLD);

  private ChartFonts() {}

  /** The usual font, in a size in pixels. */
  public static Font regular(int size) {
    return REGULAR.deriveFont((float) size);
  }

  /** The bold font, in a size in pixels. */
  public static Font bold(int size) {
    return BOLD.deriveFont((float) size);
  }

  /** How wide a text is, in pixels. */
  static double width(String text, Font font) {
    return width(runs(text, font));
  }

  /** How wide the pieces of a text are together, in pixels. */
  static double width(List<Run> runs) {
    double width = 0;
    for (Run run : runs) {
      width += run.width();
    }
    return width;
  }

  /** A text cut into pieces that one font each can show. */
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

  /**
   * A text, cut in the middle where it is wider than there is room for: names differ at both ends.
   *
   * @param widest in pixels
   */
  static String fitted(String text, Font font, double widest) {
    if (width(text, font) <= widest) {
      return text;
    }
    int[] signs = text.codePoints().toArray();
    int kept = signs.length - 1;
    String cut = text;
    while (kept > 1 && width(cut, font) > widest) {
      kept--;
      int head = (kept + 1) / 2;
      cut =
          new String(signs, 0, head)
              + "…"
              + new String(signs, signs.length - (kept - head), kept - head);
    }
    return cut;
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
   * Some text in one font.
   *
   * @param text not empty
   * @param width how wide it is, in pixels
   */
  record Run(String text, Font font, double width) {

    private static Run of(String text, Font font) {
      return new Run(text, font, font.getStringBounds(text, UNHINTED).getWidth());
    }
  }

  /** The large font of signs that the usual one lacks; loaded when it is needed. */
  private static final class Fallback {
    private static final Font FONT = load("DroidSansFallback.ttf");

    static Font of(Font usual) {
      return FONT.deriveFont(usual.getSize2D());
    }
  }
}
