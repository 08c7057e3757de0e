package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Gate;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.app.CompareRun.CompareRequest;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.source.io.SizeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareRunTest {

  private static final SizeLimit LARGEST = new SizeLimit(SizeLimit.LARGEST, "");

  private static final Path SAVED = Path.of("samples/148193.json");

  private final Recorded recorded = new Recorded();

  @Test
  void oneRevisionIsComparedWithItsParent() {
    ArtifactComparison comparison = fetch("pr:148040", Metric.INSTRUCTIONS).get(0);

    assertThat(comparison.before().shortCommit()).isEqualTo("34a8c736");
    assertThat(comparison.after().shortCommit()).isEqualTo("4b532798");
  }

  @Test
  void aMetricThatWasNotRecordedIsAnErrorWithAdvice() {
    assertThatThrownBy(() -> fetch("pr:148040", new Metric("wall-time")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "has no comparison 34a8c736..4b532798 by wall-time (it has instructions:u, max-rss,"
                + " size:linked_artifact); fetch it");
  }

  @Test
  void theMetricThatIsGivenWinsOverTheFilesName() {
    assertThat(
            CompareRun.read(SAVED, new Metric("max-rss"), LARGEST)
                .compared()
                .leading()
                .metric()
                .name())
        .isEqualTo("max-rss");
    assertThat(CompareRun.metricOf(SAVED)).isEmpty();
    assertThat(CompareRun.metricOf(Path.of("a..b.max-rss.json"))).hasValue(new Metric("max-rss"));
  }

  @Test
  void aSavedResponseMatchesWithoutFilter() {
    assertThat(saved().isMatched(recorded.diagnostics())).isTrue();
    assertThat(recorded.notes).isEmpty();
  }

  @Test
  void backendsThatWereNotMeasuredAreAnError() {
    assertThatThrownBy(() -> saved().backends(List.of("llvm", "gcc"), recorded.diagnostics()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no test case was measured with both llvm and gcc; it has llvm");
  }

  @Test
  void aGateThatTripsNamesTheWorstFirst() {
    GateCheck check =
        GateCheck.of(report(), List.of(new Gate.Regressions("regression", Magnitude.SMALL, 0)));

    assertThat(check.trips()).hasSize(1);
    assertThat(check.trips().get(0))
        .isSortedAccordingTo(
            (a, b) -> Double.compare(b.change().orElseThrow(), a.change().orElseThrow()));
    assertThat(check.missing()).isEmpty();
  }

  @Test
  void withoutGatesNothingTripsOrIsMissing() {
    GateCheck check = GateCheck.of(report(), List.of());

    assertThat(check.trips()).isEmpty();
    assertThat(check.missing()).isEmpty();
  }

  private List<ArtifactComparison> fetch(String revision, Metric metric) {
    return CompareRun.fetch(
            recorded.session(),
            new CompareRequest(Revision.parse(revision), Optional.empty(), false, List.of(metric)))
        .comparisons();
  }

  private static CompareRun saved() {
    return new CompareRun(
        CompareRun.read(SAVED, Metric.INSTRUCTIONS, LARGEST).compared(), CaseFilter.ALL, false);
  }

  private ComparisonReport report() {
    return saved().report("RUNTIME", List.of(), false, recorded.diagnostics());
  }
}
