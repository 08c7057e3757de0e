package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.ComparisonSummary.NotComparable;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page shows, as plain text: the template escapes it.
 *
 * @param sentence in plain words, how it went
 * @param facts what the page is about
 * @param summaries a summary table for each metric and target
 * @param groupings the test cases in groups; none unless asked for
 * @param sections the listed merges by direction; none for a comparison
 * @param casesTitle which test cases are listed
 * @param cases all of them
 * @param further tables beside them: of runtime benchmarks, and of further metrics
 * @param artifact build time and sizes of both artifacts
 * @param untriaged merged regressions that are not triaged; empty if the page has no such list
 */
public record Page(
    String title,
    String sentence,
    List<Fact> facts,
    List<Summary> summaries,
    List<Grouping> groupings,
    List<Figure> figures,
    List<Section> sections,
    String casesTitle,
    CaseTable cases,
    List<FurtherCases> further,
    List<BenchmarkError> errors,
    List<List<String>> artifact,
    Optional<List<PullRequest>> untriaged) {

  /**
   * Something that the page is about.
   *
   * @param link where more about it is; null where nowhere
   */
  public record Fact(String name, String value, @Nullable String link) {

    Fact(String name, String value) {
      this(name, value, null);
    }
  }

  /**
   * A summary table.
   *
   * @param caption metric and, where it is not the usual one, target
   * @param note what is not in the table; empty where everything is
   */
  public record Summary(String caption, List<SummaryRow> rows, String note) {

    static Summary of(ComparisonSummary summary, String where) {
      return new Summary(
          summary.metric().name() + where, SummaryRow.of(summary), note(summary.notComparable()));
    }

    static String note(List<NotComparable> cases) {
      return SelectionSentences.notComparable(cases).map(note -> note.in(Markup.NONE)).orElse("");
    }
  }

  /**
   * An additional table of relevant changes.
   *
   * @param id for addresses within the page
   * @param rows the summary of runtime benchmarks; none for test cases of a further metric, whose
   *     summary stands with the others
   * @param note what is not in the summary; empty where everything is
   */
  public record FurtherCases(
      String id,
      String title,
      Fact comparison,
      List<SummaryRow> rows,
      String note,
      CaseTable cases) {}

  /**
   * Test cases in groups.
   *
   * @param caption what makes a group, and by which metric
   * @param rows for each group its name and its figures
   */
  public record Grouping(String caption, List<List<String>> rows) {}

  /**
   * The listed merges of one direction.
   *
   * @param sign shows the direction without colour
   */
  public record Section(String title, String sign, List<Entry> entries) {}

  /**
   * A listed merge.
   *
   * @param id for addresses within the page
   * @param direction the word for it
   * @param outcome the main figure, to be read without unfolding
   * @param verdict whether it is noise; empty where nobody asked
   * @param pull the pull request; null where there is none
   * @param others what other metrics say about it
   */
  public record Entry(
      String id,
      String title,
      String direction,
      String outcome,
      Optional<Verdict> verdict,
      @Nullable Fact pull,
      Fact comparison,
      List<Fact> others,
      Summary summary,
      CaseTable cases) {}

  /**
   * Whether a listed merge is noise.
   *
   * @param word the verdict
   * @param why what it comes from
   * @param largest its largest changes
   * @param words say what the verdict on each of these rests on
   */
  public record Verdict(String word, String why, List<JudgedChange> largest, VerdictWords words) {}
}
