package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.NotComparableNote;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.RuntimeRow;
import dev.perftriage.report.text.TextTable.Column;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a comparison by one metric says, for a terminal. */
final class TextMetric {

  private TextMetric() {}

  static String render(JudgedComparison judged, ComparisonReport report, TextStyle style) {
    ArtifactComparison facts = judged.facts();
    StringBuilder out = new StringBuilder();
    out.append(SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()))
        .append('\n');
    for (Map.Entry<String, ComparisonSummary> target : judged.byTarget().entrySet()) {
      out.append('\n');
      if (!target.getKey().equals(TestCase.DEFAULT_TARGET)) {
        out.append("On ").append(PlainText.onOneLine(target.getKey())).append(":\n");
      }
      out.append(TextSummary.render(target.getValue(), style));
      out.append(TextSlice.geometricMean(judged, target.getKey(), style));
    }
    out.append('\n').append(verdict(judged.summary())).append("\n\n");
    List<TestCaseChange> changes = report.listed(judged);
    appendTitle(out, changes, report.listedNoun(), facts.compile().size(), style);
    out.append(changes.isEmpty() ? "" : cases(changes, style));
    report.aggregations(judged).forEach(groups -> out.append(TextSlice.groups(groups, style)));
    if (report.withRuntime()) {
      appendRuntime(out, RuntimeSummary.of(facts), style);
    }
    return out.toString();
  }

  private static String verdict(ComparisonSummary summary) {
    if (summary.direction() == Direction.NONE) {
      return "Verdict: nothing relevant changed";
    }
    String attention = summary.deservesAttention() ? "deserves" : "does not deserve";
    return "Verdict: " + summary.direction().label() + ", " + attention + " attention in triage";
  }

  private static void appendTitle(
      StringBuilder out, List<TestCaseChange> changes, String noun, int measured, TextStyle style) {
    String title =
        Numbers.counted(changes.size(), noun)
            + " of "
            + measured
            + (changes.isEmpty() ? "" : ", largest first");
    out.append(style.bold(title)).append('\n');
  }

  private static String cases(List<TestCaseChange> changes, TextStyle style) {
    TextTable table =
        new TextTable(
            Column.words("benchmark"),
            Column.label("profile"),
            Column.words("scenario"),
            Column.number("change"),
            Column.optionalNumber("factor"),
            Column.optionalNumber("before"),
            Column.optionalNumber("after"));
    for (TestCaseChange change : changes) {
      TestCase testCase = change.testCase();
      table.row(
          paint(change, style),
          PlainText.onOneLine(testCase.benchmark()),
          PlainText.onOneLine(testCase.profile()),
          PlainText.onOneLine(testCase.variant()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    return table.render(style);
  }

  private static void appendRuntime(StringBuilder out, RuntimeSummary runtime, TextStyle style) {
    TextTable summary =
        new TextTable(
            Column.label("runtime benchmarks"),
            Column.number("mean"),
            Column.number("range"),
            Column.number("count"));
    for (RuntimeRow row : RuntimeRow.of(runtime)) {
      summary.row(row.kind().label(), row.mean(), row.range(), row.count());
    }
    out.append('\n').append(summary.render(style));
    NotComparableNote.of(runtime.notComparable(), PlainText::onOneLine)
        .ifPresent(note -> out.append(style.wrapped(note)));
    List<TestCaseChange> changes = runtime.relevantLargestFirst();
    out.append('\n');
    appendTitle(out, changes, "relevant runtime benchmark", runtime.measured(), style);
    if (changes.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            Column.words("benchmark"),
            Column.number("change"),
            Column.optionalNumber("factor"),
            Column.optionalNumber("before"),
            Column.optionalNumber("after"));
    for (TestCaseChange change : changes) {
      table.row(
          paint(change, style),
          PlainText.onOneLine(change.testCase().toString()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    out.append(table.render(style));
  }

  private static UnaryOperator<String> paint(TestCaseChange change, TextStyle style) {
    return change.isRegression() ? style::regression : style::improvement;
  }
}
