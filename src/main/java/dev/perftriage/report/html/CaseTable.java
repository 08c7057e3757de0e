package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.prose.VerdictWords;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of test cases: relevant ones, or all that are comparable.
 *
 * @param rows the largest changes, whichever way, first
 * @param cut how many smaller ones do not fit
 */
public record CaseTable(List<CaseRow> rows, int cut) {

  static CaseTable of(List<TestCaseChange> changes, int mostRows) {
    Stream<TestCaseChange> largestFirst = changes.stream().sorted(TestCaseChange.LARGEST_FIRST);
    return of(largestFirst.map(change -> new CaseRow(change, "")), changes.size(), mostRows);
  }

  /**
   * The same with verdicts.
   *
   * @param largestFirst the changes, the largest first
   */
  static CaseTable ofJudged(List<JudgedChange> largestFirst, int mostRows) {
    return of(
        largestFirst.stream()
            .map(judged -> new CaseRow(judged.change(), VerdictWords.verdict(judged))),
        largestFirst.size(),
        mostRows);
  }

  private static CaseTable of(Stream<CaseRow> rows, int count, int mostRows) {
    return new CaseTable(rows.limit(mostRows).toList(), Math.max(0, count - mostRows));
  }

  /**
   * How many rows each of several tables may show, so that a page of large ones opens at once.
   *
   * @param sizes how many rows each has
   * @param budget how many rows all may show together
   * @return the largest limit that keeps the budget, at least 1
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

  /** Whether the rows say what became of the changes. */
  public boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> !row.verdict().isEmpty());
  }

  /** What a column's filter can be set to, in alphabetical order. */
  public List<String> choices(Function<CaseRow, String> column) {
    return rows.stream().map(column).distinct().sorted().toList();
  }

  /**
   * A comparable test case.
   *
   * @param verdict what became of it, and the other merge where there is one; empty where nobody
   *     asked
   */
  public record CaseRow(TestCaseChange change, String verdict) {

    /** What was measured; its names come from outside. */
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
