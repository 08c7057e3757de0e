package dev.perftriage.report.html;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.AggregationRows;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.html.CaseView.ViewKind;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the page of a comparison. */
record ComparisonPage(ComparisonReport report, CaseHistories histories) {

  private static final String HISTORIES = "Histories";

  /** The page with its charts. */
  Page with(List<Figure> figures) {
    JudgedComparison leading = report.leading();
    List<Page.Fact> facts = new ArrayList<>(Pages.facts(leading.summary()));
    facts.addAll(neighbours(leading.facts()));
    facts.addAll(Pages.selection(leading.selection()));
    List<Page.Summary> summaries = new ArrayList<>();
    List<Page.Grouping> groupings = new ArrayList<>();
    for (JudgedComparison judged : report.metrics()) {
      String metric = report.isBySeveralMetrics() ? judged.facts().metric().name() : "";
      judged
          .byTarget()
          .forEach(
              (target, summary) -> {
                String on = target.equals(TestCase.DEFAULT_TARGET) ? "" : " on " + target;
                String cases = Pages.ALL_CASES + (metric.isEmpty() ? "" : " by " + metric) + on;
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
    facts.add(new Page.Fact(HISTORIES, histories.note()));
    return new Page(
        "Comparison of " + report.before().shortCommit() + ".." + report.after().shortCommit(),
        SummarySentences.comparison(leading.summary()),
        Pages.caveats(report.caveats()),
        facts,
        summaries,
        groupings,
        figures,
        List.of(),
        List.of(),
        List.of(),
        "All " + report.listedNoun() + "s",
        CaseTable.of(leading.facts().metric(), report.listed(leading), Pages.MOST_ROWS),
        new PageData(
                views(),
                histories.series(),
                histories.series().isPresent() ? "" : HISTORIES + ": " + histories.note(),
                leading.facts().metric(),
                ComparableTestCases.of(leading.facts()).crateKinds(),
                new ListedThresholds(),
                false,
                report.withAll())
            .render(),
        further(),
        leading.facts().newErrors(),
        ArtifactFacts.rows(report.before(), report.after()),
        Optional.empty());
  }

  /** All test cases by each metric, and all runtime benchmarks if they are requested. */
  private List<CaseView> views() {
    List<CaseView> views = new ArrayList<>();
    for (int i = 0; i < report.metrics().size(); i++) {
      ArtifactComparison facts = report.metrics().get(i).facts();
      String id = i == 0 ? "range" : "metric-" + i;
      CaseView view =
          CaseView.of(id, ViewKind.RANGE, facts.metric().name(), ComparableTestCases.of(facts));
      views.add(i == 0 ? view.with(histories.verdicts()) : view);
      if (report.withRuntime()) {
        CaseView.ofRuntime("runtime-" + i, facts).ifPresent(views::add);
      }
    }
    return views;
  }

  /** The comparisons on the site before and after this one. */
  private static List<Page.Fact> neighbours(ArtifactComparison facts) {
    List<Page.Fact> neighbours = new ArrayList<>();
    Sha previous = facts.previousCommit();
    Sha next = facts.nextCommit();
    if (previous != null) {
      neighbours.add(neighbour("Previous", previous, facts.before().commit(), facts.metric()));
    }
    if (next != null) {
      neighbours.add(neighbour("Next", facts.after().commit(), next, facts.metric()));
    }
    return neighbours;
  }

  private static Page.Fact neighbour(String name, Sha start, Sha end, Metric metric) {
    return new Page.Fact(
        name, start.shortened() + ".." + end.shortened(), SiteUrl.comparison(start, end, metric));
  }

  /** The additional tables, metric by metric: test cases first, then runtime benchmarks. */
  private List<Page.FurtherCases> further() {
    List<Page.FurtherCases> further = new ArrayList<>();
    for (int i = 0; i < report.metrics().size(); i++) {
      JudgedComparison judged = report.metrics().get(i);
      ArtifactComparison facts = judged.facts();
      if (i > 0) {
        CaseTable cases = CaseTable.of(facts.metric(), report.listed(judged), Pages.MOST_ROWS);
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
        CaseTable.ofRuntime(facts.metric(), runtime.relevantLargestFirst(), Pages.MOST_ROWS));
  }

  private static Page.Fact comparison(ArtifactComparison facts) {
    return new Page.Fact(
        "Comparison",
        "Comparison by " + facts.metric() + " on perf.rust-lang.org",
        SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
  }
}
