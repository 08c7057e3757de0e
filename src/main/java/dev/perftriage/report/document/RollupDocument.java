package dev.perftriage.report.document;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.MemberAttribution;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.RollupReport;
import dev.perftriage.report.RollupReport.AttributedComparison;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.MemberWords;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The document of a rollup's members and what they explain. */
public final class RollupDocument {

  private static final List<TableColumn> MEMBERS =
      List.of(
          TableColumn.label("member"),
          TableColumn.label("own build"),
          TableColumn.number("regressions").onTerminal("worse"),
          TableColumn.number("improvements").onTerminal("better"),
          TableColumn.name("title"));

  private RollupDocument() {}

  /** The whole document. */
  public static Consumer<DocumentWriter> of(RollupReport report) {
    return writer -> {
      Phrase pull = markup -> markup.pull(report.pull());
      writer.onPage(page -> page.heading(3, markup -> "Members of " + pull.in(markup), ""));
      writer.fields(
          List.of(
              new Field(
                  "rollup",
                  Stream.concat(
                          Stream.of(pull),
                          report.title().stream().map(title -> markup -> markup.words(title)))
                      .toList()),
              artifact("before", report.before()),
              artifact("after", report.after())));
      SelectionSentences.filter(report.metrics().get(0).comparison().selection())
          .ifPresent(writer::paragraph);
      report.metrics().forEach(metric -> write(writer, metric));
    };
  }

  private static Field artifact(String name, Artifact artifact) {
    return new Field(name, List.of(markup -> markup.code(artifact.commit().text())));
  }

  private static void write(DocumentWriter writer, AttributedComparison metric) {
    RollupAttribution rollup = metric.rollup();
    String address =
        SiteUrl.comparison(
            metric.comparison().facts().before().commit(),
            metric.comparison().facts().after().commit(),
            metric.comparison().facts().metric());
    writer.section(
        markup ->
            markup.link(
                Numbers.counted(rollup.changes().size(), "relevant test case")
                    + " by "
                    + markup.code(metric.comparison().facts().metric().name()),
                address),
        "");
    CulpritSentences sentences = new CulpritSentences(rollup);
    Stream.concat(sentences.cause().stream(), sentences.offsets().stream())
        .forEach(sentence -> writer.paragraph(markup -> sentence.in(markup) + "."));
    writer.heading(5, markup -> "Members", "");
    writer.list(MEMBERS, rollup.culpritsFirst().stream().map(RollupDocument::member).toList());
    cases(writer, rollup);
    if (!rollup.toMeasure().isEmpty()) {
      writer.paragraph(markup -> "To measure the likeliest members, comment on the rollup:");
      writer.line(markup -> markup.code(CulpritSentences.commandLine(rollup.toMeasure())));
    }
  }

  private static TableRow member(MemberAttribution member) {
    return TableRow.of(
        Tone.PLAIN,
        new PullRef(member.number()).toString(),
        MemberWords.state(member),
        MemberWords.count(member, member.regressions().size()),
        MemberWords.count(member, member.improvements().size()),
        member.member().title());
  }

  private static void cases(DocumentWriter writer, RollupAttribution rollup) {
    if (rollup.changes().isEmpty()) {
      return;
    }
    writer.heading(5, markup -> "Test cases", "");
    List<String> fields =
        TestCase.distinguishingFields(
            rollup.changes().stream().map(TestCaseChange::testCase).toList());
    List<TableColumn> columns = TestCaseColumns.headers(fields);
    columns.add(TableColumn.number("change"));
    columns.add(TableColumn.label("by"));
    writer.list(
        columns, rollup.changes().stream().map(change -> row(change, rollup, fields)).toList());
  }

  private static TableRow row(
      TestCaseChange change, RollupAttribution rollup, List<String> fields) {
    TestCase testCase = change.testCase();
    List<String> cells = new ArrayList<>();
    cells.add(testCase.benchmark());
    cells.add(testCase.profile());
    cells.add(testCase.knownVariant());
    fields.forEach(field -> cells.add(testCase.field(field)));
    cells.add(Numbers.percent(change.change()));
    cells.add(
        rollup.noise().contains(change) ? "noise" : MemberWords.shares(rollup.explaining(change)));
    return new TableRow(Tone.of(change), cells);
  }
}
