package dev.perftriage.report.document;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The document of the verdicts on one merge or try build. */
public final class ExplainDocument {

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.name("test case"),
          TableColumn.number("change"),
          TableColumn.label("verdict"));

  private ExplainDocument() {}

  /**
   * The whole document.
   *
   * @param shown how many of the changes it lists
   */
  public static Consumer<DocumentWriter> of(ExplainReport report, int shown) {
    return writer -> write(writer, report, shown);
  }

  private static void write(DocumentWriter writer, ExplainReport report, int shown) {
    ComparisonSummary step = report.step();
    writer.onPage(page -> page.heading(3, markup -> title(report).in(markup), ""));
    writer.fields(fields(report));
    report.caveats().stream().map(CaveatSentences::of).forEach(writer::paragraph);
    if (report.cases().isEmpty()) {
      writer.paragraph(Phrase.of("No relevant changes to explain."));
      return;
    }
    String verdict = report.verdict().map(EntryVerdict::label).orElse("");
    writer.paragraph(
        Phrase.of("%s (%s).".formatted(SummarySentences.capitalized(verdict), report.why())));
    int noise = report.noise().size();
    if (noise > 0) {
      writer.paragraph(
          Phrase.of(
              "Without %s: %s."
                  .formatted(
                      Numbers.counted(noise, "noisy test case"),
                      SummarySentences.rows(report.withoutNoise()))));
    }
    report
        .rollup()
        .map(CulpritSentences::new)
        .map(CulpritSentences::all)
        .orElse(List.of())
        .forEach(sentence -> writer.paragraph(markup -> sentence.in(markup) + "."));
    List<CaseVerdict> cases = report.cases().subList(0, Math.min(shown, report.cases().size()));
    writer.section(
        markup ->
            markup.link(
                Numbers.counted(report.cases().size(), "relevant test case")
                    + " by "
                    + markup.code(step.metric().name()),
                address(step)),
        "");
    writer.onTerminal(terminal -> cases.forEach(one -> onTerminal(terminal, one)));
    writer.onPage(
        page -> {
          List<TableColumn> columns = new ArrayList<>(COLUMNS);
          columns.add(TableColumn.name("reason"));
          page.list(columns, cases.stream().map(ExplainDocument::row).toList());
        });
    int more = report.cases().size() - cases.size();
    if (more > 0) {
      writer.paragraph(
          Phrase.of(
              "%s with smaller changes %s not shown."
                  .formatted(
                      Numbers.counted(more, "more relevant test case"), more == 1 ? "is" : "are")));
    }
  }

  private static Phrase title(ExplainReport report) {
    String kind = report.isTry() ? "Try build of " : "";
    return markup -> kind + name(report).in(markup);
  }

  private static Phrase name(ExplainReport report) {
    Artifact after = report.step().after();
    Integer pr = after.pr();
    return markup -> pr == null ? markup.sha(after.commit()) : markup.pull(pr);
  }

  private static List<Field> fields(ExplainReport report) {
    ComparisonSummary step = report.step();
    List<Phrase> names = new ArrayList<>();
    names.add(name(report));
    report
        .pull()
        .map(PullRequest::title)
        .ifPresent(title -> names.add(markup -> markup.words(title)));
    return List.of(
        new Field(report.isTry() ? "try build of" : "merge", names),
        new Field("commit", List.of(markup -> markup.code(step.after().commit().text()))),
        new Field("parent", List.of(markup -> markup.code(step.before().commit().text()))));
  }

  private static String address(ComparisonSummary step) {
    return SiteUrl.comparison(step.before().commit(), step.after().commit(), step.metric());
  }

  private static void onTerminal(DocumentWriter terminal, CaseVerdict one) {
    terminal.paragraph(
        markup ->
            "%s %s, %s: %s."
                .formatted(
                    markup.words(one.change().testCase().toString()),
                    VerdictWords.change(one.change()),
                    one.verdict(),
                    one.reason()));
  }

  private static TableRow row(CaseVerdict one) {
    List<String> cells = new ArrayList<>(cells(one));
    cells.add(one.reason());
    return new TableRow(Tone.of(one.change()), cells);
  }

  private static List<String> cells(CaseVerdict one) {
    TestCaseChange change = one.change();
    return List.of(change.testCase().toString(), percent(change.change()), one.verdict());
  }

  private static String percent(double change) {
    return (change > 0 ? "+" : "") + Numbers.percent(change);
  }
}
