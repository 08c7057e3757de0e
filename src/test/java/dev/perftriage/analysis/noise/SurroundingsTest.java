package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the values around a change moved with it, in series as {@link Sketch} draws them. */
class SurroundingsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "____|^^^^, 1",
    "____|^^____, 1",
    // beside a single value, the levels on either side count
    "____|^____, 0",
    "____|^3333, 0.3",
    "____3333|^, 1",
    "____^|3333, -0.428",
    "3333^|____, 0.3",
    "____|^7777, 1",
    "9999_|^^^^^, 0.1",
    // unless its level recurs
    "_{9}|^4_^, 0.4",
    "____|^4^^, 1",
    "^^^^4^^^4_|^^^, 0.6",
    "_{9}4_|^^^, 1",
    "____^_|4444, 1",
  })
  void besideASingleValueTheLevelsBeyondCount(String drawn, double share) {
    Surroundings surroundings = Surroundings.of(Sketch.of(drawn).shift());

    assertThat(surroundings.share()).isCloseTo(share, within(0.001));
    assertThat(surroundings.error()).isZero();
  }

  @Test
  void withinASegmentTheValuesOnEitherSideCount() {
    Sketch sketch = Sketch.of("_2_2_2_2_|4242424242");
    Segments one =
        new Segments(
            sketch.values(), java.util.List.of(new Segment(0, sketch.values().size(), 1002)), 2);
    Surroundings surroundings = Surroundings.of(LevelShift.of(one, sketch.at()));

    // 1001 before the two values and 1002 after them, of a change by 4
    assertThat(surroundings.share()).isEqualTo((1002 - 1001) / 4.0);
    assertThat(surroundings.error()).isEqualTo(one.errorOf(8, 9) / 4);
  }

  @ParameterizedTest
  @CsvSource({"_|1____, 1", "____|1, 1"})
  void withoutValuesOnOneSideAllMoved(String drawn, double share) {
    Sketch sketch = Sketch.of(drawn);
    Segments one =
        new Segments(
            sketch.values(), java.util.List.of(new Segment(0, sketch.values().size(), 1000)), 2);

    assertThat(Surroundings.of(LevelShift.of(one, sketch.at())))
        .isEqualTo(Surroundings.MOVED)
        .extracting(Surroundings::share)
        .isEqualTo(share);
  }
}
