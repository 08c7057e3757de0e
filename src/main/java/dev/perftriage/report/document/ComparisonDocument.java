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
import java.util.function.Function;

/** The document of a comparison of two artifacts. */
public final class ComparisonDocument {

  private final ComparisonReport report;
  private final DocumentWriter writer;
  private final boolean summaryLast;

  private ComparisonDocument(ComparisonReport report, DocumentWriter writer, boolean summaryLast) {
    this.report = report;
    this.writer = writer;
    this.summaryLast = summaryLast;
  }

  /** The whole comparison, with the summary of each metric before its test cases. */
  public static Consumer<DocumentWriter> of(ComparisonReport report) {
    return writer -> new ComparisonDocument(report, writer, false).write();
  }

  /** The whole comparison, with the summaries last, where a terminal still shows them. */
  public static Consumer<DocumentWriter> withSummaryLast(ComparisonReport report) {
    return writer -> new ComparisonDocument(report, writer, true).write();
  }

  private void write() {
    ArtifactComparison facts = report.leading().facts();
    String range = facts.before().shortCommit() + ".." + facts.after().shortCommit();
    writer.onPage(
        page ->
            page.heading(3, markup -> "Comparison of " + markup.link(range, address(facts)), ""));
    writer.fields(List.of(artifact("before", facts.before()), artifact("after", facts.after())));
    SelectionSentences.filter(report.leading().selection()).ifPresent(writer::paragraph);
    report.caveats().stream().map(CaveatSentences::of).forEach(writer::paragraph);
    report.metrics().forEach(this::metric);
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
    if (summaryLast) {
      for (JudgedComparison judged : report.metrics()) {
        nameMetric(judged);
        summary(judged);
      }
    }
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

  /** Writes the results by one metric. */
  private void metric(JudgedComparison judged) {
    ArtifactComparison facts = judged.facts();
    nameMetric(judged);
    if (!summaryLast) {
      summary(judged);
    }
    List<TestCaseChange> changes = report.listed(judged);
    String of = " of " + facts.compile().size();
    List<String> fields = TestCaseColumns.of(facts.compile());
    if (changes.isEmpty()) {
      writer.section(Phrase.of(Numbers.counted(0, report.listedNoun())), of);
    }
    lists(
        changes,
        report::listedWords,
        of,
        ChangeRows.columns(TestCaseColumns.headers(fields)),
        change -> ChangeRows.compiled(facts.metric(), change, fields));
    report.aggregations(judged).forEach(groups -> groups(facts.metric(), groups));
    if (report.withRuntime()) {
      runtime(RuntimeSummary.of(facts));
    }
  }

  /** Writes the metric's heading, if there are several metrics. */
  private void nameMetric(JudgedComparison judged) {
    if (report.isBySeveralMetrics()) {
      ArtifactComparison facts = judged.facts();
      String name = facts.metric().name();
      writer.section(markup -> "By " + markup.link(markup.code(name), address(facts)), "");
    }
  }

  private void summary(JudgedComparison judged) {
    Phrase link = Phrase.of(address(judged.facts()));
    writer.onTerminal(
        terminal -> {
          if (summaryLast) {
            terminal.line(link);
          } else {
            terminal.note(link);
          }
        });
    judged.byTarget().forEach((target, summary) -> target(judged, target, summary));
    writer.onTerminal(terminal -> terminal.line(Phrase.of(verdict(judged.summary()))));
  }

  /** Writes the regressions and then the improvements, each with the largest first. */
  private void lists(
      List<TestCaseChange> changes,
      ListWords words,
      String of,
      List<TableColumn> columns,
      Function<TestCaseChange, TableRow> row) {
    for (boolean isRegression : new boolean[] {true, false}) {
      List<TestCaseChange> side =
          changes.stream().filter(change -> change.isRegression() == isRegression).toList();
      if (!side.isEmpty()) {
        writer.section(Phrase.of(words.counted(side.size(), isRegression)), of + ", largest first");
        writer.cases(columns, side.stream().map(row).toList());
      }
    }
  }

  /** Names a list of changes in one direction. */
  private interface ListWords {

    String counted(int count, boolean isRegression);
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
            SummaryRow.ofRuntime(runtime).stream().map(ChangeRows::summary).toList(),
            true));
    SelectionSentences.leftOut(runtime).ifPresent(writer::note);
    if (changes.isEmpty()) {
      writer.onTerminal(terminal -> terminal.section(heading, ""));
    }
    lists(
        changes,
        (count, isRegression) ->
            Numbers.counted(
                count, "relevant runtime " + (isRegression ? "regression" : "improvement")),
        " of " + runtime.measured(),
        ChangeRows.columns(List.of(TableColumn.name("benchmark"))),
        change -> ChangeRows.row(runtime.metric(), change, List.of(change.testCase().toString())));
  }

  private void plain(List<TableColumn> columns, List<List<String>> rows) {
    writer.list(columns, rows.stream().map(cells -> new TableRow(Tone.PLAIN, cells)).toList());
  }
}
