package dev.perftriage.report.chart;

import java.time.LocalDate;

/**
 * A value of one week.
 *
 * @param day the day of the week's log
 * @param value the number, in the unit of its chart
 * @param smallest the smallest of the values that it is the mean of; the value itself if unknown
 * @param largest the largest of them; the value itself if unknown
 */
public record WeekValue(LocalDate day, double value, double smallest, double largest) {

  /** A value that is not a mean, or whose range is unknown. */
  public WeekValue(LocalDate day, double value) {
    this(day, value, value, value);
  }
}
