package dev.perftriage.report.markdown;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Links;
import dev.perftriage.report.NotComparableNote;
import dev.perftriage.report.Numbers;
import java.util.List;
import java.util.Map;

/** One comparison as Markdown, fit for a comment on a pull request. */
public final class MarkdownComparison {

  private MarkdownComparison() {}

  /**
   * The whole comparison.
   *
   * @param figures the charts it shows
   */
  public static String render(ComparisonReport report, List<FigureFile> figures) {
    JudgedComparison judged = report.leading();
    ArtifactComparison facts = judged.facts();
    StringBuilder out = new StringBuilder();
    String start = facts.before().commit();
    String end = facts.after().commit();
    String range = facts.before().shortCommit() + ".." + facts.after().shortCommit();
    out.append("### Comparison of ")
        .append(MarkdownText.link(range, Links.comparison(start, end, facts.metric())))
        .append("\n\n");
    out.append("- before: ").append(artifact(facts.before())).append('\n');
    out.append("- after: ").append(artifact(facts.after())).append("\n\n");
    for (Map.Entry<String, ComparisonSummary> target : judged.byTarget().entrySet()) {
      if (!target.getKey().equals(TestCase.DEFAULT_TARGET)) {
        out.append("On ").append(MarkdownText.inCodeSpan(target.getKey())).append(":\n\n");
      }
      out.append(SummaryTable.render(target.getValue())).append('\n');
      NotComparableNote.of(target.getValue().notComparable(), MarkdownText::inCodeSpan)
          .ifPresent(note -> out.append(note).append("\n\n"));
    }
    out.append(MarkdownFigures.section(figures));
    appendChanges(out, judged.relevantLargestFirst());
    appendNewErrors(out, facts.newErrors());
    appendArtifactFacts(out, ArtifactFacts.rows(facts.before(), facts.after()));
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

  private static void appendChanges(StringBuilder out, List<TestCaseChange> changes) {
    out.append("#### ").append(Numbers.counted(changes.size(), "relevant test case"));
    out.append("\n\n");
    if (changes.isEmpty()) {
      return;
    }
    MarkdownTable table =
        MarkdownTable.plain(
            "benchmark", "profile", "scenario", "change", "factor", "before", "after");
    for (TestCaseChange change : changes) {
      table.row(
          MarkdownText.inCell(change.testCase().benchmark()),
          MarkdownText.inCell(change.testCase().profile()),
          MarkdownText.inCell(change.testCase().variant()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    out.append(table.render()).append('\n');
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
