package dev.perftriage.report.document;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.AggregationRow;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.document.Block.Placement;
import dev.perftriage.report.document.Row.Tone;
import dev.perftriage.report.prose.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;

/** The document of a comparison of two artifacts. */
public final class ComparisonDocument {

  private final DocumentBuilder document = new DocumentBuilder();
  private final ComparisonReport report;

  private ComparisonDocument(ComparisonReport report) {
    this.report = report;
  }

  /**
   * The whole comparison.
   *
   * @param figures the charts it shows
   */
  public static Document of(ComparisonReport report, List<FigureFile> figures) {
    return new ComparisonDocument(report).document(figures);
  }

  private Document document(List<FigureFile> figures) {
    ArtifactComparison facts = report.leading().facts();
    String range = facts.before().shortCommit() + ".." + facts.after().shortCommit();
    document.onPage(
        new Block.Heading(3, markup -> "Comparison of " + markup.link(range, address(facts)), ""));
    document.add(
        new Block.Facts(
            List.of(artifact("before", facts.before()), artifact("after", facts.after()))));
    SelectionSentences.filter(report.leading().slice())
        .ifPresent(note -> document.add(new Block.Paragraph(Placement.ALONE, note)));
    // The figures are the leading metric's.
    metric(report.leading(), figures);
    report.metrics().stream().skip(1).forEach(judged -> metric(judged, List.of()));
    if (!facts.newErrors().isEmpty()) {
      String count = Numbers.counted(facts.newErrors().size(), "new error");
      document.add(DocumentBuilder.section(Phrase.of(count), ""));
      document.add(new Block.Errors(facts.newErrors()));
    }
    artifactFacts(ArtifactFacts.rows(facts.before(), facts.after()));
    report
        .runtimeHint()
        .ifPresent(hint -> document.add(new Block.Paragraph(Placement.ALONE, Phrase.of(hint))));
    return document.build();
  }

