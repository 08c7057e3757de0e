package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where else a series jumps between the levels of a change, as {@link Sketch} draws it. */
class SwitchingTest {

  @ParameterizedTest(name = "{0}: {1} jumps, {2} lasting, nearest at {3}")
  @CsvSource({
    "________|^^^^, 0, 0, -1",
    // there and back, for more than three values each time
    "____^^^^____|^^^^, 2, 2, 8",
    "____|^^^^____^^^^, 2, 2, 8",
    "^^^^|____^^^^____, 2, 2, 8",
    // a stay of three is no lasting one, but at an end of the window it may be longer
    "____^^^____|^^^^, 2, 0, 7",
    "____|^^^^___^^^^, 2, 0, 8",
    "____|^^^^__, 1, 1, 8",
    "^^____|^^^^, 1, 1, 2",
    "^^___|^^^^, 1, 0, 2",
    // the nearest one, before or after
    "^^^^________|^^^^____, 2, 2, 16",
    "^^^^____|^^^^^^^^____, 2, 2, 4",
    "____^^^^____^^^^____|^^^^, 4, 4, 16",
    // it is counted in merges, unmeasured ones too
    "..____^^^^_.___|^^^^, 2, 2, 10",
    // the step onto the level has to be half of the way, or the series drifted there
    "____4^^^^____|^^^^, 2, 2, 9",
    "____6^^^^____|^^^^, 1, 1, 9",
    // a value on neither level is no jump
    "____|^^^^5555, 0, 0, -1",
  })
  void jumpsBetweenTheTwoLevelsAreCounted(String drawn, int jumps, int lasting, int nearest) {
    Switching switching = of(drawn, null, 0);

    assertThat(switching.jumps()).isEqualTo(jumps);
    assertThat(switching.lasting()).isEqualTo(lasting);
    assertThat(switching.nearest()).isEqualTo(nearest);
  }

  @ParameterizedTest(name = "{0}: came back {1}, was there {2}")
  @CsvSource({
    "____|^^^^____, true, false",
    "____^^^^____|^^^^, false, true",
    "^^^^____|^^^^, false, true",
    "____^^^^____|^^^^____, true, true",
    "____|^^^^____^^^^, true, true",
    "^^^^|____^^^^, true, false",
    // for longer than a spike lasts
    "____|^^^^___, false, false",
    "^^^____|^^^^, false, false",
    // to the very level, within the error of measurement
    "____|^^^^1111, false, false",
    "9999____|^^^^, false, false",
    // the two segments that the change is between say nothing of it
    "________|^^^^^^^^, false, false",
    // coming back is what happens after the change
    "____^^^^____^^^^____|^^^^, false, true",
  })
  void whetherItCameBackAndWasThereIsSeenInLongerStays(
      String drawn, boolean cameBack, boolean wasThere) {
    Switching switching = of(drawn, null, 0);

    assertThat(switching.cameBack()).isEqualTo(cameBack);
    assertThat(switching.wasThere()).isEqualTo(wasThere);
  }

  @ParameterizedTest(name = "{0} with a group at {1}: {2} jumps")
  @CsvSource({
    "____^^^^____|^^^^, 4, 1",
    "____^^^^____|^^^^, 8, 1",
    "____^^^^____|^^^^, 4 8, 0",
    "____^^^^____|^^^^, 5, 2",
    "____^^^^.___|^^^^, 8, 2",
    "____^^^^.___|^^^^, 9, 1",
  })
  void aJumpThatAGroupTookPartInHasACauseOfItsOwn(String drawn, String groups, int jumps) {
    assertThat(of(drawn, groups, 0).jumps()).isEqualTo(jumps);
  }

  /** Levels are 10 apart: a value 20 spreads off is no outlier, of two each needs be 10 off. */
  @ParameterizedTest(name = "{0} with a spread of {1}: {2} jumps")
  @CsvSource({
    "____^____|^^^^, 0.5, 2",
    "____^____|^^^^, 0.51, 0",
    "____^^____|^^^^, 1, 2",
    "____^^____|^^^^, 1.01, 0",
    "____^^^____|^^^^, 1.5, 2",
    "____^^^____|^^^^, 1.51, 0",
    // longer stays are no outliers, however wide the spread
    "____^^^^____|^^^^, 1.66, 2",
    // nor are those that the change is between
    "^^^^_|^___^^^^, 1.5, 3",
  })
  void singleValuesThatMayBeOutliersAreNoJumps(String drawn, double spread, int jumps) {
    assertThat(of(drawn, null, spread).jumps()).isEqualTo(jumps);
  }

  private static Switching of(String drawn, @Nullable String groups, double spread) {
    List<Integer> explained =
        groups == null
            ? List.of()
            : Arrays.stream(groups.split(" ")).map(Integer::valueOf).toList();
    return Switching.of(Sketch.of(drawn).shift(spread), explained::contains);
  }
}
