package dev.perftriage.report.html;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.ArrayList;
import java.util.List;

/** The parts of a comparison's page other than the leading metric's test cases. */
final class PageParts {

  private PageParts() {}

  /** The parts, metric by metric: test cases first, then runtime benchmarks. */
  static List<Page.Part> of(ComparisonReport report, int mostRows) {
    List<Page.Part> parts = new ArrayList<>();
    for (int i = 0; i < report.metrics().size(); i++) {
      JudgedComparison judged = report.metrics().get(i);
      ArtifactComparison facts = judged.facts();
      if (i > 0) {
        CaseTable cases = CaseTable.of(report.listed(judged), mostRows);
        String title =
            (report.withAll() ? "Comparable" : "Relevant") + " test cases by " + facts.metric();
        parts.add(new Page.Part("metric-" + i, title, comparison(facts), List.of(), "", cases));
      }
      if (report.withRuntime()) {
        parts.add(runtime("runtime-" + i, facts, mostRows));
      }
    }
    return parts;
  }

  private static Page.Part runtime(String id, ArtifactComparison facts, int mostRows) {
    RuntimeSummary runtime = RuntimeSummary.of(facts);
    return new Page.Part(
        id,
        "Relevant runtime benchmarks by " + facts.metric() + ", of " + runtime.measured(),
        comparison(facts),
        SummaryRow.ofRuntime(runtime),
        SelectionSentences.notComparable(runtime.notComparable())
            .map(note -> note.in(Markup.NONE))
            .orElse(""),
        CaseTable.of(runtime.relevantLargestFirst(), mostRows));
  }

  private static Page.Fact comparison(ArtifactComparison facts) {
    return new Page.Fact(
        "Comparison",
        "Comparison by " + facts.metric() + " on perf.rust-lang.org",
        SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
  }
}
