package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the measurement of a member's own build says.
 *
 * @param moved the relevant changes by test case
 * @param lacking how many of the rollup's relevant test cases it lacks
 */
public record MemberMeasurement(Map<TestCase, TestCaseChange> moved, int lacking) {

  /** Copies the map. */
  public MemberMeasurement {
    moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
  }

  /**
   * Reads a comparison of a build with the commit that it was merged onto.
   *
   * @param asked the rollup's relevant test cases
   */
  public static MemberMeasurement of(ArtifactComparison own, Collection<TestCase> asked) {
    Map<TestCase, TestCaseChange> moved = new LinkedHashMap<>();
    ComparableTestCases.of(own).relevant().forEach(change -> moved.put(change.testCase(), change));
    TreeSet<TestCase> lacking = new TreeSet<>(TestCase.BY_NAME);
    lacking.addAll(asked);
    own.compile().stream().map(TestCaseComparison::testCase).forEach(lacking::remove);
    return new MemberMeasurement(moved, lacking.size());
  }
}
