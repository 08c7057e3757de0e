package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a try build's value is compared with. */
class NeighboursTest {

  private static final int PARENT = 30;

  @Test
  void valuesOnOneLevelAllCount() {
    Neighbours around = Neighbours.of(CaseValues.of(quiet()), PARENT, new Company(46));

    assertThat(around.counted()).isEqualTo(quiet());
    assertThat(around.level()).isEqualTo(1000.1);
    assertThat(around.spread()).isEqualTo(0.1 * NoiseRules.SPREAD_OF_DIFFERENCES, within(1e-9));
  }

  @Test
  void valuesThatAreAllEqualStillHaveASpread() {
    double[] values = new double[46];
    Arrays.fill(values, 1000);

    assertThat(Neighbours.of(CaseValues.of(values), PARENT, new Company(46)).spread())
        .isEqualTo(0.01, within(1e-12));
  }

  @Test
  void allBeforeASingleStepCountAsHalfAValue() {
    Neighbours around = stepAt(12, new Company(46));

    assertThat(around.counted()).hasSize(34).satisfies(NeighboursTest::isQuiet);
    assertThat(Arrays.stream(around.weights()).limit(12).sum()).isEqualTo(0.5, within(1e-12));
    assertThat(around.aboutBefore(1050, 1)).isEqualTo(12);
    assertThat(around.aboutBefore(1000, 1)).isZero();
  }

  @Test
  void aGroupsStepIsTakenOut() {
    Neighbours around = stepAt(12, group(12));

    assertThat(around.counted()).hasSize(46).satisfies(NeighboursTest::isQuiet);
  }

  @Test
  void whatFollowsALaterStepIsLeftOut() {
    double[] values = quiet();
    Arrays.fill(values, 40, 46, 1050);

    assertThat(Neighbours.of(CaseValues.of(values), PARENT, new Company(46)).counted()).hasSize(40);
  }

  @ParameterizedTest
  @CsvSource({"10, 14", "36, 40"})
  void whatAGroupDidForAWhileIsLeftOut(int from, int to) {
    double[] values = quiet();
    Arrays.fill(values, from, to, 1050);
    CaseValues measured = CaseValues.of(values);

    assertThat(Neighbours.of(measured, PARENT, new Company(46)).about(1050, 1)).isEqualTo(4);
    Company company = group(from);
    moved(company, to);
    assertThat(Neighbours.of(measured, PARENT, company).counted())
        .hasSize(42)
        .satisfies(NeighboursTest::isQuiet);
  }

  @ParameterizedTest
  @CsvSource({"60, 0", "61, 1"})
  void mergesFartherThanHabitsReachAreLeftOut(int parent, int leftOut) {
    double[] values = new double[parent + 1];
    Arrays.fill(values, 1000);

    assertThat(Neighbours.of(CaseValues.of(values), parent, new Company(parent + 1)).counted())
        .hasSize(parent + 1 - leftOut);
  }

  @Test
  void whatIsNearGrowsWithTheChange() {
    Neighbours around = Neighbours.of(CaseValues.of(quiet()), PARENT, new Company(46));

    assertThat(around.near(0)).isEqualTo(4 * around.spread());
    assertThat(around.near(-50)).isEqualTo(5);
    assertThat(around.about(1005.2, 5)).isEqualTo(15);
    assertThat(around.about(1005.0, 5)).isEqualTo(46);
  }

  private static void isQuiet(double[] values) {
    assertThat(Arrays.stream(values).max().orElseThrow()).isLessThan(1001);
  }

  private static Neighbours stepAt(int merge, Company company) {
    double[] values = quiet();
    for (int i = 0; i < merge; i++) {
      values[i] += 50;
    }
    return Neighbours.of(CaseValues.of(values), PARENT, company);
  }

  private static Company group(int merge) {
    Company company = new Company(46);
    moved(company, merge);
    return company;
  }

  private static void moved(Company company, int merge) {
    for (String benchmark : List.of("a", "b", "c", "d", "e", "f")) {
      company.moved(merge, false, Range.testCase(benchmark));
    }
  }

  private static double[] quiet() {
    double[] values = new double[46];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + (i % 3) * 0.1;
    }
    return values;
  }
}
