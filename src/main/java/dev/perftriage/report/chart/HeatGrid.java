package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.TestCase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which test cases stand where in a heat map.
 *
 * @param benchmarks the rows, the one with the largest relevant change first
 * @param moreBenchmarks how many benchmarks with a relevant change were cut
 * @param columns the columns, by profile and then scenario
 * @param moreColumns how many columns were cut
 * @param cells the changes of each row and then column, the one that the cell shows first; nothing
 *     where nothing was measured
 */
record HeatGrid(
    List<String> benchmarks,
    int moreBenchmarks,
    List<Column> columns,
    int moreColumns,
    Map<String, TreeMap<Column, List<TestCaseChange>>> cells) {

  private static final int MOST_ROWS = 40;
  private static final int MOST_COLUMNS = 20;
  private static final String PATCHED = "incr-patched";

  /** The relevant one of the largest size first. */
  private static final Comparator<TestCaseChange> TELLING =
      Comparator.comparing((TestCaseChange change) -> !change.isRelevant())
          .thenComparing(TestCaseChange.LARGEST_FIRST);

  static HeatGrid of(Comparison comparison) {
    Map<String, Double> sizes =
        comparison.changes().stream()
            .filter(TestCaseChange::isRelevant)
            .collect(
                Collectors.toMap(
                    change -> change.testCase().benchmark(),
                    change -> Math.abs(change.change()),
                    Math::max,
                    TreeMap::new));
    List<String> benchmarks =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .limit(MOST_ROWS)
            .toList();
    List<TestCaseChange> shown =
        comparison.changes().stream()
            .filter(change -> benchmarks.contains(change.testCase().benchmark()))
            .toList();
    Function<TestCase, Column> columnOf = columnOf(shown);
    SortedMap<Column, Integer> relevant = relevant(shown, columnOf);
    List<Column> columns =
        relevant.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .limit(MOST_COLUMNS)
            .sorted()
            .toList();
    Map<String, TreeMap<Column, List<TestCaseChange>>> cells =
        shown.stream()
            .sorted(TELLING)
            .collect(
                Collectors.groupingBy(
                    change -> change.testCase().benchmark(),
                    Collectors.groupingBy(
                        change -> columnOf.apply(change.testCase()),
                        TreeMap::new,
                        Collectors.toList())));
    return new HeatGrid(
        benchmarks,
        sizes.size() - benchmarks.size(),
        columns,
        relevant.size() - columns.size(),
        cells);
  }

  /** What a cell holds, the change that it shows first; empty where nothing was measured. */
  List<TestCaseChange> cell(String benchmark, Column column) {
    return row(benchmark).getOrDefault(column, List.of());
  }

  /** The changes that the cells show, row by row. */
  List<TestCaseChange> shown() {
    return benchmarks.stream()
        .flatMap(benchmark -> row(benchmark).values().stream())
        .map(cell -> cell.get(0))
        .toList();
  }

  private Map<Column, List<TestCaseChange>> row(String benchmark) {
    return cells.getOrDefault(benchmark, new TreeMap<>());
  }

  /** A column for each scenario; where that is too many, one for all patches. */
  private static Function<TestCase, Column> columnOf(List<TestCaseChange> shown) {
    Function<TestCase, Column> exact =
        testCase -> new Column(testCase.profile(), testCase.scenario());
    if (relevant(shown, exact).size() <= MOST_COLUMNS) {
      return exact;
    }
    return testCase ->
        new Column(
            testCase.profile(),
            testCase.scenario().startsWith(PATCHED) ? PATCHED : testCase.scenario());
  }

  /** All columns, with how many relevant changes each has. */
  private static SortedMap<Column, Integer> relevant(
      List<TestCaseChange> shown, Function<TestCase, Column> columnOf) {
    return shown.stream()
        .collect(
            Collectors.toMap(
                change -> columnOf.apply(change.testCase()),
                change -> change.isRelevant() ? 1 : 0,
                Integer::sum,
                TreeMap::new));
  }

  /** A profile and a scenario; in the site's order, unknown ones last. */
  record Column(String profile, String scenario) implements Comparable<Column> {

    private static final List<String> PROFILES =
        List.of("check", "debug", "opt", "doc", "doc-json", "clippy");
    private static final List<String> SCENARIOS = List.of("full", "incr-full", "incr-unchanged");
    private static final Comparator<Column> ORDER =
        Comparator.comparingInt((Column column) -> place(PROFILES, column.profile))
            .thenComparing(Column::profile)
            .thenComparingInt(column -> place(SCENARIOS, column.scenario))
            .thenComparing(Column::scenario);

    @Override
    public int compareTo(Column other) {
      return ORDER.compare(this, other);
    }

    private static int place(List<String> known, String name) {
      int place = known.indexOf(name);
      return place < 0 ? known.size() : place;
    }
  }
}
