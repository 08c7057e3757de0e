package dev.perftriage.analysis;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison of two backends of one compiler. There is no significance threshold between
 * backends, so nothing is judged and all pairs are shown.
 *
 * @param before the backend taken as before
 * @param after the backend taken as after
 * @param pairs the test cases with a relative difference, by absolute size, largest first, then by
 *     name
 * @param unpaired the test cases measured with only one of the two, without a relative difference,
 *     or with more than one result
 */
public record BackendComparison(
    Metric metric,
    Artifact artifact,
    String before,
    String after,
    List<BackendPair> pairs,
    List<TestCase> unpaired) {

  private static final double NO_THRESHOLD = 0;

  private static final Comparator<BackendPair> LARGEST_FIRST =
      Comparator.comparingDouble((BackendPair pair) -> -Math.abs(pair.change()))
          .thenComparing(pair -> pair.testCase().toString());

  public BackendComparison {
    pairs = List.copyOf(pairs);
    unpaired = List.copyOf(unpaired);
  }

  /** Pairs the values of the later artifact of a comparison with two backends. */
  public static BackendComparison of(ArtifactComparison facts, String before, String after) {
    Set<TestCase> repeated = new HashSet<>(facts.repeated());
    Map<TestCase, Double> others = new LinkedHashMap<>();
    for (TestCaseComparison compile : facts.compile()) {
      if (compile.testCase().backend().equals(after)) {
        others.put(
            compile.testCase(),
            repeated.contains(compile.testCase()) ? Double.NaN : compile.result().after());
      }
    }
    List<BackendPair> pairs = new ArrayList<>();
    List<TestCase> unpaired = new ArrayList<>();
    for (TestCaseComparison compile : facts.compile()) {
      TestCase testCase = compile.testCase();
      if (!testCase.backend().equals(before)) {
        continue;
      }
      Double other = others.remove(with(after, testCase));
      BackendPair pair =
          new BackendPair(
              testCase,
              repeated.contains(testCase) ? Double.NaN : compile.result().after(),
              other == null ? Double.NaN : other);
      if (pair.isComparable()) {
        pairs.add(pair);
      } else {
        unpaired.add(testCase);
      }
    }
    unpaired.addAll(others.keySet());
    return new BackendComparison(
        facts.metric(),
        facts.after(),
        before,
        after,
        pairs.stream().sorted(LARGEST_FIRST).toList(),
        unpaired);
  }

  /** The totals over the pairs with each backend. */
  public TotalChange total() {
    return new TotalChange(
        TotalChange.sum(pairs, BackendPair::before), TotalChange.sum(pairs, BackendPair::after));
  }

  /** The geometric mean over all pairs with a ratio, on all targets. */
  public Optional<GeometricMean> geometricMean() {
    return GeometricMean.of(
        pairs.stream()
            .map(
                pair ->
                    new TestCaseComparison(
                        pair.testCase(),
                        new TestResultComparison(
                            pair.before(), pair.after(), NO_THRESHOLD, Double.NaN, false)))
            .toList());
  }

  private static TestCase with(String backend, TestCase testCase) {
    return new TestCase(
        testCase.benchmark(),
        testCase.profile(),
        testCase.scenario(),
        backend,
        testCase.target(),
        testCase.further());
  }

  /**
   * One test case of one commit, compiled with two backends.
   *
   * @param testCase what was measured; its backend is the one taken as before
   * @param before the value with the first backend, in the metric's own unit
   * @param after the value with the second, in the same unit
   */
  public record BackendPair(TestCase testCase, double before, double after) {

    /** The relative difference as a fraction of {@code before}, which may be infinite or NaN. */
    public double change() {
      return (after - before) / before;
    }

    private boolean isComparable() {
      return before != 0 && Double.isFinite(change());
    }
  }
}
