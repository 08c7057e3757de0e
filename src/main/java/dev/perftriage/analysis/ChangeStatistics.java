package dev.perftriage.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Count, mean and range of some relevant changes.
 *
 * @param count the number of changes, at least 1
 * @param figures mean and range of the finite ones; empty if all are from zero
 */
public record ChangeStatistics(int count, Optional<Figures> figures) {

  /** The statistics of changes in ascending order; empty if there are none. */
  static Optional<ChangeStatistics> of(List<TestCaseChange> ascending) {
    if (ascending.isEmpty()) {
      return Optional.empty();
    }
    List<TestCaseChange> finite =
        ascending.stream().filter(change -> !change.isFromZero()).toList();
    return Optional.of(new ChangeStatistics(ascending.size(), Figures.of(finite)));
  }

  /** The number of test cases that were zero before: counted, but in neither mean nor range. */
  public int fromZero() {
    return count - figures.map(Figures::count).orElse(0);
  }

  /**
   * Mean and range of some finite changes, as fractions. Like the site's, the mean is a plain sum
   * in ascending order, divided by the count: compensated summation could change the last digit.
   *
   * @param count the number of changes, at least 1
   * @param smallest the smallest change, signed
   * @param largest the largest change, signed
   */
  public record Figures(int count, double mean, double smallest, double largest) {

    private static Optional<Figures> of(List<TestCaseChange> ascending) {
      if (ascending.isEmpty()) {
        return Optional.empty();
      }
      double sum = 0;
      for (TestCaseChange change : ascending) {
        sum += change.change();
      }
      int count = ascending.size();
      return Optional.of(
          new Figures(
              count, sum / count, ascending.get(0).change(), ascending.get(count - 1).change()));
    }
  }
}
