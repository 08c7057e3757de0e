package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.range.WalkedRange.Context;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose values noise is told by. */
class NoiseInputTest {

  private static final Context<ComparisonSummary> NOTHING = new Context<>(List.of(), List.of());

  @Test
  void otherTargetsWhoseValuesAreKeptAreNotReported() {
    NoiseInput.Recorder recorder = new NoiseInput.Recorder();
    recorder.values("aarch64-unknown-linux-gnu");
    recorder.add(Comparisons.comparison().build(), TestCase.DEFAULT_TARGET);

    assertThat(recorder.input(NOTHING, List.of(), List.of(), NOTHING).values())
        .isSameAs(recorder.values(TestCase.DEFAULT_TARGET));
  }
}
