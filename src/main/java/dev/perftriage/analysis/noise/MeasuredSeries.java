package dev.perftriage.analysis.noise;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The measured values of every test case through a range of merges.
 *
 * <p>Gaps are never filled: an unmeasured merge or test case has no value. Comparisons contain
 * measurements only, so a value that equals the previous one was measured too: sizes and
 * instruction counts can stay exactly the same. The site's graphs, which carry values forward, are
 * not used.
 */
public final class MeasuredSeries {

  /** No merge and no value. */
  public static final MeasuredSeries EMPTY = new MeasuredSeries(List.of(), Map.of(), List.of());

  private final List<Merge> merges;
  private final Map<TestCase, Integer> places;
  private final List<double[]> rows;
  private final Map<Sha, Integer> indices = new HashMap<>();

  MeasuredSeries(List<Merge> merges, Map<TestCase, Integer> places, List<double[]> rows) {
    this.merges = List.copyOf(merges);
    this.places = places;
    this.rows = List.copyOf(rows);
    for (int i = 0; i < merges.size(); i++) {
      indices.put(merges.get(i).sha(), i);
    }
  }

  /**
   * The merges in commit order: first the start of the first comparison, then all later ones,
   * including known unmeasured ones.
   */
  public List<Merge> merges() {
    return merges;
  }

  /** A commit's index among the {@link #merges()}; null if it is not one of them. */
  public @Nullable Integer indexOf(Sha commit) {
    return indices.get(commit);
  }

  /** All test cases that have values. */
  Set<TestCase> testCases() {
    return Collections.unmodifiableSet(places.keySet());
  }

  /**
   * A test case's values in the metric's own unit, one for each of the {@link #merges()}: NaN if
   * not measured.
   */
  public double[] values(TestCase testCase) {
    double[] values = new double[merges.size()];
    Arrays.fill(values, Double.NaN);
    Integer place = places.get(testCase);
    if (place != null) {
      for (int i = 0; i < values.length; i++) {
        double[] row = rows.get(i);
        values[i] = place < row.length ? row[place] : Double.NaN;
      }
    }
    return values;
  }
}
