package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.app.FetchRun.FetchedRange;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.source.range.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchRunTest {

  private final Recorded recorded = new Recorded();

  @Test
  void itCountsWhatTheStoreHasOfTheRange() {
    FetchedRange fetched = fetch(Recorded.START, Metric.INSTRUCTIONS);

    assertThat(fetched.comparisons()).isEqualTo(36);
    assertThat(fetched.pulls()).isEqualTo(17);
    assertThat(fetched.missing()).isEmpty();
    assertThat(fetched.isComplete()).isTrue();
  }

  @Test
  void aMetricThatWasNotRecordedIsAnErrorWithAdvice() {
    assertThatThrownBy(() -> fetch(Recorded.START, new Metric("wall-time")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "by wall-time (it has instructions:u, max-rss, size:linked_artifact); fetch it");
  }

  @Test
  void anUnknownStartIsAnError() {
    assertThatThrownBy(() -> fetch("pr:1", Metric.INSTRUCTIONS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1");
  }

  private FetchedRange fetch(String start, Metric metric) {
    return FetchRun.fetch(
        recorded.session(),
        Revision.parse(start),
        Optional.empty(),
        List.of(metric),
        () -> Progress.SILENT,
        recorded.diagnostics());
  }
}
