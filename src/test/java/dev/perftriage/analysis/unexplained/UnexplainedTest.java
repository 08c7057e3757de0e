package dev.perftriage.analysis.unexplained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnexplainedTest {

  private static final Unexplained CHANGES =
      new Unexplained(
          new Steps()
              .with("a", 1000, 1100)
              .ledger()
              .unexplained(new Steps().with("a", 1000, 1100).week())
              .changes(),
          List.of());

  @Test
  void thereIsNothingIfThereAreNeitherChangesNorMerges() {
    Unexplained merges = new Unexplained(List.of(), List.of(merge()));

    assertThat(CHANGES.changes()).isNotEmpty();
    assertThat(Unexplained.NONE.isNothing()).isTrue();
    assertThat(CHANGES.isNothing()).isFalse();
    assertThat(merges.isNothing()).isFalse();
    assertThat(Unexplained.NONE.and(Unexplained.NONE).isNothing()).isTrue();
  }

  @Test
  void bothTogetherAreTheFirstThenTheOther() {
    Unexplained one = new Unexplained(CHANGES.changes(), List.of(merge()));

    Unexplained both = one.and(one);

    assertThat(both.changes()).hasSize(2 * one.changes().size());
    assertThat(both.merges()).hasSize(2);
    assertThat(Unexplained.NONE.and(one)).isEqualTo(one);
    assertThat(one.and(Unexplained.NONE)).isEqualTo(one);
  }

  private static UnlistedMerge merge() {
    return new UnlistedMerge(Steps.ARM, new Steps().with("a", 1000, 1100).week().steps().get(0));
  }
}
