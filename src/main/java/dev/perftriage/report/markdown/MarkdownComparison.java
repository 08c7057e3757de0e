package dev.perftriage.report.markdown;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Numbers;
import java.util.List;

/** One comparison as Markdown, fit for a comment on a pull request. */
public final class MarkdownComparison {

  private MarkdownComparison() {}

  /**
   * The whole comparison.
   *
   * @param figures the charts it shows
   */
  public static String render(ComparisonReport report, List<FigureFile> figures) {
    ArtifactComparison facts = report.leading().facts();
    StringBuilder out = new StringBuilder();
    String range = facts.before().shortCommit() + ".." + facts.after().shortCommit();
    out.append("### Comparison of ")
        .append(MarkdownText.link(range, MarkdownMetric.address(facts)))
        .append("\n\n");
    out.append("- before: ").append(artifact(facts.before())).append('\n');
    out.append("- after: ").append(artifact(facts.after())).append("\n\n");
    // Most charts show the leading metric, and so they stand with it.
    String charts = MarkdownFigures.section(figures);
    out.append(MarkdownSlice.filter(report.leading()));
    for (JudgedComparison judged : report.metrics()) {
      if (report.isBySeveralMetrics()) {
        out.append("#### By ").append(MarkdownMetric.link(judged.facts())).append("\n\n");
      }
      out.append(MarkdownMetric.summaries(judged));
      out.append(charts);
      charts = "";
      out.append(MarkdownMetric.changes(judged, report));
    }
    appendNewErrors(out, facts.newErrors());
    appendArtifactFacts(out, ArtifactFacts.rows(facts.before(), facts.after()));
    report.runtimeHint().ifPresent(hint -> out.append(hint).append("\n\n"));
    return out.toString();
  }

  private static String artifact(Artifact artifact) {
    StringBuilder line = new StringBuilder();
    line.append(MarkdownText.inCodeSpan(artifact.commit()));
    line.append(", ").append(MarkdownText.inCell(artifact.type()));
    ArtifactFacts.date(artifact).ifPresent(date -> line.append(", ").append(date));
    Integer pr = artifact.pr();
    if (pr != null) {
      line.append(", ").append(MarkdownText.pullLink(pr));
    }
    return line.toString();
  }

  private static void appendNewErrors(StringBuilder out, List<BenchmarkError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    out.append("#### ").append(Numbers.counted(errors.size(), "new error")).append("\n\n");
    for (BenchmarkError error : errors) {
      out.append("- ").append(MarkdownText.inCodeSpan(error.benchmark())).append(": ");
      out.append(MarkdownText.inCodeSpan(error.message())).append('\n');
    }
    out.append('\n');
  }

  private static void appendArtifactFacts(StringBuilder out, List<ArtifactFacts.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append("#### Artifact\n\n");
    MarkdownTable table = MarkdownTable.plain("", "before", "after", "change");
    for (ArtifactFacts.Row row : rows) {
      table.row(MarkdownText.inCell(row.name()), row.before(), row.after(), row.change());
    }
    out.append(table.render()).append('\n');
  }
}
