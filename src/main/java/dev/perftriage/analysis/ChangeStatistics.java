package dev.perftriage.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Mean and range of some relevant changes, as fractions. The mean is a plain sum over the count, in
 * ascending order, as the site adds it up: a compensated one could print another last digit.
 *
 * @param count the number of changes, at least 1
 * @param smallest the smallest, signed
 * @param largest the largest, signed
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
