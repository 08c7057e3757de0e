package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the measured values of one target's test cases from comparisons of neighbouring merges
 * in any order and from any thread. Of each comparison it keeps one double per test case and merge.
 */
public final class SeriesBuilder {

  private static final double[] NOTHING = {};

  private final String target;
  private final Map<TestCase, Integer> places = new HashMap<>();

  /** The places of test cases with several results in one comparison, whose values are unknown. */
  private final BitSet repeated = new BitSet();

  private final Map<Sha, double[]> rows = new HashMap<>();
  private final Map<Sha, BitSet> ends = new HashMap<>();

  public SeriesBuilder(String target) {
    this.target = target;
  }

  /** Adds the values of a comparison of neighbouring merges, not that of a range's ends. */
  public synchronized void add(ArtifactComparison comparison) {
    List<TestCaseComparison> compile = comparison.compile();
    int[] place = new int[compile.size()];
    BitSet seen = new BitSet();
    for (int i = 0; i < place.length; i++) {
      TestCase testCase = compile.get(i).testCase();
      place[i] = testCase.target().equals(target) ? place(testCase) : -1;
      if (place[i] >= 0 && seen.get(place[i])) {
        repeated.set(place[i]);
      } else if (place[i] >= 0) {
        seen.set(place[i]);
      }
    }
    double[] before = row(comparison.before().commit());
    double[] after = row(comparison.after().commit());
    BitSet endsBefore = ends(comparison.before().commit());
    BitSet endsAfter = ends(comparison.after().commit());
    for (int i = 0; i < place.length; i++) {
      if (place[i] < 0) {
        continue;
      }
      int at = place[i];
      TestResultComparison result = compile.get(i).result();
      if (!Double.isNaN(result.after())) {
        after[at] = endsAfter.get(at) ? Math.min(after[at], result.after()) : result.after();
        endsAfter.set(at);
      }
      if (!endsBefore.get(at) && !Double.isNaN(result.before())) {
        before[at] =
            Double.isNaN(before[at]) ? result.before() : Math.min(before[at], result.before());
      }
    }
  }

  /**
   * The test cases whose value at a commit is the later one of a comparison. All comparisons agree
   * on a commit's value. If a recording disagrees, these take precedence, then the smallest value,
   * so that the result does not depend on the order of arrival.
   */
  private BitSet ends(Sha commit) {
    return ends.computeIfAbsent(commit, added -> new BitSet());
  }

  /**
   * Builds the series through all merges.
   *
   * @param steps the comparisons that were added, in commit order, those of the context first
   * @param gaps those of them that span unmeasured merges
   */
  public synchronized MeasuredSeries build(List<ComparisonSummary> steps, List<Gap> gaps) {
    Map<Sha, Gap> byEnd = new HashMap<>();
    gaps.forEach(gap -> byEnd.put(gap.end().sha(), gap));
    List<Merge> merges = new ArrayList<>();
    for (ComparisonSummary step : steps) {
      Merge before = new Merge(step.before().commit(), step.before().pr());
      if (merges.isEmpty() || !merges.get(merges.size() - 1).sha().equals(before.sha())) {
        merges.add(before);
      }
      Gap gap = byEnd.get(step.after().commit());
      if (gap != null) {
        merges.addAll(gap.unmeasured());
      }
      merges.add(new Merge(step.after().commit(), step.after().pr()));
    }
    List<double[]> values =
        merges.stream().map(merge -> rows.getOrDefault(merge.sha(), NOTHING)).toList();
    Map<TestCase, Integer> known = new HashMap<>(places);
    known.values().removeIf(repeated::get);
    return new MeasuredSeries(merges, known, values);
  }

  /** A test case's place in rows, the next one for a new test case. */
  private int place(TestCase testCase) {
    Integer known = places.get(testCase);
    if (known == null) {
      known = places.size();
      places.put(testCase, known);
    }
    return known;
  }

  /** A commit's row, extended with NaN to hold every test case known so far. */
  private double[] row(Sha commit) {
    double[] known = rows.getOrDefault(commit, NOTHING);
    double[] row = known;
    if (known.length < places.size()) {
      row = Arrays.copyOf(known, places.size());
      Arrays.fill(row, known.length, row.length, Double.NaN);
      rows.put(commit, row);
    }
    return row;
  }
}
