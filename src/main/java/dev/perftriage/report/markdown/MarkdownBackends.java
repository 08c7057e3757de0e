package dev.perftriage.report.markdown;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendComparison.BackendTotal;
import dev.perftriage.analysis.BackendPair;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.GeometricMeanNote;
import dev.perftriage.report.Numbers;

/** Two backends of one commit as Markdown. */
public final class MarkdownBackends {

  private MarkdownBackends() {}

  /** All pairs by each metric. */
  public static String render(BackendReport report) {
    BackendComparison leading = report.leading();
    StringBuilder out = new StringBuilder();
    out.append("### Backends of ").append(MarkdownText.inCodeSpan(leading.artifact().commit()));
    out.append("\n\n- before: ").append(MarkdownText.inCodeSpan(leading.before()));
    out.append("\n- after: ").append(MarkdownText.inCodeSpan(leading.after())).append("\n\n");
    report.metrics().forEach(backends -> append(out, backends));
    return out.toString();
  }

  private static void append(StringBuilder out, BackendComparison backends) {
    out.append("#### ").append(Numbers.counted(backends.pairs().size(), "test case"));
    out.append(" by ").append(MarkdownText.inCodeSpan(backends.metric().name())).append("\n\n");
    MarkdownTable table =
        MarkdownTable.plain("benchmark", "profile", "scenario", "change", "before", "after");
    for (BackendPair pair : backends.pairs()) {
      table.row(
          MarkdownText.inCell(pair.testCase().benchmark()),
          MarkdownText.inCell(pair.testCase().profile()),
          MarkdownText.inCell(pair.testCase().variantOnAnyBackend()),
          Numbers.percent(pair.change()),
          Numbers.value(pair.before()),
          Numbers.value(pair.after()));
    }
    BackendTotal total = backends.total();
    table.row(
        "**total**",
        "",
        "",
        Numbers.percent(total.change()),
        Numbers.value(total.before()),
        Numbers.value(total.after()));
    out.append(table.render()).append('\n');
    backends
        .geometricMean()
        .ifPresent(mean -> out.append(GeometricMeanNote.of(mean)).append("\n\n"));
    if (!backends.unpaired().isEmpty()) {
      out.append(TitleMarkdown.inParagraph(BackendReport.unpaired(backends) + "."));
      out.append("\n\n");
    }
  }
}
