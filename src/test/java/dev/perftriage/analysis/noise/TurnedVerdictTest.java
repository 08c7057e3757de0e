package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TurnedVerdictTest {

  private static final double LOW = 1000;
  private static final double HIGH = 1050;

  @Test
  void whatWasPendingAndIsDecidedTurned() {
    assertThat(TurnedVerdict.between(week(38, 60, 40), week(38, 60, 60)))
        .singleElement()
        .satisfies(
            turned -> {
              assertThat(turned.before()).isEqualTo(EntryVerdict.PENDING);
              assertThat(turned.merge().verdict()).contains(EntryVerdict.REAL);
              assertThat(turned.merge().summary().after().commit()).isEqualTo(Range.commit(38));
            });
  }

  @Test
  void whatStayedAndWentBackTurned() {
    assertThat(TurnedVerdict.between(week(30, 44, 40), week(30, 44, 60)))
        .singleElement()
        .satisfies(
            turned -> {
              assertThat(turned.before()).isEqualTo(EntryVerdict.REAL);
              assertThat(turned.merge().verdict()).contains(EntryVerdict.UNDONE);
            });
  }

  @Test
  void whatIsStillTheSameOrStillOpenDidNot() {
    assertThat(TurnedVerdict.between(week(20, 60, 40), week(20, 60, 60))).isEmpty();
    assertThat(TurnedVerdict.between(week(39, 60, 40), week(39, 60, 42))).isEmpty();
    // and neither did a merge of the range itself
    assertThat(TurnedVerdict.between(week(45, 60, 40), week(45, 60, 60))).isEmpty();
  }

  /** A series of so many merges, on the high level from a merge to before another. */
  private static NoiseVerdicts week(int from, int to, int merges) {
    double[] values = new double[60];
    Arrays.fill(values, LOW);
    Arrays.fill(values, from, to, HIGH);
    return new Range().with("a", Arrays.copyOf(values, merges)).verdicts();
  }
}
