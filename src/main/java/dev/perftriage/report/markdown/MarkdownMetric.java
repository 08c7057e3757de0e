package dev.perftriage.report.markdown;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.NotComparableNote;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.RuntimeRow;
import java.util.List;
import java.util.Map;

/** What a comparison by one metric says, as Markdown. */
final class MarkdownMetric {

  private MarkdownMetric() {}

  /** The metric as a link to the site's page for it. */
  static String link(ArtifactComparison facts) {
    return MarkdownText.link(MarkdownText.inCodeSpan(facts.metric().name()), address(facts));
  }

  static String address(ArtifactComparison facts) {
    return SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric());
  }

  /** The summary table of each target, an empty line after each. */
  static String summaries(JudgedComparison judged) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, ComparisonSummary> target : judged.byTarget().entrySet()) {
      if (!target.getKey().equals(TestCase.DEFAULT_TARGET)) {
        out.append("On ").append(MarkdownText.inCodeSpan(target.getKey())).append(":\n\n");
      }
      out.append(SummaryTable.render(target.getValue())).append('\n');
      NotComparableNote.of(target.getValue().notComparable(), MarkdownText::inCodeSpan)
          .ifPresent(note -> out.append(note).append("\n\n"));
      out.append(MarkdownSlice.geometricMean(judged, target.getKey()));
    }
    return out.toString();
  }

  /** The test cases, and where they are wanted their groups and the runtime benchmarks. */
  static String changes(JudgedComparison judged, ComparisonReport report) {
    StringBuilder out = new StringBuilder();
    List<TestCaseChange> changes = report.listed(judged);
    out.append("#### ").append(Numbers.counted(changes.size(), report.listedNoun()));
    out.append("\n\n");
    if (!changes.isEmpty()) {
      out.append(cases(changes).render()).append('\n');
    }
    report.aggregations(judged).forEach(groups -> out.append(MarkdownSlice.groups(groups)));
    if (report.withRuntime()) {
      appendRuntime(out, RuntimeSummary.of(judged.facts()));
    }
    return out.toString();
  }

  private static MarkdownTable cases(List<TestCaseChange> changes) {
    MarkdownTable table =
        MarkdownTable.plain(
            "benchmark", "profile", "scenario", "change", "factor", "before", "after");
    for (TestCaseChange change : changes) {
      table.row(
          MarkdownText.inCell(change.testCase().benchmark()),
          MarkdownText.inCell(change.testCase().profile()),
          MarkdownText.inCell(change.testCase().variant()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    return table;
  }

  private static void appendRuntime(StringBuilder out, RuntimeSummary runtime) {
    List<TestCaseChange> changes = runtime.relevantLargestFirst();
    out.append("#### ").append(Numbers.counted(changes.size(), "relevant runtime benchmark"));
    out.append(" of ").append(runtime.measured()).append("\n\n");
    MarkdownTable summary =
        MarkdownTable.centred(
            MarkdownText.inCell("(" + runtime.metric().name() + ")"), "mean", "range", "count");
    for (RuntimeRow row : RuntimeRow.of(runtime)) {
      summary.row(label(row.kind()), row.mean(), row.range(), row.count());
    }
    out.append(summary.render()).append('\n');
    NotComparableNote.of(runtime.notComparable(), MarkdownText::inCodeSpan)
        .ifPresent(note -> out.append(note).append("\n\n"));
    if (changes.isEmpty()) {
      return;
    }
    MarkdownTable table = MarkdownTable.plain("benchmark", "change", "factor", "before", "after");
    for (TestCaseChange change : changes) {
      table.row(
          MarkdownText.inCell(change.testCase().toString()),
          Numbers.percent(change.change()),
          Numbers.factor(change.result().significanceFactor()),
          Numbers.value(change.result().before()),
          Numbers.value(change.result().after()));
    }
    out.append(table.render()).append('\n');
  }

  private static String label(RuntimeRow.Kind kind) {
    return switch (kind) {
      case REGRESSIONS -> kind.label() + " ❌";
      case IMPROVEMENTS -> kind.label() + " ✅";
      case ALL -> kind.label() + " ❌✅";
    };
  }
}
