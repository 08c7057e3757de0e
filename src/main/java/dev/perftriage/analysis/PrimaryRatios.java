package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ratio of each primary test case from one merge to the next: all that a cumulative change
 * needs from a comparison.
 *
 * @param logarithms the natural logarithm of after / before, by test case, finite; test cases
 *     without such a ratio are absent
 */
public record PrimaryRatios(Map<TestCase, Double> logarithms) {

  /** Copies the map. */
  public PrimaryRatios {
    logarithms = Collections.unmodifiableMap(new LinkedHashMap<>(logarithms));
  }

  /** The ratios of the primary test cases that were measured on one target. */
  public static PrimaryRatios of(ArtifactComparison comparison, String target) {
    Map<TestCase, Double> logarithms = new LinkedHashMap<>();
    for (TestCaseComparison compile : comparison.compile()) {
      TestCase testCase = compile.testCase();
      double ratio = compile.result().after() / compile.result().before();
      if (testCase.target().equals(target)
          && comparison.categoryOf(testCase.benchmark()) == Category.PRIMARY
          && compile.result().comparability() == Comparability.COMPARABLE
          && ratio > 0) {
        logarithms.put(testCase, Math.log(ratio));
      }
    }
    return new PrimaryRatios(logarithms);
  }
}
