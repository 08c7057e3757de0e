package dev.perftriage.report.text;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.text.TextTable.Column;
import java.util.List;

/** One comparison for a terminal. */
public final class TextComparison {

  /** Full SHAs fit from here up. */
  private static final int WIDE = 100;

  private TextComparison() {}

  /** The whole comparison, every line ending with a newline. */
  public static String render(ComparisonReport report, TextStyle style) {
    ArtifactComparison facts = report.leading().facts();
    StringBuilder out = new StringBuilder();
    appendSide(out, "before", "  ", facts.before(), style);
    appendSide(out, "after", "   ", facts.after(), style);
    out.append(TextSlice.filter(report.leading(), style));
    for (JudgedComparison judged : report.metrics()) {
      if (report.isBySeveralMetrics()) {
        String metric = PlainText.onOneLine(judged.facts().metric().name());
        out.append('\n').append(style.bold("By " + metric)).append('\n');
      }
      out.append(TextMetric.render(judged, report, style));
    }
    appendNewErrors(out, facts.newErrors(), style);
    appendArtifactFacts(out, facts, style);
    report.runtimeHint().ifPresent(hint -> out.append('\n').append(style.wrapped(hint)));
    return out.toString();
  }

  private static void appendSide(
      StringBuilder out, String side, String gap, Artifact artifact, TextStyle style) {
    out.append(style.bold(side)).append(gap).append(artifact(artifact, style)).append('\n');
  }

  private static String artifact(Artifact artifact, TextStyle style) {
    String commit = style.width() < WIDE ? artifact.shortCommit() : artifact.commit();
    StringBuilder line = new StringBuilder(PlainText.onOneLine(commit));
    line.append("  ").append(PlainText.onOneLine(artifact.type()));
    ArtifactFacts.date(artifact).ifPresent(date -> line.append("  ").append(date));
    Integer pr = artifact.pr();
    if (pr != null) {
      line.append("  #").append(pr);
    }
    return line.toString();
  }

  private static void appendNewErrors(
      StringBuilder out, List<BenchmarkError> errors, TextStyle style) {
    if (errors.isEmpty()) {
      return;
    }
    out.append('\n').append(style.bold(Numbers.counted(errors.size(), "new error"))).append('\n');
    for (BenchmarkError error : errors) {
      out.append(PlainText.onOneLine(error.benchmark())).append(":\n");
      error
          .message()
          .lines()
          .forEach(line -> out.append("    ").append(PlainText.onOneLine(line)).append('\n'));
    }
  }

  private static void appendArtifactFacts(
      StringBuilder out, ArtifactComparison facts, TextStyle style) {
    List<ArtifactFacts.Row> rows = ArtifactFacts.rows(facts.before(), facts.after());
    if (rows.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            Column.words("artifact"),
            Column.number("before"),
            Column.number("after"),
            Column.number("change"));
    rows.forEach(row -> table.row(row.name(), row.before(), row.after(), row.change()));
    out.append('\n').append(table.render(style));
  }
}
