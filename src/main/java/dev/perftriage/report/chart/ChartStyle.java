package dev.perftriage.report.chart;

import java.awt.Color;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The colours of all charts, and their widths in pixels. Orange means regression, blue improvement;
 * no other meaning has a colour. Texts have a contrast of at least 4.5 to the background and marks
 * of at least 3, in both themes.
 */
public final class ChartStyle {

  /** The usual width. */
  static final int WIDTH = 800;

  /** The width for phones. */
  static final int NARROW = 360;

  /** Up to this width, layouts stack what otherwise stands side by side. */
  private static final int NARROW_UP_TO = 520;

  static final Color BACKGROUND = new Color(0xFFFFFF);
  static final Color BORDER = new Color(0xD0D7DE);

  /** Reference lines, labels and titles. */
  static final Color INK = new Color(0x1F2328);

  /** Captions, ticks and notes. */
  static final Color MUTED = new Color(0x57606A);

  static final Color GRID = new Color(0xE3E6EA);

  /** Relevant regressions; distinct from improvements in every kind of colour blindness. */
  static final Color REGRESSION = new Color(0xB34700);

  /** Relevant improvements. */
  static final Color IMPROVEMENT = new Color(0x00629B);

  /** Marks that matter less: legible in both themes. */
  static final Color NOT_RELEVANT = new Color(0x7A828B);

  /** The variables of the page's style sheet that replace colours in a page. */
  private static final Map<Color, String> VARIABLES =
      Map.of(
          BACKGROUND, "paper",
          BORDER, "line",
          INK, "ink",
          MUTED, "muted",
          GRID, "grid",
          REGRESSION, "regression",
          IMPROVEMENT, "improvement");

  /** The colours of the light theme by variable. */
  private static final Map<String, String> LIGHT =
      VARIABLES.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, entry -> hex(entry.getKey())));

  private ChartStyle() {}

  /** Whether a layout stacks what otherwise stands side by side. */
  static boolean isNarrow(double width) {
    return width <= NARROW_UP_TO;
  }

  /** A colour for an SVG in a page: a variable of the page's, or the colour itself without one. */
  static String css(Color color) {
    String variable = VARIABLES.get(new Color(color.getRGB()));
    return variable == null ? hex(color) : "var(--" + variable + ")";
  }

  /** The colour of the light theme for a variable that {@link #css} names. */
  static String light(String variable) {
    return Objects.requireNonNull(LIGHT.get(variable), variable);
  }

  private static String hex(Color color) {
    return "#" + Integer.toHexString(0x1000000 | (color.getRGB() & 0xFFFFFF)).substring(1);
  }
}
