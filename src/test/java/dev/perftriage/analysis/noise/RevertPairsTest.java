package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a revert undid a change, in series as {@link Sketch} draws them. */
class RevertPairsTest {

  @ParameterizedTest(name = "{0} with a revert at {1}: alone {2}, in a group {3}")
  @CsvSource({
    // the test case moved there, the other way
    "____|^^^^^^____, 10, true, true",
    "^^^^|______^^^^, 10, true, true",
    "____|^^^^^^^^^^, 10, false, false",
    "____|555555^^^^, 10, false, false",
    // about as far: from half of it to twice as far
    "____|^^^^^^5555, 10, true, true",
    "____|^^^^^^6666, 10, false, false",
    "____|55555^____, 10, true, true",
    "____|44444^____, 10, false, true",
    // the revert may as well be the change that is looked at
    "____^^^^^^|____, 4, true, true",
    // an unmeasured merge shows at the next measured one
    "____|^^^^^.____, 9, true, true",
    "____|^^^^^.____, 10, true, true",
    "____|^^^^^____.., 13, false, false",
    ".____|^^^^^____, 0, false, false",
    "____|^^^^^____, 0, false, false",
    // which may be the change itself
    "____.|^^^^^^^^^^, 4, false, false",
    // in a group, a revert within four merges needs not be seen
    "____|^^^^^^^^^^, 8, false, true",
    "____|^^^^^^^^^^, 9, false, false",
    "^^^^^^^^^^|____, 6, false, true",
    "^^^^^^^^^^|____, 5, false, false",
    // and further off it will do that the level of five values went back
    "____|^^^^^^7______, 10, false, true",
    "____|^^^^^^77_____, 10, false, true",
    "____|^^^^^^777____, 10, false, false",
    "^^^^|______3^^^^^, 10, false, true",
    "____3^^^^^|_____, 4, false, true",
    "____3^^^^^^|_____, 4, false, true",
    "^^^^7______|^^^^^, 4, false, true",
    // as far as there are values
    "____|^^^^^^7__, 10, false, true",
    "_3^^^^^^^|____, 1, false, true",
  })
  void aRevertUndidAChangeWhereTheTestCaseWentBack(
      String drawn, int revert, boolean alone, boolean inGroup) {
    Sketch sketch = Sketch.of(drawn);
    for (boolean changeReverts : new boolean[] {false, true}) {
      RevertPairs pairs =
          changeReverts
              ? pairs(sketch, sketch.merge(), revert)
              : pairs(sketch, revert, sketch.merge());

      assertThat(pairs.otherOf(sketch.shift(), sketch.merge(), false))
          .isEqualTo(alone ? revert : -1);
      assertThat(pairs.otherOf(sketch.shift(), sketch.merge(), true))
          .isEqualTo(inGroup ? revert : -1);
    }
  }

  @Test
  void aMergeThatNothingRevertsHasNoOther() {
    Sketch sketch = Sketch.of("____|^^^^____");

    assertThat(pairs(sketch, 8, 3).otherOf(sketch.shift(), sketch.merge(), true)).isEqualTo(-1);
  }

  @Test
  void commitsOutsideTheRangeHaveNoPart() {
    Sketch sketch = Sketch.of("____|^^^^____");

    assertThat(pairs(sketch, 99, 4).otherOf(sketch.shift(), sketch.merge(), true)).isEqualTo(-1);
    assertThat(pairs(sketch, 4, 99).otherOf(sketch.shift(), sketch.merge(), true)).isEqualTo(-1);
  }

  private static RevertPairs pairs(Sketch sketch, int reverting, int reverted) {
    List<Merge> merges = new ArrayList<>();
    for (int i = 0; i < sketch.merges(); i++) {
      merges.add(new Merge(Range.commit(i), i));
    }
    return new RevertPairs(
        new Reverts(Map.of(Range.commit(reverting), Set.of(Range.commit(reverted)))),
        new MeasuredSeries(merges, Map.of(), List.of()));
  }
}
