package dev.perftriage.analysis.noise;

import dev.perftriage.model.Merge;
import dev.perftriage.model.TestCase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measured values of every test case through a range of merges.
 *
 * <p>Nothing is ever filled in: where a merge or a test case was not measured there is no value.
 * Comparisons hold measurements only, so a value that equals the one before it is one, too: sizes
 * and instruction counts do stay exactly the same. The site's graphs do carry values forward, and
 * mark them; they have no part in this.
 */
public final class MeasuredSeries {

  private final List<Merge> merges;
  private final Map<TestCase, Integer> places;
  private final List<double[]> rows;
  private final Map<String, Integer> indices = new HashMap<>();

  MeasuredSeries(List<Merge> merges, Map<TestCase, Integer> places, List<double[]> rows) {
    this.merges = List.copyOf(merges);
    this.places = places;
    this.rows = List.copyOf(rows);
    for (int i = 0; i < merges.size(); i++) {
      indices.put(merges.get(i).sha(), i);
    }
  }

  /**
   * The merges in commit order: first the one that the first comparison starts from, then all after
   * it, unmeasured ones that are known included.
   */
  public List<Merge> merges() {
    return merges;
  }

  /** A commit's index among the {@link #merges()}; null where it is none of them. */
  public @Nullable Integer indexOf(String commit) {
    return indices.get(commit);
  }

  /**
   * A test case's values in the metric's own unit, one for each of the {@link #merges()}: NaN where
   * it was not measured.
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
