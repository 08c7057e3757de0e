package dev.perftriage.report.html;

import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.Selection;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.AggregationRow;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ArtifactFacts;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.prose.CoverageSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contents of the page of a report or a comparison. */
public final class Pages {

  /** Together about a megabyte and a half. */
  private static final int MOST_ENTRY_ROWS = 5_000;

  private static final int MOST_ROWS = 6_000;
  private static final String RELEVANT = "All relevant test cases";
  private static final String COMPARABLE = "All comparable test cases";

  private Pages() {}

  /**
   * The page of a week.
   *
   * @param annotations what is said beside the site's own verdicts; empty where nobody asked
   * @param figures the charts
   * @param all the comparable test cases, where all of them are listed and not only the relevant
   */
  public static Page ofReport(
      TriageReport report,
      Optional<Annotations> annotations,
      List<Figure> figures,
      Optional<ComparableTestCases> all) {
    Optional<ComparisonSummary> whole = report.week().whole();
    List<Page.Fact> facts = new ArrayList<>(whole.map(Pages::facts).orElse(List.of()));
    facts.addAll(sliceFacts(report.week().slice()));
    report
        .week()
        .geometricMean()
        .ifPresent(
            mean ->
                facts.add(new Page.Fact("All test cases", SelectionSentences.mean(mean), null)));
    CoverageSentences.of(report.week().coverage(), Markup.NONE)
        .forEach(sentence -> facts.add(new Page.Fact("Coverage", sentence, null)));
    facts.add(new Page.Fact("Merges", report.comparisonsLine(), null));
    facts.add(new Page.Fact("Listed", report.countsLine(), null));
    facts.add(new Page.Fact("Triage", "@" + report.triager(), null));
    return new Page(
        report.date() + " Triage Log",
        SummarySentences.week(report),
        facts,
        report.wholes().stream().map(summary -> summary(summary, "")).toList(),
        List.of(),
        figures,
        EntrySections.of(report, annotations, MOST_ENTRY_ROWS),
        all.isPresent() ? COMPARABLE : RELEVANT,
        CaseTable.of(
            all.map(ComparableTestCases::largestFirst)
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
    List<Page.Summary> summaries = new ArrayList<>();
    for (JudgedComparison judged : report.metrics()) {
      for (Map.Entry<String, ComparisonSummary> target : judged.byTarget().entrySet()) {
        boolean usual = target.getKey().equals(TestCase.DEFAULT_TARGET);
        summaries.add(summary(target.getValue(), usual ? "" : " on " + target.getKey()));
      }
    }
    List<Page.Fact> facts = new ArrayList<>(facts(leading.summary()));
    facts.addAll(sliceFacts(leading.slice()));
    for (JudgedComparison judged : report.metrics()) {
      for (String target : judged.byTarget().keySet()) {
        String by = report.isBySeveralMetrics() ? " by " + judged.facts().metric() : "";
        String on = target.equals(TestCase.DEFAULT_TARGET) ? "" : " on " + target;
        judged
            .geometricMean(target)
            .map(SelectionSentences::mean)
            .ifPresent(note -> facts.add(new Page.Fact("All test cases" + by + on, note, null)));
      }
    }
    report.runtimeHint().ifPresent(hint -> facts.add(new Page.Fact("Runtime", hint, null)));
    return new Page(
        "Comparison of " + report.before().shortCommit() + ".." + report.after().shortCommit(),
        SummarySentences.comparison(leading.summary()),
        facts,
        summaries,
        groupings(report),
        figures,
        List.of(),
        report.withAll() ? COMPARABLE : RELEVANT,
        CaseTable.of(report.listed(leading), MOST_ROWS),
        PageParts.of(report, MOST_ROWS),
        leading.facts().newErrors(),
        ArtifactFacts.rows(report.before(), report.after()),
        Optional.empty());
  }

  private static List<Page.Grouping> groupings(ComparisonReport report) {
    List<Page.Grouping> groupings = new ArrayList<>();
    for (JudgedComparison judged : report.metrics()) {
      String metric = report.isBySeveralMetrics() ? ", " + judged.facts().metric() : "";
      for (Aggregation groups : report.aggregations(judged)) {
        groupings.add(
            new Page.Grouping("by " + groups.by().label() + metric, AggregationRow.of(groups)));
      }
    }
    return groupings;
  }

  /** What a filter leaves, and why there is no geometric mean under it. */
  private static List<Page.Fact> sliceFacts(Selection slice) {
    List<Page.Fact> facts = new ArrayList<>();
    SelectionSentences.filter(slice)
        .ifPresent(note -> facts.add(new Page.Fact("Filter", note.in(Markup.NONE), null)));
    SelectionSentences.noMean(slice.filter())
        .ifPresent(reason -> facts.add(new Page.Fact("All test cases", reason, null)));
    return facts;
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
        new Page.Fact("From", artifact(summary.before()), null),
        new Page.Fact("To", artifact(summary.after()), null),
        new Page.Fact("Metric", summary.metric().name(), null));
  }

  private static String artifact(Artifact artifact) {
    return artifact.commit()
        + ArtifactFacts.date(artifact).map(date -> ", " + date).orElse("")
        + (artifact.pr() == null ? "" : ", #" + artifact.pr());
  }

  static Page.Summary summary(ComparisonSummary summary, String where) {
    return new Page.Summary(
        summary.metric().name() + where,
        SummaryRow.of(summary),
        SelectionSentences.notComparable(summary.notComparable())
            .map(note -> note.in(Markup.NONE))
            .orElse(""));
  }
}
