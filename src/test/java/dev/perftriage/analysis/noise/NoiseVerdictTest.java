package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the verdicts must reach on labelled series. What they did reach, for each cause, is printed
 * by
 *
 * <pre>mvn -q test -Dtest=NoiseVerdictTest -Dnoise.print</pre>
 */
@Tag("long")
class NoiseVerdictTest {

  private static final double LEAST_PRECISION = 0.95;
  private static final double LEAST_RECALL = 0.9;
  private static final double MOST_PENDING = 0.02;
  private static final double LARGE_STEPS_CALLED_NOISE = 0.001;

  /** Where hardly a week is like the real ones, or large steps are few. */
  private static final double IN_HARSH_SERIES = 0.02;

  @ParameterizedTest(name = "{0} weeks, seed {2}")
  @MethodSource("series")
  void noiseIsToldFromRealChanges(
      String name, SeriesShape shape, long seed, double largeStepsCalledNoise) {
    NoiseScore score = new NoiseScore(new LabelledSeries(shape, seed)).judge();
    if (System.getProperty("noise.print") != null) {
      System.out.println(name + " weeks, seed " + seed + "\n" + score);
    }
    assertThat(score.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
    assertThat(score.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(score.pendingShare()).isLessThanOrEqualTo(MOST_PENDING);
    assertThat(score.groupNoiseShare()).isLessThan(largeStepsCalledNoise);
  }

  static Stream<Arguments> series() {
    return Stream.of(
        Arguments.of("usual", SeriesShape.USUAL, 2L, LARGE_STEPS_CALLED_NOISE),
        Arguments.of("usual", SeriesShape.USUAL, 7L, LARGE_STEPS_CALLED_NOISE),
        Arguments.of("quiet", SeriesShape.QUIET, 3L, LARGE_STEPS_CALLED_NOISE),
        Arguments.of("noisy", SeriesShape.NOISY, 4L, IN_HARSH_SERIES),
        Arguments.of("busy", SeriesShape.BUSY, 5L, IN_HARSH_SERIES),
        Arguments.of("lonely", SeriesShape.LONELY, 6L, IN_HARSH_SERIES));
  }
}
