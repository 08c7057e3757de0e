package dev.perftriage.source.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.range.PartlyMeasured.ComparedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A comparison has what was measured at both of its merges. */
class PartlyMeasuredTest {

  private static final Set<String> BOTH = Set.of("serde", "syn");

  private final List<ComparedStep> steps = new ArrayList<>();

  @Test
  void aMergeBetweenTwoSmallComparisonsWasMeasuredInPart() {
    sizes(970, 481, 481, 970);

    assertThat(PartlyMeasured.in(steps))
        .containsExactly(new HalfMeasured(merge(2), 481, 970, List.of(), false));
  }

  @Test
  void aSmallComparisonOfTwoWholeMergesIsOneOfItsEnd() {
    sizes(970, 481, 970);

    assertThat(PartlyMeasured.in(steps))
        .containsExactly(new HalfMeasured(merge(2), 481, 970, List.of(), false));
  }

  @Test
  void theEndIsComparedWithTheMergeBeforeAlone() {
    sizes(970, 970, 481);

    assertThat(PartlyMeasured.in(steps)).extracting(HalfMeasured::merge).containsExactly(merge(3));
  }

  @Test
  void theStartIsComparedWithTheMergeAfterAlone() {
    sizes(481, 970, 970);

    assertThat(PartlyMeasured.in(steps)).extracting(HalfMeasured::merge).containsExactly(merge(0));
  }

  @Test
  void threeQuartersOfTheTestCasesAreEnough() {
    sizes(1000, 750, 750, 1000);
    assertThat(PartlyMeasured.in(steps)).isEmpty();

    steps.clear();
    sizes(1000, 749, 749, 1000);
    assertThat(PartlyMeasured.in(steps)).hasSize(1);
  }

  @Test
  void upToThreeMergesInARowMayBeMeasuredInPart() {
    sizes(970, 970, 970, 970, 481, 481, 481, 481);
    assertThat(PartlyMeasured.in(steps)).isEmpty();

    steps.clear();
    sizes(970, 970, 970, 481, 481, 481);
    assertThat(PartlyMeasured.in(steps))
        .extracting(HalfMeasured::merge)
        .containsExactly(merge(4), merge(5), merge(6));
  }

  @Test
  void whereMostMergesDifferNothingIsUsual() {
    sizes(970, 481);
    assertThat(PartlyMeasured.in(steps)).hasSize(1);

    steps.clear();
    sizes(970, 481, 481, 481);
    assertThat(PartlyMeasured.in(steps)).isEmpty();
  }

  @Test
  void aSuiteThatGrowsOrShrinksForGoodIsNoLoss() {
    sizes(500, 500, 970, 970);
    assertThat(PartlyMeasured.in(steps)).isEmpty();

    steps.clear();
    sizes(970, 970, 500, 500, 500, 500, 500);
    assertThat(PartlyMeasured.in(steps)).isEmpty();
  }

  @Test
  void aBenchmarkThatBothNeighboursHaveIsMissed() {
    step(20, BOTH);
    step(18, Set.of("syn"));
    step(18, Set.of("syn"));
    step(20, BOTH);

    assertThat(PartlyMeasured.in(steps))
        .containsExactly(new HalfMeasured(merge(2), 18, 20, List.of("serde"), false));
  }

  @Test
  void aBenchmarkThatFailsIsNotMissed() {
    step(20, BOTH);
    step(18, Set.of("syn"), Set.of("serde"));
    step(18, Set.of("syn"));
    step(20, BOTH);

    assertThat(PartlyMeasured.in(steps)).isEmpty();
  }

  @Test
  void mergesOnEitherSideOfAMissingComparisonAreNotNeighbours() {
    sizes(970, 481);
    steps.remove(0);
    steps.add(new ComparedStep(merge(5), merge(6), new Extent(970, BOTH, Set.of())));

    assertThat(PartlyMeasured.in(steps)).isEmpty();
  }

  private void sizes(int... sizes) {
    for (int size : sizes) {
      step(size, BOTH);
    }
  }

  private void step(int size, Set<String> benchmarks) {
    step(size, benchmarks, Set.of());
  }

  private void step(int size, Set<String> benchmarks, Set<String> failing) {
    int at = steps.size();
    steps.add(new ComparedStep(merge(at), merge(at + 1), new Extent(size, benchmarks, failing)));
  }

  private static Merge merge(int number) {
    return new Merge(new Sha(Integer.toString(number).repeat(40)), number);
  }
}
