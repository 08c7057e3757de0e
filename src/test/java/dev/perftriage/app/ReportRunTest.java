package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.app.ReportDocuments.ReportFormat;
import dev.perftriage.app.ReportRun.Explanation;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.source.range.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportRunTest {

  private static final TextStyle PLAIN = new TextStyle(false, TextStyle.UNLIMITED);

  private final Recorded recorded = new Recorded();
  private final ChartJob noCharts = new ChartJob(List.of(), false, Recorded.OPTIONS);

  @Test
  void withoutEndsTheStoresWholeRangeIsReported() {
    FinishedReport finished = wholeWeek(OptionalInt.empty()).report(noCharts);

    assertThat(finished.report().comparisonsLine()).startsWith("36 ");
    assertThat(finished.report().week().entries()).hasSize(17);
    assertThat(finished.annotations()).isEmpty();
    assertThat(finished.isComplete()).isTrue();
  }

  @Test
  void itSaysNothingOfACompleteReport() {
    wholeWeek(OptionalInt.empty()).report(noCharts).diagnose(recorded.diagnostics());

    assertThat(recorded.errors).isEmpty();
  }

  @Test
  void endsThatTurnOutToBeTheSameAreAMistake() {
    ReportRun run =
        run(
            RangeUse.FIGURES,
            Optional.of(Revision.parse("f5711a55")),
            Optional.of(Revision.parse(Recorded.END)),
            OptionalInt.empty());

    assertThatThrownBy(() -> run.report(noCharts)).hasMessage("the range is empty");
  }

  @Test
  void theEvidenceOnAMergeNeedsItInTheRange() {
    ReportRun run = wholeWeek(OptionalInt.of(0));

    Explanation found = run.explain(merge(148202), PLAIN);
    Explanation other = run.explain(merge(1), PLAIN);

    assertThat(found.evidence()).get().asString().contains("#148202");
    assertThat(found.isComplete()).isTrue();
    assertThat(other.evidence()).isEmpty();
    assertThat(other.isComplete()).isFalse();
  }

  @Test
  void onlyThePartsThatAreAskedForAreWritten() {
    FinishedReport finished = wholeWeek(OptionalInt.of(0)).report(noCharts);
    ReportDocuments.Parts parts =
        new ReportDocuments.Parts(
            ReportFormat.MARKDOWN,
            Optional.empty(),
            true,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Path.of(""));

    ReportDocuments documents = ReportDocuments.of(finished, parts, noCharts);

    assertThat(documents.report()).startsWith("# 2025-11-03 Triage Log\n").contains("@ferris");
    assertThat(documents.page()).isEmpty();
  }

  @Test
  void onlyAPageKeepsTheThresholdsOfWhatIsNotRelevant() {
    AnalyzedRange page = wholeWeek(RangeUse.PAGE, OptionalInt.empty()).report(noCharts).range();
    AnalyzedRange charts = wholeWeek(RangeUse.CHARTS, OptionalInt.empty()).report(noCharts).range();

    for (ComparisonSummary entry : page.verdicts().entries()) {
      assertThat(thresholds(page, entry)).isEqualTo(entry.measured().testCases());
      assertThat(thresholds(charts, entry)).isZero();
    }
  }

  /** Of how many test cases of an entry the threshold is known. */
  private static long thresholds(AnalyzedRange range, ComparisonSummary entry) {
    return range.whole().orElseThrow().changes().stream()
        .filter(one -> range.thresholds().of(entry.after().commit(), one.testCase()).isPresent())
        .count();
  }

  private ReportRun wholeWeek(OptionalInt mergesBefore) {
    return wholeWeek(RangeUse.FIGURES, mergesBefore);
  }

  private ReportRun wholeWeek(RangeUse use, OptionalInt mergesBefore) {
    return run(use, Optional.empty(), Optional.empty(), mergesBefore);
  }

  private ReportRun run(
      RangeUse use, Optional<Revision> start, Optional<Revision> end, OptionalInt mergesBefore) {
    return new ReportRun(
        recorded.session(),
        new ReportRequest(
            Optional.empty(),
            start,
            end,
            () -> new UsageException("the range is empty"),
            List.of(Metric.INSTRUCTIONS),
            CaseFilter.ALL,
            use,
            mergesBefore,
            false,
            0,
            true,
            LocalDate.of(2025, 11, 3),
            "ferris"),
        () -> Progress.SILENT);
  }

  private static ExplainedMerge merge(int pull) {
    return new ExplainedMerge("#" + pull, Optional.of(pull), Optional.empty());
  }
}
