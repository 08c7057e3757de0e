package dev.perftriage.analysis.unexplained;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A range of merges, given by the values of its test cases at each commit, for tests. */
final class Steps {

  static final String ARM = "aarch64-unknown-linux-gnu";

  private final Map<TestCase, double[]> values = new LinkedHashMap<>();
  private String metric = "instructions:u";

  /** Names the metric. */
  Steps by(String name) {
    metric = name;
    return this;
  }

  Steps with(String benchmark, double... series) {
    return with(testCase(benchmark, TestCase.DEFAULT_TARGET), series);
  }

  Steps with(TestCase testCase, double... series) {
    values.put(testCase, series);
    return this;
  }

  static TestCase testCase(String benchmark, String target) {
    return new TestCase(benchmark, "check", "full", TestCase.DEFAULT_BACKEND, target);
  }

  static Sha commit(int index) {
    return new Sha(String.format(Locale.ROOT, "%040x", index));
  }

  int last() {
    return values.values().iterator().next().length - 1;
  }

  /** The comparison of two commits. */
  ArtifactComparison between(int before, int after) {
    Comparisons comparison =
        Comparisons.comparison()
            .by(metric)
            .between(
                Comparisons.artifact(commit(before), before),
                Comparisons.artifact(commit(after), after));
    values.forEach(
        (testCase, series) ->
            comparison.add(
                testCase,
                Category.PRIMARY,
                new TestResultComparison(
                    series[before], series[after], Comparisons.THRESHOLD, 1, false)));
    return comparison.build();
  }

  List<ArtifactComparison> all() {
    return IntStream.rangeClosed(1, last()).mapToObj(i -> between(i - 1, i)).toList();
  }

  TriageWeek week() {
    return Comparisons.week(
        summary(between(0, last())), all().stream().map(Steps::summary).toList());
  }

  /** The ledger of the range with the comparisons of some merges. */
  RangeLedger ledger(int... merges) {
    RangeLedger ledger = new RangeLedger(SeriesBuilder::new);
    ArtifactComparison whole = between(0, last());
    ledger.addWhole(whole, TestCase.DEFAULT_TARGET, summary(whole));
    for (int merge : merges) {
      add(ledger, merge);
    }
    return ledger;
  }

  void add(RangeLedger ledger, int merge) {
    ArtifactComparison step = between(merge - 1, merge);
    ledger.addStep(step, TestCase.DEFAULT_TARGET, summary(step));
  }

  /** What no entry says, if every merge is compared. */
  Unexplained unexplained() {
    return ledger(IntStream.rangeClosed(1, last()).toArray()).unexplained(week());
  }

  private static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }
}
