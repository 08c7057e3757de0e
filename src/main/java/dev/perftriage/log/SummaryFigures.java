package dev.perftriage.log;

import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One kind of change in a table, as the log prints it.
 *
 * @param kind the kind of change
 * @param count the number of test cases
 * @param mean their mean in percent; empty if there are none
 * @param range the smallest and the largest change in percent; empty in tables without ranges
 * @param max the change of largest magnitude in percent; empty in tables with ranges
 * @param line the line of the figures, from 1; in a table of columns the line of the counts
 */
public record SummaryFigures(
    SummaryRow.RowKind kind,
    int count,
    Optional<BigDecimal> mean,
    Optional<Range> range,
    Optional<BigDecimal> max,
    int line) {

  /**
   * A range in percent, both ends included.
   *
   * @param smallest its lower end, as printed
   * @param largest its upper end, as printed
   */
  public record Range(BigDecimal smallest, BigDecimal largest) {

    /** Whether the lower end is not above the upper end. */
    public boolean isOrdered() {
      return smallest.compareTo(largest) <= 0;
    }

    /** The range as a log prints it. */
    public String words() {
      return "[" + smallest + "%, " + largest + "%]";
    }

    /** Whether it contains a value. */
    public boolean contains(BigDecimal value) {
      return smallest.compareTo(value) <= 0 && value.compareTo(largest) <= 0;
    }
  }
}
