package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perftriage.analysis.noise.CaseLevels.Level;
import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The levels of a series, and the verdicts on the steps by it alone. */
class CaseLevelsTest {

  @Test
  void nothingMeasuredHasNoLevel() {
    assertThat(CaseLevels.of(new double[] {Double.NaN, Double.NaN}).levels()).isEmpty();
  }

  @Test
  void oneValueIsALevel() {
    assertThat(CaseLevels.of(new double[] {Double.NaN, 5}).levels())
        .containsExactly(new Level(1, 1, 1, 5));
  }

  @Test
  void aStepThatStaysIsLasting() {
    CaseLevels levels = CaseLevels.of(stepped(20, 40, 1155));

    assertThat(levels.levels()).extracting(Level::first).containsExactly(0, 20);
    assertThat(levels.lastLasting()).map(Step::merge).contains(20);
    assertThat(levels.lastLasting().orElseThrow().change()).isBetween(0.154, 0.156);
  }

  @Test
  void unmeasuredMergesArePartOfNoLevel() {
    double[] values = stepped(20, 40, 1155);
    Arrays.fill(values, 18, 22, Double.NaN);

    Step step = CaseLevels.of(values).steps().get(0);

    assertThat(step.previous()).isEqualTo(17);
    assertThat(step.merge()).isEqualTo(22);
    assertThat(CaseLevels.of(values).levels()).extracting(Level::count).containsExactly(18, 18);
  }

  @Test
  void aSpikeDoesNotLast() {
    CaseLevels levels = CaseLevels.of(stepped(20, 21, 1155));

    assertThat(levels.steps())
        .extracting(Step::verdict)
        .containsExactly(NoiseVerdict.RETURNED, NoiseVerdict.RETURNED);
    assertThat(levels.steps()).extracting(Step::other).containsExactly(21, 20);
    assertThat(levels.lastLasting()).isEmpty();
  }

  @Test
  void anAnnouncedRevertCountsWhereTheValuesWentBack() {
    List<Merge> merges =
        IntStream.range(0, 40)
            .mapToObj(at -> new Merge(new Sha(String.format(Locale.ROOT, "%040x", at)), at))
            .toList();
    Reverts announced = new Reverts(Map.of(merges.get(34).sha(), Set.of(merges.get(20).sha())));

    assertThat(CaseLevels.of(stepped(20, 34, 1155), merges, announced).steps())
        .extracting(Step::verdict, Step::other)
        .containsExactly(tuple(NoiseVerdict.REVERTED, 34), tuple(NoiseVerdict.REVERTED, 20));
    assertThat(CaseLevels.of(stepped(20, 40, 1155), merges, announced).steps())
        .extracting(Step::verdict)
        .containsExactly(NoiseVerdict.PERSISTENT);
    assertThat(CaseLevels.of(stepped(20, 34, 1155)).steps())
        .extracting(Step::verdict)
        .doesNotContain(NoiseVerdict.REVERTED);
  }

  @Test
  void aStepSmallerThanTheSitesThresholdIsTiny() {
    CaseLevels levels = CaseLevels.of(stepped(20, 40, 1001.5));

    assertThat(levels.steps()).extracting(Step::verdict).containsExactly(NoiseVerdict.PERSISTENT);
    assertThat(levels.notable()).isEmpty();
    assertThat(levels.lastLasting()).isEmpty();
  }

  @Test
  void theFirstFewValuesAreNoLevelToMoveFrom() {
    assertThat(CaseLevels.of(stepped(3, 40, 1155)).steps())
        .extracting(Step::verdict)
        .containsExactly(NoiseVerdict.UNCLEAR);
    assertThat(CaseLevels.of(stepped(4, 40, 1155)).steps())
        .extracting(Step::verdict)
        .containsExactly(NoiseVerdict.PERSISTENT);
  }

  /** Forty values at 1,000 with a little scatter, and at another level from a merge to another. */
  private static double[] stepped(int from, int to, double level) {
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i >= from && i < to ? level : 1000) + (i % 3) * 0.1;
    }
    return values;
  }
}
