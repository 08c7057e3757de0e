package dev.perftriage.report.text;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendComparison.BackendTotal;
import dev.perftriage.analysis.BackendPair;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.GeometricMeanNote;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.text.TextTable.Column;

/** Two backends of one commit for a terminal. */
public final class TextBackends {

  private TextBackends() {}

  /** All pairs by each metric, every line ending with a newline. */
  public static String render(BackendReport report, TextStyle style) {
    StringBuilder out = new StringBuilder();
    BackendComparison leading = report.leading();
    String commit = PlainText.onOneLine(leading.artifact().commit());
    out.append(style.bold("commit")).append("  ").append(commit).append('\n');
    out.append(style.bold("before")).append("  ").append(PlainText.onOneLine(leading.before()));
    out.append('\n');
    out.append(style.bold("after")).append("   ").append(PlainText.onOneLine(leading.after()));
    out.append('\n');
    for (BackendComparison backends : report.metrics()) {
      append(out, backends, style);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, BackendComparison backends, TextStyle style) {
    String title =
        Numbers.counted(backends.pairs().size(), "test case")
            + " by "
            + PlainText.onOneLine(backends.metric().name())
            + ", largest difference first; backends have no noise threshold";
    out.append('\n').append(style.wrapped(title));
    TextTable table =
        new TextTable(
            Column.words("benchmark"),
            Column.label("profile"),
            Column.words("scenario"),
            Column.number("change"),
            Column.optionalNumber("before"),
            Column.optionalNumber("after"));
    for (BackendPair pair : backends.pairs()) {
      TestCase testCase = pair.testCase();
      table.row(
          PlainText.onOneLine(testCase.benchmark()),
          PlainText.onOneLine(testCase.profile()),
          PlainText.onOneLine(testCase.variantOnAnyBackend()),
          Numbers.percent(pair.change()),
          Numbers.value(pair.before()),
          Numbers.value(pair.after()));
    }
    BackendTotal total = backends.total();
    table.row(
        style::bold,
        "total",
        "",
        "",
        Numbers.percent(total.change()),
        Numbers.value(total.before()),
        Numbers.value(total.after()));
    out.append(table.render(style));
    backends
        .geometricMean()
        .ifPresent(mean -> out.append(style.wrapped(GeometricMeanNote.of(mean))));
    if (!backends.unpaired().isEmpty()) {
      out.append(style.wrapped(PlainText.onOneLine(BackendReport.unpaired(backends) + ".")));
    }
  }
}
