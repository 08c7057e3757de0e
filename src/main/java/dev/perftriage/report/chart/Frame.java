package dev.perftriage.report.chart;

/** The margins around a plot, in pixels: fixed, so that labels have the space computed for them. */
record Frame(double left, double right, double top, double bottom) {

  /** The gap between a mark and its label, and around the plot. */
  static final int GAP = 6;

  /** The height of an axis of changes below the plot. */
  static final int AXIS_HEIGHT = 24;
}
