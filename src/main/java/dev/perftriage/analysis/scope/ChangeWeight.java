package dev.perftriage.analysis.scope;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import java.util.List;

/** How much some changes weigh, to order comparisons by their size. */
public final class ChangeWeight {

  /** As in the site's rule for attention. */
  private static final int OF_PRIMARY = 3;

  private ChangeWeight() {}

  /**
   * The sum of the absolute sizes as fractions, those of primary benchmarks threefold; infinite if
   * a test case was zero before.
   */
  public static double of(List<TestCaseChange> changes) {
    return changes.stream()
        .mapToDouble(
            change ->
                Math.abs(change.change())
                    * (change.category() == Category.PRIMARY ? OF_PRIMARY : 1))
        .sum();
  }
}
