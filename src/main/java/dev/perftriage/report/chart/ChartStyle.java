package dev.perftriage.report.chart;

import java.awt.Color;

/**
 * What all charts look like. Sizes are in pixels of a chart that is shown at its natural size.
 *
 * @param width how wide every chart is
 * @param background behind everything, so that a chart reads in light and dark surroundings
 * @param border around a chart
 * @param ink axes, labels and titles
 * @param muted captions and ticks
 * @param grid grid lines
 * @param regression marks of relevant regressions
 * @param improvement marks of relevant improvements
 * @param notRelevant marks of everything else
 * @param titleSize font size of titles
 * @param labelSize font size of everything else
 */
public record ChartStyle(
    int width,
    Color background,
    Color border,
    Color ink,
    Color muted,
    Color grid,
    Color regression,
    Color improvement,
    Color notRelevant,
    int titleSize,
    int labelSize) {

  /** The colours of Okabe and Ito, which people of any colour vision tell apart. */
  public static final ChartStyle STANDARD =
      new ChartStyle(
          800,
          new Color(0xFFFFFF),
          new Color(0xD0D7DE),
          new Color(0x1F2328),
          new Color(0x57606A),
          new Color(0xE3E6EA),
          new Color(0xD55E00),
          new Color(0x0072B2),
          new Color(0x9AA1A9),
          14,
          11);

  /** The colour of a change. */
  Color of(ChangeKind kind) {
    return switch (kind) {
      case REGRESSION -> regression;
      case IMPROVEMENT -> improvement;
      case NOT_RELEVANT -> notRelevant;
    };
  }
}
