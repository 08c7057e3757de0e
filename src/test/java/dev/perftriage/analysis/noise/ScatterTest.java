package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much likelier a value is with a step than without. */
class ScatterTest {

  @Test
  void theTailIsThatOfTheValues() {
    Random random = new Random(7);
    double[] normal = random.doubles(45, -1, 1).map(each -> 1000 + each).toArray();
    double[] heavy = normal.clone();
    heavy[10] += 9;
    heavy[20] -= 12;
    heavy[30] += 17;

    assertThat(scatter(normal).tail()).isInstanceOf(NormalDistribution.class);
    assertThat(scatter(heavy).tail()).isInstanceOf(TDistribution.class);
  }

  @Test
  void farFromAllTheOddsAreThoseOfSomethingNew() {
    // Of 45 values, 0.07 and the unseen ones are somewhere new, with or without a step alike.
    assertThat(scatter(quiet()).oddsOfStep(1100, 0)).isEqualTo(45.07 / 0.07, within(1e-6));
    assertThat(scatter(quiet()).oddsOfStep(1100, 1 / 45.0)).isEqualTo(46.07 / 1.07, within(1e-6));
    assertThat(scatter(quiet()).oddsOfStep(900, 2 / 45.0)).isEqualTo(47.07 / 2.07, within(1e-6));
  }

  @Test
  void onTheLevelAStepIsUnlikely() {
    // 1,000.1 is the middle of three values, 45 of which are within two spreads.
    assertThat(scatter(quiet()).oddsOfStep(1000.1, 0)).isLessThan(0.02);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.9", "2, 0.45", "4, 0.22"})
  void theMoreValuesAreThereTheLessLikelyIsAStep(int there, double most) {
    double[] values = quiet();
    for (int i = 0; i < there; i++) {
      values[5 + 9 * i] = 1050;
    }

    assertThat(scatter(values).oddsOfStep(1050, 0)).isLessThan(most);
  }

  @Test
  void withoutALevelNothingIsInfinite() {
    assertThat(scatter(new double[45]).oddsOfStep(1, 0)).isFinite().isGreaterThan(1);
  }

  private static Scatter scatter(double[] values) {
    return Scatter.of(Neighbours.of(CaseValues.of(values), 30, new Company(45)));
  }

  private static double[] quiet() {
    double[] values = new double[45];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + (i % 3) * 0.1;
    }
    return values;
  }
}
