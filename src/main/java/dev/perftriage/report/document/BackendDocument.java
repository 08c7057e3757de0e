package dev.perftriage.report.document;

import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.Block.Placement;
import dev.perftriage.report.document.Row.Tone;
import dev.perftriage.report.prose.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;

/** The document of a comparison of two backends of one commit. */
public final class BackendDocument {

  private BackendDocument() {}

  /** All pairs by each metric. */
  public static Document of(BackendReport report) {
    BackendComparison leading = report.leading();
    Phrase commit = markup -> markup.code(leading.artifact().commit().text());
    DocumentBuilder document = new DocumentBuilder();
    document.onPage(new Block.Heading(3, markup -> "Backends of " + commit.in(markup), ""));
    document.onTerminal(new Block.Facts(List.of(fact("commit", commit))));
    document.add(
        new Block.Facts(
            List.of(
                fact("before", markup -> markup.code(leading.before())),
                fact("after", markup -> markup.code(leading.after())))));
    report.metrics().forEach(backends -> metric(document, backends));
    return document.build();
  }

  private static Block.Fact fact(String name, Phrase value) {
    return new Block.Fact(name, List.of(value));
  }

  private static void metric(DocumentBuilder document, BackendComparison backends) {
    Phrase title =
        markup ->
            Numbers.counted(backends.pairs().size(), "test case")
                + " by "
                + markup.code(backends.metric().name());
    document.onPage(DocumentBuilder.section(title, ""));
    document.onTerminal(
        new Block.Paragraph(
            Placement.ALONE,
            markup ->
                title.in(markup) + ", largest difference first; backends have no noise threshold"));
    List<Row> rows = new ArrayList<>();
    backends
        .pairs()
        .forEach(
            pair -> {
              TestCase testCase = pair.testCase();
              rows.add(
                  Row.of(
                      Tone.PLAIN,
                      testCase.benchmark(),
                      testCase.profile(),
                      testCase.variantOnAnyBackend(),
                      Numbers.percent(pair.change()),
                      Numbers.value(pair.before()),
                      Numbers.value(pair.after())));
            });
    rows.add(
        Row.of(
            Tone.TOTAL,
            "total",
            "",
            "",
            Numbers.percent(backends.total().change()),
            Numbers.value(backends.total().before()),
            Numbers.value(backends.total().after())));
    document.list(
        List.of(
            Column.name("benchmark"),
            Column.label("profile"),
            Column.name("scenario"),
            Column.number("change"),
            Column.detail("before"),
            Column.detail("after")),
        rows);
    backends
        .geometricMean()
        .map(SelectionSentences::mean)
        .map(Phrase::of)
        .ifPresent(document::note);
    if (!backends.unpaired().isEmpty()) {
      document.note(markup -> markup.words(BackendReport.unpaired(backends) + "."));
    }
  }
}
