package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The history of the flagged test cases over the most recent merges.
 *
 * @param metric what was measured
 * @param merges the window's merges in commit order, unmeasured ones included
 * @param cases test cases with relevant changes in the window, of as many kinds and benchmarks as
 *     there are, regressions first; at most {@link #MOST_CASES} and one of each benchmark
 * @param moreCases how many other test cases have relevant changes
 * @param fromZero how many test cases grew from zero at each of their relevant changes, so that
 *     there is no level to relate their values to; they are neither shown nor counted otherwise
 * @param outcomes what became of the largest change of each other test case: how many of each kind
 */
public record History(
    Metric metric,
    List<Merge> merges,
    List<CaseHistory> cases,
    int moreCases,
    int fromZero,
    Map<VerdictMark, Integer> outcomes) {

  /** More panels would be too many to read. */
  public static final int MOST_CASES = 12;

  /** About a week of merges. */
  private static final int MOST_MERGES = 40;

  private static final Comparator<Change> LARGEST_FIRST =
      Comparator.comparing(change -> change.judged().change(), TestCaseChange.LARGEST_FIRST);

  public History {
    merges = List.copyOf(merges);
    cases = List.copyOf(cases);
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /**
   * The history of the test cases flagged in a range.
   *
   * @param steps the range's comparisons, without the context before it
   */
  public static History of(Metric metric, Annotations annotations, List<ComparisonSummary> steps) {
    MeasuredSeries series = annotations.verdicts().series();
    int end = series.merges().size();
    int first = Math.max(0, end - MOST_MERGES);
    Map<TestCase, List<Change>> flagged = flagged(annotations, steps, first);
    int all = flagged.size();
    flagged.values().removeIf(changes -> finite(changes).findAny().isEmpty());
    // Only the shown test cases have their values read.
    List<CaseHistory> cases =
        shown(flagged).stream()
            .map(
                headline -> {
                  TestCase testCase = headline.judged().change().testCase();
                  return new CaseHistory(
                      testCase,
                      values(series, testCase, first, end),
                      flagged.getOrDefault(testCase, List.of()),
                      headline);
                })
            .toList();
    Map<VerdictMark, Integer> outcomes = new EnumMap<>(VerdictMark.class);
    flagged.values().forEach(changes -> outcomes.merge(largest(changes).mark(), 1, Integer::sum));
    return new History(
        metric,
        series.merges().subList(first, end),
        cases,
        flagged.size() - cases.size(),
        all - flagged.size(),
        outcomes);
  }

  /**
   * The changes to show: of every kind in turn the largest in a benchmark not shown yet, sorted by
   * kind.
   */
  private static List<Change> shown(Map<TestCase, List<Change>> flagged) {
    Map<Kind, Deque<Change>> left = new EnumMap<>(Kind.class);
    flagged.values().stream()
        .flatMap(History::finite)
        .sorted(LARGEST_FIRST)
        .forEachOrdered(
            change -> left.computeIfAbsent(Kind.of(change), key -> new ArrayDeque<>()).add(change));
    Set<String> benchmarks = new HashSet<>();
    List<Change> shown = new ArrayList<>();
    while (!left.isEmpty() && shown.size() < MOST_CASES) {
      for (Kind kind : Kind.values()) {
        Deque<Change> changes = left.getOrDefault(kind, new ArrayDeque<>());
        while (!changes.isEmpty() && benchmarks.contains(changes.element().benchmark())) {
          changes.remove();
        }
        if (!changes.isEmpty() && shown.size() < MOST_CASES) {
          benchmarks.add(changes.element().benchmark());
          shown.add(changes.remove());
        }
      }
      left.values().removeIf(Deque::isEmpty);
    }
    shown.sort(Comparator.comparing(Kind::of).thenComparing(LARGEST_FIRST));
    return shown;
  }

  private static Stream<Change> finite(List<Change> changes) {
    return changes.stream().filter(change -> !change.judged().change().isFromZero());
  }

  private static Change largest(List<Change> changes) {
    return finite(changes).min(LARGEST_FIRST).orElseThrow();
  }

  /** The relevant changes of each test case, starting at a merge. */
  private static Map<TestCase, List<Change>> flagged(
      Annotations annotations, List<ComparisonSummary> steps, int first) {
    MeasuredSeries series = annotations.verdicts().series();
    Map<TestCase, List<Change>> flagged = new LinkedHashMap<>();
    for (ComparisonSummary step : steps) {
      Integer merge = series.indexOf(step.after().commit());
      if (merge != null && merge >= first) {
        for (JudgedChange judged : annotations.of(step).changes()) {
          flagged
              .computeIfAbsent(judged.change().testCase(), key -> new ArrayList<>())
              .add(new Change(merge - first, judged));
        }
      }
    }
    return flagged;
  }

  /** A test case's measured values, from one merge up to but excluding another. */
  public static List<Value> values(MeasuredSeries series, TestCase testCase, int from, int to) {
    double[] all = series.values(testCase);
    return IntStream.range(from, to)
        .filter(merge -> !Double.isNaN(all[merge]))
        .mapToObj(merge -> new Value(merge - from, all[merge]))
        .toList();
  }

  /**
   * A test case's measured values and relevant changes in a window of merges.
   *
   * @param values in commit order; merges without a measurement are absent
   * @param changes in commit order
   * @param headline the finite change that it is shown for
   */
  public record CaseHistory(
      TestCase testCase, List<Value> values, List<Change> changes, Change headline) {

    public CaseHistory {
      values = List.copyOf(values);
      changes = List.copyOf(changes);
    }
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
  public record Change(int merge, JudgedChange judged) {

    /** What became of it. */
    public VerdictMark mark() {
      return VerdictMark.of(judged.verdict());
    }

    private String benchmark() {
      return judged.change().testCase().benchmark();
    }
  }

  /** Kinds of changes, the most worth looking at first. */
  private enum Kind {
    LASTING_REGRESSION,
    NOISE,
    REVERTED,
    WENT_BACK,
    OPEN,
    LASTING_IMPROVEMENT;

    static Kind of(Change change) {
      return switch (change.mark()) {
        case STAYED ->
            change.judged().change().isRegression() ? LASTING_REGRESSION : LASTING_IMPROVEMENT;
        case NOISE, PARTLY_NOISE -> NOISE;
        case REVERTED -> REVERTED;
        case WENT_BACK -> WENT_BACK;
        case OPEN -> OPEN;
      };
    }
  }
}
