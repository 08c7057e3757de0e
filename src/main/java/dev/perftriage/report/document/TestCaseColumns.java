package dev.perftriage.report.document;

import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.document.Table.TableColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that name the test cases of a table: those of all, and fields that tell them apart.
 */
final class TestCaseColumns {

  private TestCaseColumns() {}

  /** The fields that tell the results of a comparison apart, whichever of them are listed. */
  static List<String> of(List<TestCaseComparison> results) {
    return TestCase.distinguishingFields(
        results.stream().map(TestCaseComparison::testCase).toList());
  }

  /**
   * The columns of test cases.
   *
   * @param fields the further fields that have a column
   */
  static List<TableColumn> headers(List<String> fields) {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.name("benchmark"));
    columns.add(TableColumn.label("profile"));
    columns.add(TableColumn.name("scenario"));
    fields.forEach(field -> columns.add(TableColumn.name(PlainText.onOneLine(field))));
    return columns;
  }
}
