package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.VerdictWords;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of test cases: relevant ones, or all that are comparable.
 *
 * @param metric what was measured
 * @param rows the rows, largest change first, regardless of direction
 * @param cut the number of smaller changes left out
 */
public record CaseTable(Metric metric, List<CaseRow> rows, int cut) {

  static CaseTable of(Metric metric, List<TestCaseChange> changes, int mostRows) {
    Stream<TestCaseChange> largestFirst = changes.stream().sorted(TestCaseChange.LARGEST_FIRST);
    return of(
        metric, largestFirst.map(change -> new CaseRow(change, "")), changes.size(), mostRows);
  }

  /**
   * A table with verdicts.
   *
   * @param largestFirst the changes, largest first
   */
  static CaseTable ofJudged(Metric metric, List<JudgedChange> largestFirst, int mostRows) {
    return of(
        metric,
        largestFirst.stream()
            .map(judged -> new CaseRow(judged.change(), VerdictWords.verdict(judged))),
        largestFirst.size(),
        mostRows);
  }

  private static CaseTable of(Metric metric, Stream<CaseRow> rows, int count, int mostRows) {
    return new CaseTable(metric, rows.limit(mostRows).toList(), Math.max(0, count - mostRows));
  }

  /**
   * How many rows each of several tables may show, so that a page with large tables loads fast.
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

  /** A row's value before or after, with its unit. */
  public String value(CaseRow row, double value) {
    return Numbers.value(value, MetricUnit.of(metric, row.testCase()));
  }

  /** The further fields that any row has, sorted by name. */
  public List<String> furtherFields() {
    return TestCase.furtherFields(rows.stream().map(CaseRow::testCase).toList());
  }

  /** Whether any row has a noise verdict. */
  public boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> !row.verdict().isEmpty());
  }

  /** The choices of a column's filter, in alphabetical order. */
  public List<String> choices(Function<CaseRow, String> column) {
    return rows.stream().map(column).distinct().sorted().toList();
  }

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

    /** {@code primary} or {@code secondary}. */
    public String category() {
      return change.category().label();
    }

    /** {@code regression} or {@code improvement}. */
    public String direction() {
      return change.isRegression() ? "regression" : "improvement";
    }
  }
}
