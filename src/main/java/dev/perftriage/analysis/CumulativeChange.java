package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How far a range of merges has come after each of them: the geometric mean over all primary test
 * cases that are comparable at every step.
 *
 * @param testCases how many test cases that are; where it is 0, nothing can be said
 * @param afterStep the change since the start of the range after each step, as a fraction; as many
 *     as there are steps, or none where there are no such test cases
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
