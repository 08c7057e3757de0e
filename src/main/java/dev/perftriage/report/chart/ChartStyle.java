package dev.perftriage.report.chart;

import java.awt.Color;

/** The colours of all charts, and their width in pixels at their natural size. */
public final class ChartStyle {

  static final int WIDTH = 800;

  /** Opaque, so that a chart is legible on light and dark pages. */
  static final Color BACKGROUND = new Color(0xFFFFFF);

  static final Color BORDER = new Color(0xD0D7DE);

  /** Reference lines, labels and titles. */
  static final Color INK = new Color(0x1F2328);

  /** Captions, ticks and notes. */
  static final Color MUTED = new Color(0x57606A);

  static final Color GRID = new Color(0xE3E6EA);

  /** Relevant regressions; from the colour-blind-safe palette of Okabe and Ito. */
  public static final Color REGRESSION = new Color(0xD55E00);

  /** Relevant improvements; from the same palette. */
  public static final Color IMPROVEMENT = new Color(0x0072B2);

  static final Color NOT_RELEVANT = new Color(0x9AA1A9);

  private ChartStyle() {}
}
