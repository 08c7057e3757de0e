package dev.perftriage.log;

import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One kind of change in a table, as it is printed.
 *
 * @param kind which changes
 * @param count how many
 * @param mean their mean in percent; empty where there are none
 * @param range from the smallest to the largest in percent; empty in tables that have none
 * @param max the change of largest size in percent; only in tables without ranges
 * @param line where the figures stand, from 1; in a table of columns the line of the counts
 */
public record SummaryFigures(
    SummaryRow.Kind kind,
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

    /** Whether its ends are the right way round. */
    public boolean isOrdered() {
      return smallest.compareTo(largest) <= 0;
    }

    /** Whether a value lies within. */
    public boolean contains(BigDecimal value) {
      return smallest.compareTo(value) <= 0 && value.compareTo(largest) <= 0;
    }
  }
}
