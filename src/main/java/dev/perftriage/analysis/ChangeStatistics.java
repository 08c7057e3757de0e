package dev.perftriage.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Mean and range of some relevant changes, as fractions. Like the site's, the mean is a plain sum
 * in ascending order, divided by the count: compensated summation could change the last digit.
 *
 * @param count the number of changes, at least 1
 * @param smallest the smallest change, signed
 * @param largest the largest change, signed
 */
public record ChangeStatistics(int count, double mean, double smallest, double largest) {

  /** The statistics of changes in ascending order; empty if there are none. */
  static Optional<ChangeStatistics> of(List<TestCaseChange> ascending) {
    if (ascending.isEmpty()) {
      return Optional.empty();
    }
    double sum = 0;
    for (TestCaseChange change : ascending) {
      sum += change.change();
    }
    int count = ascending.size();
    return Optional.of(
        new ChangeStatistics(
            count, sum / count, ascending.get(0).change(), ascending.get(count - 1).change()));
  }
}
