package dev.perftriage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseEvidence;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.History.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scale that a test case's values are plotted on. */
class CaseScaleTest {

  private static final TestCase CASE =
      new TestCase("serde", "opt", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);

  @Test
  void reachesAsFarAsTheValuesButNoFurtherThanThreeTimesTheChange() {
    CaseScale scale = scale(100, 110, 0.01, List.of(100.0, 112.0, 900.0));

    assertThat(scale.lowest()).isEqualTo(-0.01);
    assertThat(scale.highest()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(scale.isBeyond(900)).isTrue();
    assertThat(scale.place(900)).isEqualTo(scale.highest());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheValuesTheyArePlacedBetweenTwoFiniteEnds(long seed) {
    Random random = new Random(seed);
    double[] ends = {Double.MIN_VALUE, 1e-300, 1, 1e308, Double.MAX_VALUE};
    for (int i = 0; i < 5_000; i++) {
      List<Double> values = new ArrayList<>();
      for (int count = random.nextInt(5) + 3; count > 0; count--) {
        double end = ends[random.nextInt(ends.length)];
        values.add(random.nextBoolean() ? end * random.nextDouble() : -end);
      }
      double before = values.get(0) == 0 ? 1 : values.get(0);
      CaseScale scale = scale(before, values.get(1), Math.abs(values.get(2)), values);

      assertThat(scale.lowest()).isFinite().isNegative();
      assertThat(scale.highest()).isFinite().isPositive();
      assertThat(scale.threshold()).isBetween(0.0, Math.min(scale.highest(), -scale.lowest()));
      for (double value : values) {
        assertThat(scale.place(value)).isBetween(scale.lowest(), scale.highest());
      }
    }
  }

  private static CaseScale scale(
      double before, double after, double threshold, List<Double> values) {
    TestCaseChange change =
        new TestCaseChange(
            CASE,
            Category.PRIMARY,
            new TestResultComparison(before, after, threshold, 3, true),
            Magnitude.LARGE);
    NoiseEvidence evidence = NoiseEvidence.ofNoSeries(change, NoiseRule.REVERT, 0);
    List<Value> measured = new ArrayList<>();
    values.forEach(value -> measured.add(new Value(measured.size(), value)));
    return CaseScale.of(
        new JudgedChange(change, NoiseVerdict.PERSISTENT, null, evidence), measured);
  }
}
