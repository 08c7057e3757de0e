package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of a heat map: benchmarks with a relevant change, largest first, against profiles and
 * scenarios in the site's order.
 *
 * @param moreBenchmarks the number of benchmarks with a relevant change that are left out
 * @param moreColumns the number of columns that are left out
 * @param cells the changes of each cell by row and column, the one to show first; absent if not
 *     measured
 */
record HeatGrid(
    List<String> benchmarks,
    int moreBenchmarks,
    List<HeatColumn> columns,
    int moreColumns,
    Map<String, TreeMap<HeatColumn, List<TestCaseChange>>> cells) {

  private static final int MOST_ROWS = 40;
  private static final int MOST_COLUMNS = 20;
  private static final String PATCHED = "incr-patched";

  /** Relevant changes first, then the largest. */
  private static final Comparator<TestCaseChange> TELLING =
      Comparator.comparing((TestCaseChange change) -> !change.isRelevant())
          .thenComparing(TestCaseChange.LARGEST_FIRST);

  /**
   * The cells of a comparison.
   *
   * @param isNarrow whether there is space for a column for each profile only
   */
  static HeatGrid of(Comparison comparison, boolean isNarrow) {
    List<TestCaseChange> all = comparison.all();
    SortedMap<String, Double> sizes =
        all.stream()
            .filter(TestCaseChange::isRelevant)
            .collect(
                Collectors.toMap(
                    change -> change.testCase().benchmark(),
                    change -> Math.abs(change.change()),
                    Math::max,
                    TreeMap::new));
    List<String> benchmarks = largest(sizes, MOST_ROWS).toList();
    List<TestCaseChange> shown =
        all.stream().filter(change -> benchmarks.contains(change.testCase().benchmark())).toList();
    Function<TestCaseChange, HeatColumn> columnOf = columns(shown, isNarrow);
    SortedMap<HeatColumn, Integer> relevant =
        shown.stream()
            .collect(
                Collectors.toMap(
                    columnOf, change -> change.isRelevant() ? 1 : 0, Integer::sum, TreeMap::new));
    List<HeatColumn> columns = largest(relevant, MOST_COLUMNS).sorted().toList();
    Map<String, TreeMap<HeatColumn, List<TestCaseChange>>> cells =
        shown.stream()
            .sorted(TELLING)
            .collect(
                Collectors.groupingBy(
                    change -> change.testCase().benchmark(),
                    Collectors.groupingBy(columnOf, TreeMap::new, Collectors.toList())));
    return new HeatGrid(
        benchmarks,
        sizes.size() - benchmarks.size(),
        columns,
        relevant.size() - columns.size(),
        cells);
  }

  /** One column for each scenario; if there are too many, one for all patches together. */
  private static Function<TestCaseChange, HeatColumn> columns(
      List<TestCaseChange> shown, boolean isNarrow) {
    if (isNarrow) {
      return change -> HeatColumn.of(change).withoutScenario();
    }
    long exact = shown.stream().map(HeatColumn::of).distinct().count();
    return exact <= MOST_COLUMNS ? HeatColumn::of : change -> HeatColumn.of(change).withoutPatch();
  }

  /** The keys of the largest values, of equal ones the first in order. */
  private static <K, V extends Comparable<V>> Stream<K> largest(SortedMap<K, V> values, int most) {
    return values.entrySet().stream()
        .sorted(Map.Entry.<K, V>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .limit(most);
  }

  /** What a cell holds, the change that it shows first; empty where nothing was measured. */
  List<TestCaseChange> cell(String benchmark, HeatColumn column) {
    return row(benchmark).getOrDefault(column, List.of());
  }

  /** The changes that the cells show, row by row. */
  List<TestCaseChange> shown() {
    return benchmarks.stream()
        .flatMap(benchmark -> row(benchmark).values().stream())
        .map(cell -> cell.get(0))
        .toList();
  }

  private Map<HeatColumn, List<TestCaseChange>> row(String benchmark) {
    return cells.getOrDefault(benchmark, new TreeMap<>());
  }

  /** A profile and a scenario, ordered as on the site, unknown names last. */
  record HeatColumn(String profile, String scenario) implements Comparable<HeatColumn> {

    private static final List<String> PROFILES =
        List.of("check", "debug", "opt", "doc", "doc-json", "clippy");
    private static final List<String> SCENARIOS = List.of("full", "incr-full", "incr-unchanged");
    private static final Comparator<HeatColumn> ORDER =
        Comparator.comparingInt((HeatColumn column) -> place(PROFILES, column.profile))
            .thenComparing(HeatColumn::profile)
            .thenComparingInt(column -> place(SCENARIOS, column.scenario))
            .thenComparing(HeatColumn::scenario);

    private static HeatColumn of(TestCaseChange change) {
      return new HeatColumn(change.testCase().profile(), change.testCase().scenario());
    }

    private HeatColumn withoutScenario() {
      return new HeatColumn(profile, "");
    }

    private HeatColumn withoutPatch() {
      return scenario.startsWith(PATCHED) ? new HeatColumn(profile, PATCHED) : this;
    }

    @Override
    public int compareTo(HeatColumn other) {
      return ORDER.compare(this, other);
    }

    private static int place(List<String> known, String name) {
      int place = known.indexOf(name);
      return place < 0 ? known.size() : place;
    }
  }
}
