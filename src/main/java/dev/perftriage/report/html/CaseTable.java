package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import java.util.List;
import java.util.function.Function;

/**
 * A table of test cases: relevant ones, or all that are comparable.
 *
 * @param rows the largest changes, whichever way, first
 * @param cut how many smaller ones do not fit
 */
public record CaseTable(List<CaseRow> rows, int cut) {

  /** Copies the list. */
  public CaseTable {
    rows = List.copyOf(rows);
  }

  static CaseTable of(List<TestCaseChange> changes, int mostRows) {
    return new CaseTable(
        changes.stream()
            .sorted(TestCaseChange.LARGEST_FIRST)
            .limit(mostRows)
            .map(CaseRow::of)
            .toList(),
        Math.max(0, changes.size() - mostRows));
  }

  /**
   * The same with verdicts.
   *
   * @param largestFirst the changes, the largest first
   */
  static CaseTable ofJudged(List<JudgedChange> largestFirst, int mostRows) {
    return new CaseTable(
        largestFirst.stream().limit(mostRows).map(CaseRow::of).toList(),
        Math.max(0, largestFirst.size() - mostRows));
  }

  /** Whether the rows say what became of the changes. */
  public boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> !row.verdict().isEmpty());
  }

  /** What a column's filter can be set to, in alphabetical order. */
  public List<String> choices(Function<CaseRow, String> column) {
    return rows.stream().map(column).distinct().sorted().toList();
  }
}
