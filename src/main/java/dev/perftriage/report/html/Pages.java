package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.Selection;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.html.CaseView.ViewKind;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CoverageSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.TurnedSentences;
import dev.perftriage.report.prose.UnexplainedSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the page of a report or a comparison. */
public final class Pages {

  /** The number of changes listed without a script, which shows all. */
  static final int MOST_ROWS = 100;

  static final String ALL_CASES = "All test cases";

  private Pages() {}

  /**
   * The page of a week.
   *
   * @param annotations the noise verdicts; empty if not requested
   * @param figures the charts
   * @param all the comparable test cases of the whole range by each metric that is available
   * @param thresholds those of all test cases of the listed merges
   * @param listsAll whether those that are not relevant are listed without being asked for
   */
  public static Page ofReport(
      TriageReport report,
      Optional<Annotations> annotations,
      List<Figure> figures,
      List<ComparableTestCases> all,
      ListedThresholds thresholds,
      boolean listsAll) {
    Optional<ComparisonSummary> whole = report.week().whole();
    List<Page.Fact> facts = new ArrayList<>(whole.map(Pages::facts).orElse(List.of()));
    facts.addAll(selection(report.week().selection()));
    report
        .week()
        .geometricMean()
        .map(mean -> new Page.Fact(ALL_CASES, SelectionSentences.mean(mean)))
        .ifPresent(facts::add);
    new CoverageSentences(report.week().coverage(), Markup.NONE)
        .all()
        .forEach(sentence -> facts.add(new Page.Fact("Coverage", sentence)));
    facts.add(new Page.Fact("Merges", report.comparisonsLine()));
    facts.add(new Page.Fact("Listed", report.countsLine()));
    facts.add(new Page.Fact("Triage", "@" + report.triager()));
    EntrySections entries = new EntrySections(report, annotations);
    List<CaseView> views = new ArrayList<>(ofRange(report, all));
    views.addAll(entries.views());
    Optional<ComparableTestCases> leading =
        all.stream().filter(some -> some.metric().equals(report.week().metric())).findFirst();
    Optional<ComparableTestCases> listed = leading.filter(some -> listsAll);
    return new Page(
        report.date() + " Triage Log",
        SummarySentences.week(report),
        caveats(report.allCaveats()),
        facts,
        report.wholes().stream().map(summary -> Page.Summary.of(summary, "")).toList(),
        List.of(),
        figures,
        entries.all(),
        annotations.map(some -> TurnedSentences.all(some, Markup.NONE)).orElse(List.of()),
        UnexplainedSentences.all(report.unexplained(), Markup.NONE),
        listed.isPresent() ? "All comparable test cases" : "All relevant test cases",
        CaseTable.of(
            report.week().metric(),
            listed
                .map(ComparableTestCases::changes)
                .or(() -> whole.map(some -> some.relevant().toList()))
                .orElse(List.of()),
            MOST_ROWS),
        new PageData(
                views,
                annotations.map(some -> some.verdicts().series()),
                "",
                report.week().metric(),
                leading.map(ComparableTestCases::crateKinds).orElse(Map.of()),
                thresholds,
                report.week().selection().filter().selectsByOutcome(),
                listsAll)
            .render(),
        List.of(),
        List.of(),
        whole.map(some -> ArtifactFacts.rows(some.before(), some.after())).orElse(List.of()),
        report.untriaged());
  }

  /** The whole range by each metric: all its test cases, or else the relevant ones. */
  private static List<CaseView> ofRange(TriageReport report, List<ComparableTestCases> all) {
    List<CaseView> views = new ArrayList<>();
    for (ComparisonSummary whole : report.wholes()) {
      String id = views.isEmpty() ? "range" : "metric-" + views.size();
      String title = whole.metric().name();
      views.add(
          all.stream()
              .filter(cases -> cases.metric().equals(whole.metric()))
              .findFirst()
              .map(cases -> CaseView.of(id, ViewKind.RANGE, title, cases))
              .orElseGet(() -> CaseView.of(id, title, whole)));
    }
    return views;
  }

  /** The page of a comparison, with its charts and histories. */
  public static Page ofComparison(
      ComparisonReport report, List<Figure> figures, CaseHistories histories) {
    return new ComparisonPage(report, histories).with(figures);
  }

  static List<String> caveats(List<ScopedCaveat> caveats) {
    return caveats.stream().map(caveat -> CaveatSentences.of(caveat).in(Markup.NONE)).toList();
  }

  /** What a filter selects, and why it allows no geometric mean. */
  static List<Page.Fact> selection(Selection selection) {
    return Stream.concat(
            SelectionSentences.filter(selection).stream()
                .map(note -> new Page.Fact("Filter", note.in(Markup.NONE))),
            SelectionSentences.noMean(selection.filter()).stream()
                .map(reason -> new Page.Fact(ALL_CASES, reason)))
        .toList();
  }

  static List<Page.Fact> facts(ComparisonSummary summary) {
    Sha start = summary.before().commit();
    Sha end = summary.after().commit();
    return List.of(
        new Page.Fact(
            "Range",
            summary.before().shortCommit() + ".." + summary.after().shortCommit(),
            SiteUrl.range(start, end, summary.metric())),
        new Page.Fact(
            "Comparison",
            "on perf.rust-lang.org",
            SiteUrl.comparison(start, end, summary.metric())),
        new Page.Fact("From", artifact(summary.before())),
        new Page.Fact("To", artifact(summary.after())),
        new Page.Fact("Metric", summary.metric().name()));
  }

  private static String artifact(Artifact artifact) {
    return artifact.commit().text()
        + ArtifactFacts.date(artifact).map(date -> ", " + date).orElse("")
        + (artifact.pr() == null ? "" : ", #" + artifact.pr());
  }
}
