package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a test case leaves its level elsewhere, in series as {@link Sketch} draws them. */
class HabitsTest {

  @ParameterizedTest(name = "{0}: {1} before, {2} after, {3} lasting")
  @CsvSource({
    "____|^^^^^^, 0, 0, 0, false, false",
    // its own excursion is none elsewhere
    "____|^^^^^____, 0, 0, 0, false, false",
    "____^^^^^|____, 0, 0, 0, false, false",
    "____^____|^____, 2, 0, 0, true, false",
    "____|^____^____, 0, 2, 0, true, false",
    "____^^^^____|^^^^____, 2, 0, 2, true, true",
    "____^____^____|^____, 4, 0, 0, true, true",
    "____^____|^____^____, 2, 2, 0, true, true",
    // on any levels, if about as far
    "____^^____^^^^|7777, 0, 0, 0, false, false",
    "____6____|^____, 2, 0, 0, true, false",
    "____5____|^____, 0, 0, 0, false, false",
    "____^____|6____, 2, 0, 0, true, false",
    "____^____|5____, 0, 0, 0, false, false",
    // within sixty merges
    "_^_{59}|^____, 2, 0, 0, true, false",
    "_^_{60}|^____, 1, 0, 0, false, false",
    "_^_{61}|^____, 0, 0, 0, false, false",
    "____|^_{59}^__, 0, 1, 0, false, false",
    "____|^_{58}^__, 0, 2, 0, true, false",
    // what does not come back is no habit
    "____^^^^9999|____, 0, 0, 0, false, false",
  })
  void jumpsOfExcursionsElsewhereCount(
      String drawn, int before, int after, int lasting, boolean known, boolean areLasting) {
    Habits habits = Sketch.of(drawn).evidence().habits();

    assertThat(habits).isEqualTo(new Habits(before, after, lasting));
    assertThat(habits.jumps()).isEqualTo(before + after);
    assertThat(habits.areKnown()).isEqualTo(known);
    assertThat(habits.areLasting()).isEqualTo(areLasting);
  }

  @ParameterizedTest(name = "explained {0}: {1}")
  @CsvSource({"4, 1", "8, 1", "6, 2"})
  void whatAGroupDidIsNoHabit(int explained, int before) {
    SeenSeries seen = Sketch.of("____^^^^____|^____").seen();

    assertThat(
            Habits.of(seen.jumps(), 12, seen.size(), seen.excursion(), merge -> merge == explained))
        .isEqualTo(new Habits(before, 0, before));
  }
}
