package dev.perftriage.report.document;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.AggregationRows;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The document of a comparison of two artifacts. */
public final class ComparisonDocument {

  private final ComparisonReport report;
  private final DocumentWriter writer;

  private ComparisonDocument(ComparisonReport report, DocumentWriter writer) {
    this.report = report;
    this.writer = writer;
  }

  /**
   * The whole comparison.
   *
   * @param figures the chart files that it links to
   */
  public static Consumer<DocumentWriter> of(ComparisonReport report, List<FigureFile> figures) {
    return writer -> new ComparisonDocument(report, writer).write(figures);
  }

  private void write(List<FigureFile> figures) {
    ArtifactComparison facts = report.leading().facts();
    String range = facts.before().shortCommit() + ".." + facts.after().shortCommit();
    writer.onPage(
        page ->
            page.heading(3, markup -> "Comparison of " + markup.link(range, address(facts)), ""));
    writer.fields(List.of(artifact("before", facts.before()), artifact("after", facts.after())));
    SelectionSentences.filter(report.leading().selection()).ifPresent(writer::paragraph);
    report.caveats().stream().map(CaveatSentences::of).forEach(writer::paragraph);
    // The charts show the leading metric.
    metric(report.leading(), figures);
    report.metrics().stream().skip(1).forEach(judged -> metric(judged, List.of()));
    if (!facts.newErrors().isEmpty()) {
      writer.section(Phrase.of(Numbers.counted(facts.newErrors().size(), "new error")), "");
      writer.errors(facts.newErrors());
    }
    List<List<String>> artifact = ArtifactFacts.rows(facts.before(), facts.after());
    if (!artifact.isEmpty()) {
      writer.onPage(page -> page.section(Phrase.of("Artifact"), ""));
      plain(
          List.of(
              TableColumn.name("").onTerminal("artifact"),
              TableColumn.number("before"),
              TableColumn.number("after"),
              TableColumn.number("change")),
          artifact);
    }
    report.runtimeHint().map(Phrase::of).ifPresent(writer::paragraph);
  }

