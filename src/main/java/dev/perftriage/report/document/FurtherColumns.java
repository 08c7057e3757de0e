package dev.perftriage.report.document;

import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.document.Table.TableColumn;
import java.util.List;

/** Columns for the further fields that tell the test cases of a table apart. */
final class FurtherColumns {

  private FurtherColumns() {}

  /** The fields that tell the results of a comparison apart, whichever of them are listed. */
  static List<String> of(List<TestCaseComparison> results) {
    return TestCase.distinguishingFields(
        results.stream().map(TestCaseComparison::testCase).toList());
  }

  /** The columns of some fields. */
  static List<TableColumn> headers(List<String> fields) {
    return fields.stream().map(field -> TableColumn.name(PlainText.onOneLine(field))).toList();
  }
}
