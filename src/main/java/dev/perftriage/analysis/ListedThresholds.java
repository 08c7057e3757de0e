package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The site's significance thresholds of all test cases at listed merges, relevant or not, which a
 * {@link ComparisonSummary} does not keep. Collects them from any thread, and keeps one float per
 * test case and listed merge: seven digits, more than are shown.
 */
public final class ListedThresholds {

  private static final float[] NOTHING = {};

  /** A test case that a comparison lacks; no threshold is negative. */
  private static final float ABSENT = -1;

  private final Map<TestCase, Integer> places = new HashMap<>();
  private final Map<Sha, float[]> rows = new HashMap<>();

  /** Nothing added yet. */
  public ListedThresholds() {}

  /**
   * Adds those of a comparison of neighbouring merges, if it is listed.
   *
   * @param selected the test cases to show
   * @param target their target; those of other targets are ignored
   */
  public synchronized void add(
      ArtifactComparison selected, String target, ComparisonSummary summary) {
    if (!summary.deservesAttention()) {
      return;
    }
    float[] row = new float[places.size() + selected.compile().size()];
    Arrays.fill(row, ABSENT);
    for (TestCaseComparison one : selected.compile()) {
      if (one.testCase().target().equals(target)) {
        Integer known = places.putIfAbsent(one.testCase(), places.size());
        int place = known == null ? places.size() - 1 : known;
        double threshold = one.result().significanceThreshold();
        row[place] = threshold < 0 ? Float.NaN : (float) threshold;
      }
    }
    rows.put(selected.after().commit(), Arrays.copyOf(row, places.size()));
  }

  /**
   * A test case's threshold at a listed merge, as a fraction.
   *
   * @return NaN if the site sent no number; empty if the comparison of the merge lacks the test
   *     case, or it was not added
   */
  public synchronized OptionalDouble of(Sha merge, TestCase testCase) {
    Integer place = places.get(testCase);
    float[] row = rows.getOrDefault(merge, NOTHING);
    float threshold = place != null && place < row.length ? row[place] : ABSENT;
    return threshold == ABSENT ? OptionalDouble.empty() : OptionalDouble.of(threshold);
  }
}
