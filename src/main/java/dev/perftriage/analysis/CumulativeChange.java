package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  public CumulativeChange {
    afterStep = List.copyOf(afterStep);
  }

  /**
   * The ratio of each primary test case of a target from one merge to the next: all that a
   * cumulative change needs from a comparison.
   *
   * @return the natural logarithm of after / before, by test case, finite; test cases without such
   *     a ratio, or with several results, are absent
   */
  public static Map<TestCase, Double> logarithms(ArtifactComparison comparison, String target) {
    Map<TestCase, Double> logarithms = new LinkedHashMap<>();
    Set<TestCase> repeated = new HashSet<>();
    for (TestCaseComparison compile : comparison.compile()) {
      TestCase testCase = compile.testCase();
      double ratio = compile.result().after() / compile.result().before();
      if (testCase.target().equals(target)
          && comparison.categoryOf(testCase.benchmark()) == Category.PRIMARY
          && compile.result().comparability() == Comparability.COMPARABLE
          && ratio > 0
          && logarithms.put(testCase, Math.log(ratio)) != null) {
        repeated.add(testCase);
      }
    }
    logarithms.keySet().removeAll(repeated);
    return logarithms;
  }

  /** The cumulative change over the {@link #logarithms} of steps in commit order. */
  public static CumulativeChange of(List<Map<TestCase, Double>> steps) {
    Set<TestCase> everywhere = new LinkedHashSet<>();
    steps.stream().limit(1).forEach(first -> everywhere.addAll(first.keySet()));
    steps.forEach(step -> everywhere.retainAll(step.keySet()));
    if (everywhere.isEmpty()) {
      return new CumulativeChange(0, List.of());
    }
    List<Double> afterStep = new ArrayList<>();
    double logarithm = 0;
    for (Map<TestCase, Double> step : steps) {
      double sum = 0;
      for (TestCase testCase : everywhere) {
        sum += Objects.requireNonNull(step.get(testCase));
      }
      logarithm += sum / everywhere.size();
      afterStep.add(Math.expm1(logarithm));
    }
    return new CumulativeChange(everywhere.size(), afterStep);
  }
}
