package dev.perftriage.report.html;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.FixSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.NewsSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listed merges of a week as sections of its page.
 *
 * @param annotations the noise verdicts; empty if not requested
 */
record EntrySections(TriageReport report, Optional<Annotations> annotations) {

  /** The number of listed changes; the page's script shows all. */
  private static final int MOST_ROWS = 10;

  /** The maximum number of changes of all entries that a page has. */
  private static final int MOST_CHANGES = 60_000;

  /** The number of changes with printed evidence. */
  private static final int LARGEST = 3;

  List<Page.Section> all() {
    return List.of(
        section("Regressions", "▲", Direction.REGRESSION),
        section("Improvements", "▼", Direction.IMPROVEMENT),
        section("Mixed", "◆", Direction.MIXED));
  }

  private Page.Section section(String title, String sign, Direction direction) {
    return new Page.Section(
        title, sign, report.week().entries(direction).stream().map(this::entry).toList());
  }

  /**
   * The relevant test cases of each listed merge, in the order of the sections: first by the
   * leading metric, then by each further one.
   */
  List<CaseView> views() {
    List<ComparisonSummary> entries =
        Stream.of(Direction.REGRESSION, Direction.IMPROVEMENT, Direction.MIXED)
            .flatMap(direction -> report.week().entries(direction).stream())
            .toList();
    int most =
        CaseTable.mostRows(
            entries.stream().map(entry -> (int) entry.relevant().count()).toList(), MOST_CHANGES);
    List<CaseView> views = new ArrayList<>();
    entries.forEach(entry -> views.add(view(entry, most)));
    for (int i = 0; i < report.others().size(); i++) {
      TriageWeek other = report.others().get(i);
      String suffix = ".metric-" + (i + 1);
      for (ComparisonSummary entry : entries) {
        other
            .step(entry.after().commit())
            .map(step -> CaseView.ofMerge(id(entry) + suffix, name(entry), step, most))
            .ifPresent(views::add);
      }
    }
    return views;
  }

  private CaseView view(ComparisonSummary entry, int most) {
    return annotations
        .map(
            some ->
                CaseView.ofJudgedMerge(
                    id(entry),
                    name(entry),
                    entry,
                    VerdictWords.largestFirst(some.of(entry)).stream().limit(most).toList(),
                    words(some, entry)))
        .orElseGet(() -> CaseView.ofMerge(id(entry), name(entry), entry, most));
  }

  private String name(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return (pr == null ? entry.after().shortCommit() : "#" + pr) + " " + title(entry);
  }

  private static String id(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return pr == null ? "merge-" + entry.after().shortCommit() : "pr-" + pr;
  }

  private String title(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return pr == null ? "<Unknown Change>" : report.title(pr).orElse("<UNKNOWN>");
  }

  /** What fixed it or what it fixes, and what was said about its pull request. */
  private static List<Page.Fact> said(Annotations some, ComparisonSummary entry) {
    NewsSentences news = new NewsSentences(some, entry, Markup.NONE);
    Stream<Page.Fact> sentences =
        Stream.of(
                FixSentences.of(some.fixes(), entry.after().commit()).stream()
                    .map(sentence -> sentence.in(Markup.NONE) + "."),
                news.mentions().stream(),
                news.beforeMerge().stream())
            .flatMap(all -> all)
            .map(sentence -> new Page.Fact("", sentence));
    return Stream.concat(
            sentences,
            news.triaged().stream()
                .map(sentence -> new Page.Fact("comment", sentence, news.comment().orElse(null))))
        .toList();
  }

  private Page.Bar bar(ComparisonSummary entry) {
    int most =
        report.week().entries().stream()
            .mapToInt(each -> Math.max(worse(each), (int) each.relevant().count() - worse(each)))
            .max()
            .orElse(1);
    int worse = worse(entry);
    return new Page.Bar(worse, (int) entry.relevant().count() - worse, Math.max(1, most));
  }

  private static int worse(ComparisonSummary entry) {
    return (int) entry.relevant().filter(TestCaseChange::isRegression).count();
  }

  private Page.Entry entry(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return new Page.Entry(
        id(entry),
        title(entry),
        entry.direction().label(),
        mean("primary", entry.primary()).or(() -> mean("secondary", entry.secondary())).orElse(""),
        bar(entry),
        annotations.flatMap(some -> verdict(some, entry)),
        annotations.flatMap(some -> some.rollup(entry)).map(RollupMembers::of),
        annotations.map(some -> said(some, entry)).orElse(List.of()),
        report.profilesOf(entry).stream().map(EntryProfile::of).toList(),
        pr == null ? null : new Page.Fact("Pull request", "#" + pr, new PullRef(pr).address()),
        new Page.Fact(
            "Comparison",
            entry.before().shortCommit() + ".." + entry.after().shortCommit(),
            address(entry, entry.metric())),
        report.others().stream()
            .map(
                other ->
                    new Page.Fact(
                        other.metric().name(),
                        SummarySentences.line(other.step(entry.after().commit())),
                        address(entry, other.metric())))
            .toList(),
        report.caveatsOf(entry).stream()
            .map(caveat -> CaveatSentences.of(caveat).in(Markup.NONE))
            .toList(),
        Page.Summary.of(entry, ""),
        annotations
            .map(
                some ->
                    CaseTable.ofJudged(
                        entry.metric(), VerdictWords.largestFirst(some.of(entry)), MOST_ROWS))
            .orElseGet(() -> CaseTable.of(entry.metric(), entry.relevant().toList(), MOST_ROWS)));
  }

  private static String address(ComparisonSummary entry, Metric metric) {
    return SiteUrl.comparison(entry.before().commit(), entry.after().commit(), metric);
  }

  private static VerdictWords words(Annotations annotations, ComparisonSummary entry) {
    return new VerdictWords(annotations.verdicts().series(), entry.after().commit());
  }

  private static Optional<Page.Verdict> verdict(Annotations annotations, ComparisonSummary entry) {
    MergeVerdicts merge = annotations.of(entry);
    VerdictWords words = words(annotations, entry);
    return merge
        .verdict()
        .map(
            verdict ->
                new Page.Verdict(
                    verdict.label(),
                    VerdictMark.of(merge).map(VerdictMark::symbol).orElse(""),
                    VerdictWords.share(merge).orElse(""),
                    VerdictWords.why(merge),
                    VerdictWords.largestFirst(merge).stream().limit(LARGEST).toList(),
                    words));
  }

  private static Optional<String> mean(String name, CategorySummary category) {
    return category
        .all()
        .map(
            all ->
                all.figures()
                    .map(
                        some ->
                            "%s %s (%s)"
                                .formatted(
                                    Numbers.percent(some.mean()),
                                    name,
                                    SummarySentences.count(all)))
                    .orElseGet(() -> "%s from zero (%s)".formatted(name, all.count())));
  }
}
