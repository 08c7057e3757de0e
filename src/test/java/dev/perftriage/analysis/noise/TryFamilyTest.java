package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the verdicts on try builds must reach on each {@link NoiseFamily}. */
@Tag("long")
class TryFamilyTest {

  private static final double LEAST_PRECISION = 0.95;
  private static final double LEAST_RECALL = 0.82;
  private static final double LEAST_REAL_FOUND = 0.9;
  private static final double MOST_UNCLEAR = 0.1;

  /** Of single families: some hide real changes in scatter, or noise among the machine's days. */
  private static final double LEAST_PRECISION_OF_FAMILY = 0.9;

  private static final double LEAST_FOUND_OF_FAMILY = 0.7;

  /** Seeds of its own: the rules for merges were made with others. */
  private static final long[] SEEDS = {101, 102};

  private static final Map<NoiseFamily, TryScore> SCORES = new EnumMap<>(NoiseFamily.class);

  @BeforeAll
  static void judgeAllFamilies() {
    for (NoiseFamily family : NoiseFamily.values()) {
      TryScore score = new TryScore();
      for (long seed : SEEDS) {
        new DrawnTryBuilds(family.series(seed), seed).judge(score);
      }
      SCORES.put(family, score);
      print(family.name(), score);
    }
  }

  @ParameterizedTest
  @EnumSource(NoiseFamily.class)
  void mostOfWhatIsCalledNoiseOrRealIsAndMostOfBothIsFound(NoiseFamily family) {
    TryScore score = Objects.requireNonNull(SCORES.get(family));

    assertThat(score.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION_OF_FAMILY);
    assertThat(score.precisionOfReal()).isGreaterThanOrEqualTo(LEAST_PRECISION_OF_FAMILY);
    assertThat(score.recall()).isGreaterThanOrEqualTo(LEAST_FOUND_OF_FAMILY);
    assertThat(score.realFound()).isGreaterThanOrEqualTo(LEAST_FOUND_OF_FAMILY);
  }

  @Test
  void overAllFamiliesVerdictsAreRightAndFewChangesStayUnclear() {
    TryScore all = new TryScore();
    SCORES.values().forEach(all::add);
    print("all", all);

    assertThat(all.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
    assertThat(all.precisionOfReal()).isGreaterThanOrEqualTo(LEAST_PRECISION);
    assertThat(all.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(all.realFound()).isGreaterThanOrEqualTo(LEAST_REAL_FOUND);
    assertThat(all.unclear()).isLessThanOrEqualTo(MOST_UNCLEAR);
  }

  private static void print(String name, TryScore score) {
    if (System.getProperty("noise.print") != null) {
      System.out.println(name + "\n" + score);
    }
  }
}
