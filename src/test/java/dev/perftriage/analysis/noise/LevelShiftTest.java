package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change in its series, as {@link Sketch} draws them. */
class LevelShiftTest {

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "____|^^^^, 1000, 1010, true",
    "^^^^|____, 1010, 1000, true",
    "____|____, 1000, 1000, false",
    // a later step is another level
    "____|5555^^^^, 1000, 1005, true",
    "____5555|^^^^, 1005, 1010, true",
    // and so is an earlier one, however long ago
    "^{30}__|^{5}, 1000, 1010, true",
    // less than a third of the change is the same level
    "__3333|^^^^, 1003, 1010, true",
    "____22|^^^^^88, 1000, 1010, true",
    // from at most fifteen values
    "11{7}_{8}|^{8}9{8}, 1000, 1010, true",
    "1{20}_{5}|^{9}, 1001, 1010, true",
    "_{9}|^{5}9{20}, 1000, 1009, true",
  })
  void itsLevelsAreThoseOfTheSegmentsBesideIt(
      String drawn, double before, double after, boolean isMove) {
    LevelShift shift = Sketch.of(drawn).shift();

    assertThat(shift.before()).isEqualTo(before);
    assertThat(shift.after()).isEqualTo(after);
    assertThat(shift.isMove()).isEqualTo(isMove);
    assertThat(shift.size()).isEqualTo(Math.abs(after - before));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "____|^^^^^, 5",
    "____|^^^^____, 4",
    "____|^^^^^___^^^^, 12",
    "____|^^^^^__, 5",
    "____|^___^^^^, 1",
    "____|^^^___^^^^, 3",
    "____|^^^^__^__^^, 11",
    "____|^^^^6666, 8",
    "____|^^^^5555, 4",
    "^^^^|____^^^^, 4",
    "^^^^|____44445555, 8",
  })
  void itStaysUntilALongerStayIsNearerToTheLevelBefore(String drawn, int stayed) {
    assertThat(Sketch.of(drawn).shift().stayed()).isEqualTo(stayed);
  }
}
