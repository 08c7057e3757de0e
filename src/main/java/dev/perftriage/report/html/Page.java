package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a page, as plain text: the template escapes it.
 *
 * @param sentence the outcome in one sentence
 * @param caveats how far the figures can be trusted, in sentences
 * @param facts labelled values such as the range and the metric
 * @param summaries a summary table for each metric and target
 * @param groupings the test cases in groups; empty unless requested
 * @param sections the listed merges by direction; empty for a comparison
 * @param turned the listed merges before the range whose verdict is another one now, in sentences;
 *     empty for a comparison
 * @param unexplained what the figures of the whole range have that no listed merge explains, in
 *     sentences; empty for a comparison
 * @param casesTitle which test cases are listed
 * @param cases the largest of the listed changes
 * @param data all test cases and their histories as JSON, for the page's script
 * @param further additional tables for further metrics and runtime benchmarks
 * @param artifact rows of build time and component sizes of both artifacts
 * @param untriaged merged regressions that are not triaged; empty if the page has no such list
 */
public record Page(
    String title,
    String sentence,
    List<String> caveats,
    List<Fact> facts,
    List<Summary> summaries,
    List<Grouping> groupings,
    List<Figure> figures,
    List<Section> sections,
    List<String> turned,
    List<String> unexplained,
    String casesTitle,
    CaseTable cases,
    String data,
    List<FurtherCases> further,
    List<BenchmarkError> errors,
    List<List<String>> artifact,
    Optional<List<PullRequest>> untriaged) {

  /** The listed merge before another one on the page; the last one before the first. */
  public Entry before(Entry entry) {
    return neighbour(entry, -1);
  }

  /** The listed merge after another one on the page; the first one after the last. */
  public Entry after(Entry entry) {
    return neighbour(entry, 1);
  }

  private Entry neighbour(Entry entry, int step) {
    List<Entry> entries = sections.stream().flatMap(section -> section.entries().stream()).toList();
    int at = entries.stream().map(Entry::id).toList().indexOf(entry.id());
    return entries.get(Math.floorMod(at + step, entries.size()));
  }

  /**
   * A labelled value.
   *
   * @param link a link to details; null if there is none
   */
  public record Fact(String name, String value, @Nullable String link) {

    Fact(String name, String value) {
      this(name, value, null);
    }
  }

  /**
   * A summary table.
   *
   * @param caption the metric, and the target unless it is the default one
   * @param note the test cases that the figures leave out; empty if none
   */
  public record Summary(String caption, List<SummaryRow> rows, String note) {

    static Summary of(ComparisonSummary summary, String where) {
      return new Summary(
          summary.metric().name() + where,
          SummaryRow.of(summary),
          note(SelectionSentences.leftOut(summary)));
    }

    static String note(Optional<Phrase> leftOut) {
      return leftOut.map(note -> note.in(Markup.NONE)).orElse("");
    }
  }

  /**
   * An additional table of relevant changes.
   *
   * @param id its anchor in the page
   * @param rows the summary of runtime benchmarks; empty for a further metric, whose summary is in
   *     {@link Page#summaries}
   * @param note the test cases that are not in the summary; empty if none
   * @param cases the largest of the changes
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
   * @param caption the dimension of the groups, and the metric if there are several
   * @param rows for each group its name and its figures
   */
  public record Grouping(String caption, List<List<String>> rows) {}

  /**
   * The listed merges of one direction.
   *
   * @param sign a symbol that shows the direction without colour
   */
  public record Section(String title, String sign, List<Entry> entries) {}

  /**
   * A listed merge.
   *
   * @param id its anchor in the page
   * @param direction the label of its direction
   * @param outcome the main figure, shown while the entry is collapsed
   * @param bar how many test cases changed, likewise
   * @param verdict whether it is noise; empty if not requested
   * @param members what a rollup's members explain; empty if it is none, or their builds are not
   *     known
   * @param said what fixed it and what it fixes, and what was said about its pull request:
   *     sentences with what they link to
   * @param profiles what self-profiles say of its largest changes; empty if not requested
   * @param pull the pull request; null if there is none
   * @param others its results by further metrics
   * @param caveats how far its figures can be trusted, in sentences
   */
  public record Entry(
      String id,
      String title,
      String direction,
      String outcome,
      Bar bar,
      Optional<Verdict> verdict,
      Optional<RollupMembers> members,
      List<Fact> said,
      List<EntryProfile> profiles,
      @Nullable Fact pull,
      Fact comparison,
      List<Fact> others,
      List<String> caveats,
      Summary summary,
      CaseTable cases) {}

  /**
   * Whether a listed merge is noise.
   *
   * @param word the verdict
   * @param mark the symbol of the verdict on most of its changes
   * @param share the verdict on most of its changes, with their number
   * @param why the verdicts it is based on
   * @param largest its largest changes
   * @param words explains the verdict on each of these changes
   */
  public record Verdict(
      String word,
      String mark,
      String share,
      String why,
      List<JudgedChange> largest,
      VerdictWords words) {}

  /**
   * A small bar chart of one row: relevant test cases that improved to the left, that regressed to
   * the right.
   *
   * @param most the largest number of either of any listed merge, at least 1
   */
  public record Bar(int regressions, int improvements, int most) {

    /** Half of its width, in pixels. */
    private static final int HALF = 60;

    /** The length of the right part, in pixels: at least 1 unless there are none. */
    public int right() {
      return length(regressions);
    }

    /** The length of the left part, likewise. */
    public int left() {
      return length(improvements);
    }

    private int length(int count) {
      return count == 0 ? 0 : Math.max(1, Math.round((float) HALF * count / most));
    }
  }
}
