package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.VerdictWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The largest changes of some test cases, as a table that is readable without a script.
 *
 * @param metric what was measured
 * @param rows the rows, largest change first, regardless of direction
 * @param count the number of test cases, those that are left out included
 * @param isRuntime whether they are benchmarks of the runtime suite
 */
public record CaseTable(Metric metric, List<CaseRow> rows, int count, boolean isRuntime) {

  static CaseTable of(Metric metric, List<TestCaseChange> changes, int mostRows) {
    Stream<TestCaseChange> largestFirst = changes.stream().sorted(TestCaseChange.LARGEST_FIRST);
    return new CaseTable(
        metric,
        largestFirst.limit(mostRows).map(change -> new CaseRow(change, "")).toList(),
        changes.size(),
        false);
  }

  /** A table of runtime benchmarks. */
  static CaseTable ofRuntime(Metric metric, List<TestCaseChange> changes, int mostRows) {
    CaseTable table = of(metric, changes, mostRows);
    return new CaseTable(metric, table.rows, table.count, true);
  }

  /**
   * A table with verdicts.
   *
   * @param largestFirst the changes, largest first
   */
  static CaseTable ofJudged(Metric metric, List<JudgedChange> largestFirst, int mostRows) {
    return new CaseTable(
        metric,
        largestFirst.stream()
            .limit(mostRows)
            .map(judged -> new CaseRow(judged.change(), VerdictWords.verdict(judged)))
            .toList(),
        largestFirst.size(),
        false);
  }

  /**
   * How many rows each of several tables may have, so that a page with large tables loads fast.
   *
   * @param sizes the number of rows of each table
   * @param budget the maximum number of rows in total
   * @return the largest limit within the budget, at least 1
   */
  static int mostRows(Collection<Integer> sizes, int budget) {
    int fits = 1;
    int tooMany = sizes.stream().mapToInt(Integer::intValue).max().orElse(1) + 1;
    while (tooMany - fits > 1) {
      int limit = (fits + tooMany) >>> 1;
      long shown = sizes.stream().mapToLong(size -> Math.min(size, limit)).sum();
      if (shown <= budget) {
        fits = limit;
      } else {
        tooMany = limit;
      }
    }
    return fits;
  }

  /** The number of test cases that are left out. */
  public int cut() {
    return count - rows.size();
  }

  /** A row's value before or after, with its unit. */
  public String value(CaseRow row, double value) {
    return Numbers.value(value, MetricUnit.of(metric, row.testCase()));
  }

  /** Whether any row has a noise verdict. */
  public boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> !row.verdict().isEmpty());
  }

  /** The columns beside the benchmark that tell rows apart. */
  public List<NameColumn> columns() {
    return nameColumns().stream().filter(column -> values(column).size() > 1).toList();
  }

  /** What all rows have in common, such as {@code backend llvm}; empty if that is nothing. */
  public String constants() {
    return nameColumns().stream()
        .filter(column -> values(column).size() == 1 && !values(column).get(0).isEmpty())
        .map(column -> column.name() + " " + values(column).get(0))
        .collect(Collectors.joining(", "));
  }

  private List<String> values(NameColumn column) {
    return rows.stream().map(column.value()).distinct().limit(2).toList();
  }

  private List<NameColumn> nameColumns() {
    List<NameColumn> columns = new ArrayList<>();
    if (!isRuntime) {
      columns.add(new NameColumn("profile", row -> row.testCase().profile()));
      columns.add(new NameColumn("scenario", row -> row.testCase().scenario()));
      columns.add(new NameColumn("backend", row -> row.testCase().backend()));
    }
    columns.add(new NameColumn("target", row -> row.testCase().target()));
    for (String field : TestCase.furtherFields(rows.stream().map(CaseRow::testCase).toList())) {
      columns.add(new NameColumn(field, row -> row.testCase().field(field)));
    }
    if (!isRuntime) {
      columns.add(new NameColumn("category", row -> row.change().category().label()));
    }
    return columns;
  }

  /**
   * A column of names.
   *
   * @param name its heading
   * @param value a row's name; empty if it has none
   */
  public record NameColumn(String name, Function<CaseRow, String> value) {}

  /**
   * A comparable test case.
   *
   * @param verdict the noise verdict, with the other merge if there is one; empty if not requested
   */
  public record CaseRow(TestCaseChange change, String verdict) {

    /** The test case; its names are untrusted. */
    public TestCase testCase() {
      return change.testCase();
    }
  }
}
