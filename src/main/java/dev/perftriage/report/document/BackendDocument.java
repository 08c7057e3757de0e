package dev.perftriage.report.document;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendComparison.BackendPair;
import dev.perftriage.analysis.TotalChange;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The document of a comparison of two backends of one commit. */
public final class BackendDocument {

  private BackendDocument() {}

  /** All pairs, by each metric. */
  public static Consumer<DocumentWriter> of(BackendReport report) {
    BackendComparison leading = report.leading();
    Phrase commit = markup -> markup.code(leading.artifact().commit().text());
    return writer -> {
      writer.onPage(page -> page.heading(3, markup -> "Backends of " + commit.in(markup), ""));
      writer.onTerminal(terminal -> terminal.fields(List.of(field("commit", commit))));
      writer.fields(
          List.of(
              field("before", markup -> markup.code(leading.before())),
              field("after", markup -> markup.code(leading.after()))));
      report.metrics().forEach(backends -> metric(writer, backends));
    };
  }

  private static Field field(String name, Phrase value) {
    return new Field(name, List.of(value));
  }

  private static void metric(DocumentWriter writer, BackendComparison backends) {
    Phrase title =
        markup ->
            Numbers.counted(backends.pairs().size(), "test case")
                + " by "
                + markup.code(backends.metric().name());
    writer.onPage(page -> page.section(title, ""));
    writer.onTerminal(
        terminal ->
            terminal.paragraph(
                markup ->
                    title.in(markup)
                        + ", largest difference first; backends have no noise threshold"));
    TotalChange all = backends.total();
    List<String> fields =
        TestCase.distinguishingFields(
            backends.pairs().stream().map(BackendPair::testCase).toList());
    List<TableColumn> columns = TestCaseColumns.headers(fields);
    columns.add(TableColumn.number("change"));
    columns.add(TableColumn.detail("before"));
    columns.add(TableColumn.detail("after"));
    List<String> totalNames = new ArrayList<>(Collections.nCopies(3 + fields.size(), ""));
    totalNames.set(0, "total");
    MetricUnit unit = MetricUnit.of(backends.metric());
    TableRow total = row(Tone.TOTAL, all.change(), all.before(), all.after(), unit, totalNames);
    writer.cases(
        columns,
        Stream.concat(
                backends.pairs().stream().map(pair -> row(pair, unit, fields)), Stream.of(total))
            .toList());
    backends.geometricMean().map(SelectionSentences::mean).map(Phrase::of).ifPresent(writer::note);
    List<TestCase> unpaired = backends.unpaired();
    if (!unpaired.isEmpty()) {
      String left =
          "%s left out, without a number greater than zero for both backends, first %s."
              .formatted(Numbers.counted(unpaired.size(), "test case"), unpaired.get(0));
      writer.note(markup -> markup.words(left));
    }
  }

  private static TableRow row(BackendPair pair, MetricUnit unit, List<String> fields) {
    TestCase testCase = pair.testCase();
    List<String> names = new ArrayList<>();
    names.add(testCase.benchmark());
    names.add(testCase.profile());
    names.add(testCase.variantOnAnyBackend());
    fields.forEach(field -> names.add(testCase.field(field)));
    return row(Tone.PLAIN, pair.change(), pair.before(), pair.after(), unit, names);
  }

  private static TableRow row(
      Tone tone, double change, double before, double after, MetricUnit unit, List<String> names) {
    Stream<String> figures =
        Stream.of(Numbers.percent(change), Numbers.value(before, unit), Numbers.value(after, unit));
    return new TableRow(tone, Stream.concat(names.stream(), figures).toList());
  }
}
