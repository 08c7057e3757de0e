package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Merge;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the values of drawn series bear out what is claimed of their changes. */
class ClaimsTest {

  private static final int BENCHMARKS = 30;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyClaimHoldsAgainstTheValues(long seed) {
    NoiseVerdicts verdicts = FlaggedWeek.drawn(seed, BENCHMARKS).annotations().verdicts();
    int claims = 0;
    for (MergeVerdicts merge : verdicts.all()) {
      int at = Objects.requireNonNull(verdicts.series().indexOf(merge.summary().after().commit()));
      for (JudgedChange judged : merge.changes()) {
        double[] values = verdicts.series().values(judged.change().testCase());
        checkStay(judged, values, at);
        checkSwitches(judged, values, at);
        Merge other = judged.other();
        if (other != null && judged.evidence().decidedBy() != NoiseRule.NO_MOVE) {
          checkWayBack(
              judged, values, at, Objects.requireNonNull(verdicts.series().indexOf(other.sha())));
        }
        claims++;
      }
    }
    assertThat(claims).isGreaterThan(100);
  }

  static Stream<Long> seeds() {
    return Stream.of(11L, 12L, 13L, 14L, 15L, 16L);
  }

  /** "stayed for N measurements": most of these N are nearer to the level after. */
  private static void checkStay(JudgedChange judged, double[] values, int at) {
    NoiseEvidence evidence = judged.evidence();
    if (judged.verdict() != NoiseVerdict.PERSISTENT) {
      return;
    }
    double[] stay =
        Arrays.stream(values, at, values.length)
            .filter(value -> !Double.isNaN(value))
            .limit(evidence.stayed())
            .toArray();
    long near = Arrays.stream(stay).filter(value -> isAfter(evidence, value)).count();

    assertThat(stay).as("%s", judged).hasSize(evidence.stayed());
    assertThat(2 * near).as("%s", judged).isGreaterThan(stay.length);
  }

  /** "went back at", "returned at", "reverted by": it moved the other way there. */
  private static void checkWayBack(JudgedChange judged, double[] values, int at, int other) {
    double change = judged.evidence().levelAfter() - judged.evidence().levelBefore();
    double back = values[other] - lastBefore(values, other);

    assertThat(other).isNotEqualTo(at);
    assertThat(back * change).as("%s", judged).isNegative();
    if (judged.evidence().decidedBy() != NoiseRule.REVERT && other > at) {
      assertThat(isAfter(judged.evidence(), values[other])).as("%s", judged).isFalse();
    }
  }

  /**
   * "N switches in M measurements": of the M up to 200 merges before and 60 after, as many are that
   * far from the one before.
   */
  private static void checkSwitches(JudgedChange judged, double[] values, int at) {
    NoiseEvidence evidence = judged.evidence();
    double size = Math.abs(evidence.levelAfter() - evidence.levelBefore());
    int measured = 0;
    int far = 0;
    double last = Double.NaN;
    for (int i = 0; i <= Math.min(at + 60, values.length - 1); i++) {
      if (!Double.isNaN(values[i])) {
        measured += i >= at - 200 ? 1 : 0;
        far += i >= at - 200 && Math.abs(values[i] - last) >= size * 0.3 ? 1 : 0;
        last = values[i];
      }
    }
    assertThat(evidence.window()).isEqualTo(measured);
    assertThat(evidence.switches()).as("%s", judged).isLessThanOrEqualTo(far);
    if (judged.verdict() == NoiseVerdict.FLIP_FLOP) {
      assertThat(evidence.switches()).as("%s", judged).isGreaterThan(2);
    }
  }

  private static boolean isAfter(NoiseEvidence evidence, double value) {
    return Math.abs(value - evidence.levelAfter()) < Math.abs(value - evidence.levelBefore());
  }

  private static double lastBefore(double[] values, int place) {
    int last = place - 1;
    while (Double.isNaN(values[last])) {
      last--;
    }
    return values[last];
  }
}