  private static String address(ArtifactComparison facts) {
    return SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric());
  }

  private static Field artifact(String side, Artifact artifact) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(markup -> markup.sha(artifact.commit()));
    parts.add(markup -> markup.words(artifact.type()));
    ArtifactFacts.date(artifact).map(Phrase::of).ifPresent(parts::add);
    Integer pr = artifact.pr();
    if (pr != null) {
      parts.add(markup -> markup.pull(pr));
    }
    return new Field(side, parts);
  }

  /**
   * Writes the results by one metric.
   *
   * @param figures the charts; none except for the leading metric
   */
  private void metric(JudgedComparison judged, List<FigureFile> figures) {
    ArtifactComparison facts = judged.facts();
    if (report.isBySeveralMetrics()) {
      String name = facts.metric().name();
      writer.section(markup -> "By " + markup.link(markup.code(name), address(facts)), "");
    }
    writer.onTerminal(terminal -> terminal.note(Phrase.of(address(facts))));
    judged.byTarget().forEach((target, summary) -> target(judged, target, summary));
    if (!figures.isEmpty()) {
      writer.figures(figures);
    }
    writer.onTerminal(terminal -> terminal.line(Phrase.of(verdict(judged.summary()))));
    List<TestCaseChange> changes = report.listed(judged);
    writer.section(
        Phrase.of(Numbers.counted(changes.size(), report.listedNoun())),
        " of " + facts.compile().size() + order(changes));
    if (!changes.isEmpty()) {
      List<String> fields = TestCaseColumns.of(facts.compile());
      writer.list(
          columns(TestCaseColumns.headers(fields)),
          changes.stream().map(change -> compileRow(facts.metric(), change, fields)).toList());
    }
    report.aggregations(judged).forEach(groups -> groups(facts.metric(), groups));
    if (report.withRuntime()) {
      runtime(RuntimeSummary.of(facts));
    }
  }

  private void target(JudgedComparison judged, String target, ComparisonSummary summary) {
    if (!target.equals(TestCase.DEFAULT_TARGET)) {
      writer.line(markup -> "On " + markup.code(target) + ":");
    }
    writer.summary(summary);
    SelectionSentences.noMean(judged.selection().filter())
        .or(() -> judged.geometricMean(target).map(SelectionSentences::mean))
        .map(Phrase::of)
        .ifPresent(writer::note);
  }

  private static String verdict(ComparisonSummary summary) {
    if (summary.measured().isNothing()) {
      return "Verdict: nothing could be compared";
    }
    if (summary.direction() == Direction.NONE) {
      return "Verdict: nothing relevant changed";
    }
    String attention = summary.deservesAttention() ? "deserves" : "does not deserve";
    return "Verdict: " + summary.direction().label() + ", " + attention + " attention in triage";
  }

  private static String order(List<TestCaseChange> changes) {
    return changes.isEmpty() ? "" : ", largest first";
  }

  /** The columns of a list of changes: the names, then the figures. */
  private static List<TableColumn> columns(List<TableColumn> names) {
    Stream<TableColumn> figures =
        Stream.of(
            TableColumn.number("change"),
            TableColumn.detail("factor"),
            TableColumn.detail("before"),
            TableColumn.detail("after"));
    return Stream.concat(names.stream(), figures).toList();
  }

  private static TableRow compileRow(Metric metric, TestCaseChange change, List<String> fields) {
    TestCase testCase = change.testCase();
    List<String> names = new ArrayList<>();
    names.add(testCase.benchmark());
    names.add(testCase.profile());
    names.add(testCase.knownVariant());
    fields.forEach(field -> names.add(testCase.field(field)));
    return row(metric, change, names);
  }

  private static TableRow row(Metric metric, TestCaseChange change, List<String> names) {
    MetricUnit unit = MetricUnit.of(metric, change.testCase());
    Stream<String> figures =
        Stream.of(
            Numbers.percent(change.change()),
            Numbers.factor(change.factor()),
            Numbers.value(change.result().before(), unit),
            Numbers.value(change.result().after(), unit));
    return new TableRow(Tone.of(change), Stream.concat(names.stream(), figures).toList());
  }

  private void groups(Metric metric, Aggregation aggregation) {
    String by = aggregation.by().label();
    writer.onPage(page -> page.section(Phrase.of("By " + by), ""));
    plain(
        List.of(
            TableColumn.name(by).onTerminal("by " + by),
            TableColumn.number("test cases").onTerminal("cases"),
            TableColumn.number("regressions"),
            TableColumn.number("improvements"),
            TableColumn.wideOnly("total before"),
            TableColumn.wideOnly("total after"),
            TableColumn.number("total change")),
        AggregationRows.of(aggregation, MetricUnit.of(metric)));
  }

  private void runtime(RuntimeSummary runtime) {
    List<TestCaseChange> changes = runtime.relevantLargestFirst();
    Phrase heading =
        Phrase.of(
            Numbers.counted(changes.size(), "relevant runtime benchmark")
                + " of "
                + runtime.measured());
    writer.onPage(page -> page.section(heading, ""));
    writer.table(
        new Table(
            List.of(
                TableColumn.label("(" + runtime.metric().name() + ")")
                    .onTerminal("runtime benchmarks"),
                TableColumn.number("mean"),
                TableColumn.number("range"),
                TableColumn.number("count")),
            SummaryRow.ofRuntime(runtime).stream().map(ComparisonDocument::summaryRow).toList(),
            true));
    SelectionSentences.leftOut(runtime).ifPresent(writer::note);
    writer.onTerminal(terminal -> terminal.section(heading, order(changes)));
    if (!changes.isEmpty()) {
      writer.list(
          columns(List.of(TableColumn.name("benchmark"))),
          changes.stream()
              .map(change -> row(runtime.metric(), change, List.of(change.testCase().toString())))
              .toList());
    }
  }

  private static TableRow summaryRow(SummaryRow row) {
    return TableRow.of(
        Tone.of(row.kind()), row.kind().label(), row.mean(), row.range(), row.count());
  }

  private void plain(List<TableColumn> columns, List<List<String>> rows) {
    writer.list(columns, rows.stream().map(cells -> new TableRow(Tone.PLAIN, cells)).toList());
  }
}
