package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The listed merges of a week as sections of its page. */
final class EntrySections {

  /** The number of changes with printed evidence. */
  private static final int LARGEST = 3;

  private EntrySections() {}

  /**
   * The sections of a report.
   *
   * @param annotations what is said beside the site's own verdicts; empty where nobody asked
   * @param budget how many rows all tables may show together
   */
  static List<Page.Section> of(TriageReport report, Optional<Annotations> annotations, int budget) {
    int mostRows =
        RowBudget.each(
            report.week().entries().stream().map(entry -> (int) entry.relevant().count()).toList(),
            budget);
    return Stream.of(Direction.REGRESSION, Direction.IMPROVEMENT, Direction.MIXED)
        .map(
            direction ->
                new Page.Section(
                    title(direction),
                    report.week().entries(direction).stream()
                        .map(entry -> entry(report, annotations, entry, mostRows))
                        .toList()))
        .toList();
  }

  private static Page.Entry entry(
      TriageReport report,
      Optional<Annotations> annotations,
      ComparisonSummary entry,
      int mostRows) {
    Integer pr = entry.after().pr();
    return new Page.Entry(
        pr == null ? "merge-" + entry.after().shortCommit() : "pr-" + pr,
        title(report, pr),
        sign(entry.direction()),
        entry.direction().label(),
        outcome(entry),
        annotations.flatMap(some -> verdict(some, entry)),
        pr == null ? null : new Page.Fact("Pull request", "#" + pr, new PullRef(pr).address()),
        new Page.Fact(
            "Comparison",
            entry.before().shortCommit() + ".." + entry.after().shortCommit(),
            SiteUrl.comparison(entry.before().commit(), entry.after().commit(), entry.metric())),
        report.others().stream()
            .map(
                other ->
                    new Page.Fact(
                        other.metric().name(),
                        SummarySentences.line(other.step(entry.after().commit())),
                        SiteUrl.comparison(
                            entry.before().commit(), entry.after().commit(), other.metric())))
            .toList(),
        Pages.summary(entry, ""),
        annotations
            .map(some -> CaseTable.ofJudged(VerdictWords.largestFirst(some.of(entry)), mostRows))
            .orElseGet(() -> CaseTable.of(entry.relevant().toList(), mostRows)));
  }

  private static Optional<Page.Verdict> verdict(Annotations annotations, ComparisonSummary entry) {
    MergeVerdicts merge = annotations.of(entry);
    VerdictWords words = new VerdictWords(annotations.verdicts().series(), entry.after().commit());
    return merge
        .verdict()
        .map(
            verdict ->
                new Page.Verdict(
                    verdict.label(),
                    VerdictWords.why(merge),
                    VerdictWords.largestFirst(merge).stream()
                        .limit(LARGEST)
                        .map(judged -> evidence(judged, words))
                        .toList()));
  }

  private static Page.Evidence evidence(JudgedChange judged, VerdictWords words) {
    return new Page.Evidence(
        judged.change().testCase().toString(),
        VerdictWords.change(judged) + ", " + judged.verdict().label(),
        words.reason(judged));
  }

  private static String title(TriageReport report, @Nullable Integer pr) {
    return pr == null ? "<Unknown Change>" : report.title(pr).orElse("<UNKNOWN>");
  }

  private static String title(Direction direction) {
    return switch (direction) {
      case REGRESSION -> "Regressions";
      case IMPROVEMENT -> "Improvements";
      case MIXED, NONE -> "Mixed";
    };
  }

  private static String sign(Direction direction) {
    return switch (direction) {
      case REGRESSION -> "▲";
      case IMPROVEMENT -> "▼";
      case MIXED, NONE -> "◆";
    };
  }

  /** The mean of the primary test cases, or of the secondary ones where there are no others. */
  private static String outcome(ComparisonSummary entry) {
    return entry
        .primary()
        .all()
        .map(all -> Numbers.percent(all.mean()) + " primary (" + all.count() + ")")
        .or(
            () ->
                entry
                    .secondary()
                    .all()
                    .map(all -> Numbers.percent(all.mean()) + " secondary (" + all.count() + ")"))
        .orElse("");
  }
}
