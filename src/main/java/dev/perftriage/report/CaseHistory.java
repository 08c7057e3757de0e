package dev.perftriage.report;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.TestCase;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A test case's measured values through a window of merges, and its relevant changes there.
 *
 * @param values in the order of merges; nothing stands for a merge that it was not measured at
 * @param changes in the order of merges; at least one
 */
public record CaseHistory(TestCase testCase, List<Value> values, List<Change> changes) {

  /** By absolute size, largest first. */
  static final Comparator<Change> LARGEST_FIRST =
      Comparator.comparing(change -> change.judged().change(), TestCaseChange.LARGEST_FIRST);

  /** Copies the lists. */
  public CaseHistory {
    values = List.copyOf(values);
    changes = List.copyOf(changes);
  }

  /** A test case's measured values from one merge to before another. */
  public static List<Value> values(MeasuredSeries series, TestCase testCase, int from, int to) {
    double[] all = series.values(testCase);
    return IntStream.range(from, to)
        .filter(merge -> !Double.isNaN(all[merge]))
        .mapToObj(merge -> new Value(merge - from, all[merge]))
        .toList();
  }

  /** The largest of its changes. */
  public Change largest() {
    return Collections.min(changes, LARGEST_FIRST);
  }

  /**
   * A measured value.
   *
   * @param merge the place of its merge in the window, from 0
   * @param value in the metric's own unit
   */
  public record Value(int merge, double value) {}

  /**
   * A relevant change.
   *
   * @param merge the place of its merge in the window, from 0
   */
  public record Change(int merge, JudgedChange judged) {}
}
