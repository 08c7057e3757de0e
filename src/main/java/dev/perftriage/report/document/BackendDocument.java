package dev.perftriage.report.document;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendPair;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.TableRow.Tone;
import dev.perftriage.report.prose.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The document of a comparison of two backends of one commit. */
public final class BackendDocument {

  private BackendDocument() {}

  /** All pairs by each metric. */
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
    BackendComparison.BackendTotal total = backends.total();
    writer.list(
        List.of(
            TableColumn.name("benchmark"),
            TableColumn.label("profile"),
            TableColumn.name("scenario"),
            TableColumn.number("change"),
            TableColumn.detail("before"),
            TableColumn.detail("after")),
        Stream.concat(
                backends.pairs().stream().map(BackendDocument::row),
                Stream.of(
                    TableRow.of(
                        Tone.TOTAL,
                        "total",
                        "",
                        "",
                        Numbers.percent(total.change()),
                        Numbers.value(total.before()),
                        Numbers.value(total.after()))))
            .toList());
    backends.geometricMean().map(SelectionSentences::mean).map(Phrase::of).ifPresent(writer::note);
    if (!backends.unpaired().isEmpty()) {
      writer.note(markup -> markup.words(BackendReport.unpaired(backends) + "."));
    }
  }

  private static TableRow row(BackendPair pair) {
    TestCase testCase = pair.testCase();
    return TableRow.of(
        Tone.PLAIN,
        testCase.benchmark(),
        testCase.profile(),
        testCase.variantOnAnyBackend(),
        Numbers.percent(pair.change()),
        Numbers.value(pair.before()),
        Numbers.value(pair.after()));
  }
}
