package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Links;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.text.TextTable.Column;
import java.util.List;
import java.util.Map;

/** One comparison for a terminal. */
public final class TextComparison {

  /** Full SHAs fit from here up. */
  private static final int WIDE = 100;

  private TextComparison() {}

  /** The whole comparison, every line ending with a newline. */
  public static String render(ComparisonReport report, TextStyle style) {
    JudgedComparison judged = report.leading();
    ArtifactComparison facts = judged.facts();
    StringBuilder out = new StringBuilder();
    appendHeader(out, facts, style);
    for (Map.Entry<String, ComparisonSummary> target : judged.byTarget().entrySet()) {
      out.append('\n');
      if (!target.getKey().equals(TestCase.DEFAULT_TARGET)) {
        out.append("On ").append(PlainText.onOneLine(target.getKey())).append(":\n");
      }
      out.append(TextSummary.render(target.getValue(), style));
    }
    out.append('\n').append(verdict(judged.summary())).append("\n\n");
    appendChanges(out, judged, style);
    appendNewErrors(out, facts.newErrors(), style);
    appendArtifactFacts(out, facts, style);
    return out.toString();
  }

  private static void appendHeader(StringBuilder out, ArtifactComparison facts, TextStyle style) {
    out.append(style.bold("before"))
        .append("  ")
        .append(artifact(facts.before(), style))
        .append('\n');
    out.append(style.bold("after"))
        .append("   ")
        .append(artifact(facts.after(), style))
        .append('\n');
    out.append(Links.comparison(facts.before().commit(), facts.after().commit(), facts.metric()))
        .append('\n');
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

  private static String verdict(ComparisonSummary summary) {
    if (summary.direction() == Direction.NONE) {
      return "Verdict: nothing relevant changed";
    }
    String attention = summary.deservesAttention() ? "deserves" : "does not deserve";
    return "Verdict: " + summary.direction().label() + ", " + attention + " attention in triage";
  }

  private static void appendChanges(StringBuilder out, JudgedComparison judged, TextStyle style) {
    List<TestCaseChange> changes = judged.relevantLargestFirst();
    String title =
        Numbers.counted(changes.size(), "relevant test case")
            + " of "
            + judged.facts().compile().size()
            + (changes.isEmpty() ? "" : ", largest first");
    out.append(style.bold(title)).append('\n');
    if (changes.isEmpty()) {
      return;
    }
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
          change.isRegression() ? style::regression : style::improvement,
          PlainText.onOneLine(testCase.benchmark()),
          PlainText.onOneLine(testCase.profile()),
          PlainText.onOneLine(testCase.variant()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    out.append(table.render(style));
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
