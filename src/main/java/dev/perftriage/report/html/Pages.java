package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.Selection;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.AggregationRows;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CoverageSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.TurnedSentences;
import dev.perftriage.report.prose.UnexplainedSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the page of a report or a comparison. */
public final class Pages {

  /** With {@link #MOST_ROWS}, this limits a page to about 1.5 MB. */
  private static final int MOST_ENTRY_ROWS = 5_000;

  private static final int MOST_ROWS = 6_000;
  private static final String ALL_CASES = "All test cases";

  private Pages() {}

  /**
   * The page of a week.
   *
   * @param annotations the noise verdicts; empty if not requested
   * @param figures the charts
   * @param all the comparable test cases; empty to list only the relevant ones
   */
  public static Page ofReport(
      TriageReport report,
      Optional<Annotations> annotations,
      List<Figure> figures,
      Optional<ComparableTestCases> all) {
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
    facts.addAll(caveats(report.allCaveats()));
    facts.add(new Page.Fact("Merges", report.comparisonsLine()));
    facts.add(new Page.Fact("Listed", report.countsLine()));
    facts.add(new Page.Fact("Triage", "@" + report.triager()));
    int mostRows =
        CaseTable.mostRows(
            report.week().entries().stream().map(entry -> (int) entry.relevant().count()).toList(),
            MOST_ENTRY_ROWS);
    return new Page(
        report.date() + " Triage Log",
        SummarySentences.week(report),
        facts,
        report.wholes().stream().map(summary -> Page.Summary.of(summary, "")).toList(),
        List.of(),
        figures,
        new EntrySections(report, annotations, mostRows).all(),
        annotations.map(some -> TurnedSentences.all(some, Markup.NONE)).orElse(List.of()),
        UnexplainedSentences.all(report.unexplained(), Markup.NONE),
        all.isPresent() ? "All comparable test cases" : "All relevant test cases",
        CaseTable.of(
            report.week().metric(),
            all.map(ComparableTestCases::changes)
                .or(() -> whole.map(some -> some.relevant().toList()))
                .orElse(List.of()),
            MOST_ROWS),
        List.of(),
        List.of(),
        whole.map(some -> ArtifactFacts.rows(some.before(), some.after())).orElse(List.of()),
        report.untriaged());
  }

  /** The page of a comparison. */
  public static Page ofComparison(ComparisonReport report, List<Figure> figures) {
    JudgedComparison leading = report.leading();
    List<Page.Fact> facts = new ArrayList<>(facts(leading.summary()));
    facts.addAll(selection(leading.selection()));
    facts.addAll(caveats(report.caveats()));
    List<Page.Summary> summaries = new ArrayList<>();
    List<Page.Grouping> groupings = new ArrayList<>();
    for (JudgedComparison judged : report.metrics()) {
      String metric = report.isBySeveralMetrics() ? judged.facts().metric().name() : "";
      judged
          .byTarget()
          .forEach(
              (target, summary) -> {
                String on = target.equals(TestCase.DEFAULT_TARGET) ? "" : " on " + target;
                String cases = ALL_CASES + (metric.isEmpty() ? "" : " by " + metric) + on;
                summaries.add(Page.Summary.of(summary, on));
                judged
                    .geometricMean(target)
                    .map(mean -> new Page.Fact(cases, SelectionSentences.mean(mean)))
                    .ifPresent(facts::add);
              });
      report.aggregations(judged).stream()
          .map(
              groups ->
                  new Page.Grouping(
                      "by " + groups.by().label() + (metric.isEmpty() ? "" : ", " + metric),
                      AggregationRows.of(groups, MetricUnit.of(judged.facts().metric()))))
          .forEach(groupings::add);
    }
    report.runtimeHint().ifPresent(hint -> facts.add(new Page.Fact("Runtime", hint)));
    return new Page(
        "Comparison of " + report.before().shortCommit() + ".." + report.after().shortCommit(),
        SummarySentences.comparison(leading.summary()),
        facts,
        summaries,
        groupings,
        figures,
        List.of(),
        List.of(),
        List.of(),
        "All " + report.listedNoun() + "s",
        CaseTable.of(leading.facts().metric(), report.listed(leading), MOST_ROWS),
        further(report),
        leading.facts().newErrors(),
        ArtifactFacts.rows(report.before(), report.after()),
        Optional.empty());
  }

  private static List<Page.Fact> caveats(List<ScopedCaveat> caveats) {
    return caveats.stream()
        .map(caveat -> new Page.Fact("Caveat", CaveatSentences.of(caveat).in(Markup.NONE)))
        .toList();
  }

  /** What a filter selects, and why it allows no geometric mean. */
  private static List<Page.Fact> selection(Selection selection) {
    return Stream.concat(
            SelectionSentences.filter(selection).stream()
                .map(note -> new Page.Fact("Filter", note.in(Markup.NONE))),
            SelectionSentences.noMean(selection.filter()).stream()
                .map(reason -> new Page.Fact(ALL_CASES, reason)))
        .toList();
  }

  private static List<Page.Fact> facts(ComparisonSummary summary) {
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

  /** The additional tables, metric by metric: test cases first, then runtime benchmarks. */
  private static List<Page.FurtherCases> further(ComparisonReport report) {
    List<Page.FurtherCases> further = new ArrayList<>();
    for (int i = 0; i < report.metrics().size(); i++) {
      JudgedComparison judged = report.metrics().get(i);
      ArtifactComparison facts = judged.facts();
      if (i > 0) {
        CaseTable cases = CaseTable.of(facts.metric(), report.listed(judged), MOST_ROWS);
        String title = SummarySentences.capitalized(report.listedNoun()) + "s by " + facts.metric();
        further.add(
            new Page.FurtherCases("metric-" + i, title, comparison(facts), List.of(), "", cases));
      }
      if (report.withRuntime()) {
        further.add(runtime("runtime-" + i, facts));
      }
    }
    return further;
  }

  private static Page.FurtherCases runtime(String id, ArtifactComparison facts) {
    RuntimeSummary runtime = RuntimeSummary.of(facts);
    return new Page.FurtherCases(
        id,
        "Relevant runtime benchmarks by " + facts.metric() + ", of " + runtime.measured(),
        comparison(facts),
        SummaryRow.ofRuntime(runtime),
        Page.Summary.note(SelectionSentences.leftOut(runtime)),
        CaseTable.of(facts.metric(), runtime.relevantLargestFirst(), MOST_ROWS));
  }

  private static Page.Fact comparison(ArtifactComparison facts) {
    return new Page.Fact(
        "Comparison",
        "Comparison by " + facts.metric() + " on perf.rust-lang.org",
        SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
  }
}
