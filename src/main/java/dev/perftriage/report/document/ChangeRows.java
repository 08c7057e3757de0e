package dev.perftriage.report.document;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes of test cases, and summaries of them, as rows of tables. */
final class ChangeRows {

  private ChangeRows() {}

  /** The columns of a list of changes: the names, then the figures. */
  static List<TableColumn> columns(List<TableColumn> names) {
    Stream<TableColumn> figures =
        Stream.of(
            TableColumn.number("change"),
            TableColumn.minor("factor"),
            TableColumn.detail("before"),
            TableColumn.detail("after"));
    return Stream.concat(names.stream(), figures).toList();
  }

  /** The row of a compile test case: its names, then the figures. */
  static TableRow compiled(Metric metric, TestCaseChange change, List<String> fields) {
    TestCase testCase = change.testCase();
    List<String> names = new ArrayList<>();
    names.add(testCase.benchmark());
    names.add(testCase.profile());
    names.add(testCase.knownVariant());
    fields.forEach(field -> names.add(testCase.field(field)));
    return row(metric, change, names);
  }

  /** A row of names and figures. */
  static TableRow row(Metric metric, TestCaseChange change, List<String> names) {
    MetricUnit unit = MetricUnit.of(metric, change.testCase());
    Stream<String> figures =
        Stream.of(
            Numbers.percent(change.change()),
            Numbers.factor(change.factor()),
            Numbers.value(change.result().before(), unit),
            Numbers.value(change.result().after(), unit));
    return new TableRow(Tone.of(change), Stream.concat(names.stream(), figures).toList());
  }

  /** The row of a summary. */
  static TableRow summary(SummaryRow row) {
    return TableRow.of(
        Tone.of(row.kind()), row.kind().label(), row.mean(), row.range(), row.count());
  }
}
