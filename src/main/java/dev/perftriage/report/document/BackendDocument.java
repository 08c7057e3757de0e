package dev.perftriage.report.document;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendComparison.BackendPair;
import dev.perftriage.analysis.TotalChange;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
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
    TableRow total = row(Tone.TOTAL, all.change(), all.before(), all.after(), "total", "", "");
    writer.list(
        List.of(
            TableColumn.name("benchmark"),
            TableColumn.label("profile"),
            TableColumn.name("scenario"),
            TableColumn.number("change"),
            TableColumn.detail("before"),
            TableColumn.detail("after")),
        Stream.concat(backends.pairs().stream().map(BackendDocument::row), Stream.of(total))
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

  private static TableRow row(BackendPair pair) {
    TestCase testCase = pair.testCase();
    return row(
        Tone.PLAIN,
        pair.change(),
        pair.before(),
        pair.after(),
        testCase.benchmark(),
        testCase.profile(),
        testCase.variantOnAnyBackend());
  }

  private static TableRow row(
      Tone tone, double change, double before, double after, String... names) {
    Stream<String> figures =
        Stream.of(Numbers.percent(change), Numbers.value(before), Numbers.value(after));
    return new TableRow(tone, Stream.concat(Stream.of(names), figures).toList());
  }
}