  private static String address(ArtifactComparison facts) {
    return SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric());
  }

  private static Block.Fact artifact(String side, Artifact artifact) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(markup -> markup.sha(artifact.commit()));
    parts.add(markup -> markup.words(artifact.type()));
    ArtifactFacts.date(artifact).map(Phrase::of).ifPresent(parts::add);
    Integer pr = artifact.pr();
    if (pr != null) {
      parts.add(markup -> markup.pull(pr));
    }
    return new Block.Fact(side, parts);
  }

  /**
   * What one metric says.
   *
   * @param figures most charts show the leading metric, so they stand with it
   */
  private void metric(JudgedComparison judged, List<FigureFile> figures) {
    ArtifactComparison facts = judged.facts();
    if (report.isBySeveralMetrics()) {
      document.add(
          DocumentBuilder.section(
              markup -> "By " + markup.link(markup.code(facts.metric().name()), address(facts)),
              ""));
    }
    document.onTerminal(new Block.Paragraph(Placement.NOTE, Phrase.of(address(facts))));
    judged.byTarget().forEach((target, summary) -> target(judged, target, summary));
    if (!figures.isEmpty()) {
      document.add(new Block.Figures(figures));
    }
    document.onTerminal(new Block.Paragraph(Placement.LINE, Phrase.of(verdict(judged.summary()))));
    List<TestCaseChange> changes = report.listed(judged);
    String count = Numbers.counted(changes.size(), report.listedNoun());
    String of = " of " + facts.compile().size();
    document.add(DocumentBuilder.section(Phrase.of(count), of + order(changes)));
    if (!changes.isEmpty()) {
      document.list(
          columns(Column.name("benchmark"), Column.label("profile"), Column.name("scenario")),
          changes.stream().map(ComparisonDocument::compileRow).toList());
    }
    report.aggregations(judged).forEach(this::groups);
    if (report.withRuntime()) {
      runtime(RuntimeSummary.of(facts));
    }
  }

  private void target(JudgedComparison judged, String target, ComparisonSummary summary) {
    if (!target.equals(TestCase.DEFAULT_TARGET)) {
      document.add(
          new Block.Paragraph(Placement.LINE, markup -> "On " + markup.code(target) + ":"));
    }
    document.add(new Block.Summary(summary));
    SelectionSentences.noMean(judged.slice().filter())
        .or(() -> judged.geometricMean(target).map(SelectionSentences::mean))
        .map(Phrase::of)
        .ifPresent(document::note);
  }

  private static String verdict(ComparisonSummary summary) {
    if (summary.direction() == Direction.NONE) {
      return "Verdict: nothing relevant changed";
    }
    String attention = summary.deservesAttention() ? "deserves" : "does not deserve";
    return "Verdict: " + summary.direction().label() + ", " + attention + " attention in triage";
  }

  private static String order(List<TestCaseChange> changes) {
    return changes.isEmpty() ? "" : ", largest first";
  }

  /** The columns of a list of changes: those of names, then those of figures. */
  private static List<Column> columns(Column... names) {
    List<Column> columns = new ArrayList<>(List.of(names));
    columns.add(Column.number("change"));
    columns.add(Column.detail("factor"));
    columns.add(Column.detail("before"));
    columns.add(Column.detail("after"));
    return columns;
  }

  private static Row compileRow(TestCaseChange change) {
    TestCase testCase = change.testCase();
    return row(change, testCase.benchmark(), testCase.profile(), testCase.variant());
  }

  private static Row row(TestCaseChange change, String... names) {
    List<String> cells = new ArrayList<>(List.of(names));
    cells.add(Numbers.percent(change.change()));
    cells.add(Numbers.factor(change.result().significanceFactor()));
    cells.add(Numbers.value(change.result().before()));
    cells.add(Numbers.value(change.result().after()));
    return new Row(change.isRegression() ? Tone.REGRESSION : Tone.IMPROVEMENT, cells);
  }

  private void groups(Aggregation aggregation) {
    String by = aggregation.by().label();
    document.onPage(DocumentBuilder.section(Phrase.of("By " + by), ""));
    document.list(
        List.of(
            Column.name(by).onTerminal("by " + by),
            Column.number("test cases").onTerminal("cases"),
            Column.number("regressions"),
            Column.number("improvements"),
            Column.wideOnly("total before"),
            Column.wideOnly("total after"),
            Column.number("total change")),
        AggregationRow.of(aggregation).stream()
            .map(
                row ->
                    Row.of(
                        Tone.PLAIN,
                        row.name(),
                        row.testCases(),
                        row.regressions(),
                        row.improvements(),
                        row.before(),
                        row.after(),
                        row.change()))
            .toList());
  }

  private void runtime(RuntimeSummary runtime) {
    List<TestCaseChange> changes = runtime.relevantLargestFirst();
    Block heading =
        DocumentBuilder.section(
            Phrase.of(
                Numbers.counted(changes.size(), "relevant runtime benchmark")
                    + " of "
                    + runtime.measured()),
            order(changes));
    document.onPage(heading);
    document.add(
        new Block.Table(
            List.of(
                Column.label("(" + runtime.metric().name() + ")").onTerminal("runtime benchmarks"),
                Column.number("mean"),
                Column.number("range"),
                Column.number("count")),
            SummaryRow.ofRuntime(runtime).stream().map(ComparisonDocument::summaryRow).toList(),
            true));
    SelectionSentences.notComparable(runtime.notComparable()).ifPresent(document::note);
    document.onTerminal(heading);
    if (!changes.isEmpty()) {
      document.list(
          columns(Column.name("benchmark")),
          changes.stream().map(change -> row(change, change.testCase().toString())).toList());
    }
  }

  private static Row summaryRow(SummaryRow row) {
    return Row.of(Tone.of(row.kind()), row.kind().label(), row.mean(), row.range(), row.count());
  }

  private void artifactFacts(List<ArtifactFacts.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    document.onPage(DocumentBuilder.section(Phrase.of("Artifact"), ""));
    document.list(
        List.of(
            Column.name("").onTerminal("artifact"),
            Column.number("before"),
            Column.number("after"),
            Column.number("change")),
        rows.stream()
            .map(row -> Row.of(Tone.PLAIN, row.name(), row.before(), row.after(), row.change()))
            .toList());
  }
}
