package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Draft;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CoverageSentences;
import dev.perftriage.report.prose.OpeningSentences;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.TurnedSentences;
import dev.perftriage.report.prose.UnexplainedSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The weekly triage report as Markdown, in the format that rustc-perf publishes.
 *
 * @param annotations the data for draft notes under each entry; if empty, the report has exactly
 *     the format of rustc-perf
 * @param style the style of these notes
 * @param withWorklist whether the report ends with what is left to do: untriaged pull requests and
 *     nags, which people delete before they publish
 */
public record MarkdownReport(
    TriageReport report, Optional<Annotations> annotations, NoteStyle style, boolean withWorklist) {

  private static final String UNTRIAGED_MISSING = "TODO: the list could not be fetched\n";
  private static final String SUMMARY_MISSING = "TODO: the summary could not be fetched\n";
  private static final String ENTRY_GAP = "\n\n";

  /**
   * The whole report.
   *
   * @param figures the chart files to link to; if empty, there is no section of charts
   */
  public String render(List<FigureFile> figures) {
    Coverage coverage = report.week().coverage();
    return """
    # %s Triage Log

    %s

    Triage done by **@%s**.
    Revision range: %s

    %s%s**Summary**:

    %s

    %s
    %s

    #### Regressions

    %s#### Improvements

    %s#### Mixed

    %s%s%s%s"""
        .formatted(
            report.date(),
            opening(),
            report.triager(),
            revisionRange(
                coverage.start().shortened() + ".." + coverage.end().shortened(), report.week()),
            SelectionSentences.filter(report.week().selection())
                .map(note -> note.in(MARKDOWN) + ENTRY_GAP)
                .orElse(""),
            notes(),
            report.week().whole().map(SummaryTable::withNote).orElse(SUMMARY_MISSING)
                + otherSummaries(),
            report.countsLine(),
            report.comparisonsLine()
                + annotations
                    .flatMap(unused -> report.week().geometricMean())
                    .map(mean -> "\n\n" + SelectionSentences.mean(mean))
                    .orElse(""),
            section(Direction.REGRESSION),
            section(Direction.IMPROVEMENT),
            section(Direction.MIXED),
            annotations.map(MarkdownReport::turned).orElse("")
                + (annotations.isPresent() ? unexplained() : ""),
            ChartLinks.section(figures),
            withWorklist ? worklist() : "");
  }

  /** The opening sentences, which a draft has; otherwise they are to be written. */
  private String opening() {
    return annotations
        .filter(unused -> style == NoteStyle.DRAFT)
        .flatMap(some -> new OpeningSentences(report, some, MARKDOWN).text())
        .map(sentences -> sentences + " " + Draft.MARK)
        .orElse("TODO: Summary");
  }

  private String worklist() {
    return """
    #### Untriaged Pull Requests

    %s
    #### Nags requiring follow up

    TODO: Nags

    """
        .formatted(report.untriaged().map(MarkdownReport::untriaged).orElse(UNTRIAGED_MISSING));
  }

  /** The section on merges before the range whose verdict is another one now; may be empty. */
  private static String turned(Annotations annotations) {
    List<String> sentences = TurnedSentences.all(annotations, MARKDOWN);
    return sentences.isEmpty()
        ? ""
        : sentences.stream()
            .map(sentence -> "- " + sentence + "\n")
            .collect(Collectors.joining("", "#### " + TurnedSentences.HEADING + ENTRY_GAP, "\n"));
  }

  /** The section on what no entry explains; empty if there is nothing. */
  private String unexplained() {
    return report.unexplained().isNothing()
        ? ""
        : UnexplainedSentences.all(report.unexplained(), MARKDOWN).stream()
            .map(sentence -> "- " + sentence + "\n")
            .collect(
                Collectors.joining("", "#### " + UnexplainedSentences.HEADING + ENTRY_GAP, "\n"));
  }

  private static String revisionRange(String label, TriageWeek week) {
    Coverage range = week.coverage();
    return MARKDOWN.link(label, SiteUrl.range(range.start(), range.end(), week.metric()));
  }

  /** A list of the merges without a comparison of their own, and of caveats; may be empty. */
  private String notes() {
    List<String> notes =
        new ArrayList<>(new CoverageSentences(report.week().coverage(), MARKDOWN).all());
    report.allCaveats().forEach(caveat -> notes.add(CaveatSentences.of(caveat).in(MARKDOWN)));
    return notes.isEmpty() ? "" : "- " + String.join("\n- ", notes) + ENTRY_GAP;
  }

  private String otherSummaries() {
    return report.others().stream()
        .map(
            other ->
                "\n%s:\n\n%s"
                    .formatted(
                        revisionRange(other.metric().name(), other),
                        other.whole().map(SummaryTable::withNote).orElse(SUMMARY_MISSING)))
        .collect(Collectors.joining());
  }

  /** A merge's results by the other metrics, on one line; a draft has them in its notes. */
  private String otherMetrics(ComparisonSummary entry) {
    if (annotations.isPresent() && style == NoteStyle.DRAFT) {
      return "";
    }
    String metrics =
        report.others().stream()
            .map(
                other ->
                    "%s: %s"
                        .formatted(
                            comparison(other.metric().name(), entry, other.metric()),
                            SummarySentences.line(other.step(entry.after().commit()))))
            .collect(Collectors.joining("; "));
    return metrics.isEmpty() ? "" : "\n" + metrics + "\n";
  }

  private static String comparison(String label, ComparisonSummary entry, Metric metric) {
    return MARKDOWN.link(
        label, SiteUrl.comparison(entry.before().commit(), entry.after().commit(), metric));
  }

  private String section(Direction direction) {
    List<ComparisonSummary> entries = report.week().entries(direction);
    if (entries.isEmpty()) {
      return ENTRY_GAP;
    }
    return entries.stream()
        .map(
            entry ->
                title(entry)
                    + "\n\n"
                    + SummaryTable.withNote(entry)
                    + otherMetrics(entry)
                    + entryNotes(entry)
                    + ENTRY_GAP)
        .collect(Collectors.joining());
  }

  /** The caveats of an entry, then its annotations, as one list after an empty line. */
  private String entryNotes(ComparisonSummary entry) {
    String notes =
        report.caveatsOf(entry).stream()
                .map(caveat -> "- " + CaveatSentences.of(caveat).in(MARKDOWN) + "\n")
                .collect(Collectors.joining())
            + annotations.map(some -> annotated(some, entry)).orElse("")
            + (annotations.isPresent() && style == NoteStyle.DRAFT
                ? ""
                : ProfileNotes.render(report.profilesOf(entry)));
    return notes.isEmpty() ? "" : "\n" + notes;
  }

  private String annotated(Annotations some, ComparisonSummary entry) {
    return switch (style) {
      case FULL -> EntryNotes.render(some, entry);
      case DRAFT ->
          DraftNotes.render(
              some,
              entry,
              report.others().stream()
                  .flatMap(other -> other.step(entry.after().commit()).stream())
                  .filter(ComparisonSummary::deservesAttention)
                  .toList(),
              report.profilesOf(entry));
    };
  }

  private String title(ComparisonSummary entry) {
    String comparison = comparison("(Comparison Link)", entry, entry.metric());
    Integer pr = entry.after().pr();
    if (pr == null) {
      return "<Unknown Change> " + comparison;
    }
    String title = report.title(pr).map(MARKDOWN::words).orElse("<UNKNOWN>");
    return title + " " + MARKDOWN.pull(pr) + " " + comparison;
  }

  private static String untriaged(List<PullRequest> pulls) {
    return pulls.stream()
        .map(pull -> "- " + MARKDOWN.titledPull(pull.number(), pull.title()) + "\n")
        .collect(Collectors.joining());
  }
}
