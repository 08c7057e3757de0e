package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The cumulative change of a range after each of its merges: the geometric mean over all primary
 * test cases that are comparable at every step.
 *
 * @param testCases the number of test cases; if 0, there is no cumulative change
 * @param afterStep the change since the start of the range after each step, as a fraction; one per
 *     step, or empty if there are no such test cases
 */
public record CumulativeChange(int testCases, List<Double> afterStep) {

  /** Copies the list. */
  public CumulativeChange {
    afterStep = List.copyOf(afterStep);
  }

  /** The cumulative change over steps in commit order. */
  public static CumulativeChange of(List<PrimaryRatios> steps) {
    Set<TestCase> everywhere = new LinkedHashSet<>();
    if (!steps.isEmpty()) {
      everywhere.addAll(steps.get(0).logarithms().keySet());
    }
    for (PrimaryRatios step : steps) {
      everywhere.retainAll(step.logarithms().keySet());
    }
    if (everywhere.isEmpty()) {
      return new CumulativeChange(0, List.of());
    }
    List<Double> afterStep = new ArrayList<>();
    double logarithm = 0;
    for (PrimaryRatios step : steps) {
      double sum = 0;
      for (TestCase testCase : everywhere) {
        sum += Objects.requireNonNull(step.logarithms().get(testCase));
      }
      logarithm += sum / everywhere.size();
      afterStep.add(Math.expm1(logarithm));
    }
    return new CumulativeChange(everywhere.size(), afterStep);
  }
}
