package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where else a series is on the levels of a change, as {@link Sketch} draws it. */
class RecurrenceTest {

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    // of a move that does not come back, each level on the other side
    "__^^__|^^__^^, true, true",
    "______|^^__^^, false, true",
    "__^^__|^^^^^^, true, false",
    "__^^__|^^44^^, true, false",
    "__^^__|^^33^^, true, true",
    "__66__|^^^^^^, false, false",
    "____|____, false, false",
    // of an excursion, the level away, from either end
    "____|^^^^____, false, false",
    "____^^^^|____, false, false",
    "^____|^^^^____, true, false",
    "^____^^^^|____, true, false",
    "____|^^^^____^, false, true",
    "____^^^^|____^, false, true",
    "^____|^^^^____^, true, true",
    "7____|^^^^____6, true, false",
    "6____^^^^|____7, false, true",
    "__^__|^____, true, false",
    "____|^__^__, false, true",
  })
  void theLevelsRecurBeforeAndAfter(String drawn, boolean before, boolean after) {
    Recurrence recurrence = Sketch.of(drawn).seen().recurrence();

    assertThat(recurrence).isEqualTo(new Recurrence(before, after, recurrence.stays()));
    assertThat(recurrence.isAnywhere()).isEqualTo(before || after);
    assertThat(recurrence.isOnBothSides()).isEqualTo(before && after);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // on the level before, this stay included
    "____|^^^^, 1",
    "____5555|^^^^, 1",
    "__^^__|^^44, 2",
    "__^^__^^__|^^44, 3",
    "__^^__77__|^^44, 3",
    // one after a value in between counts as another
    "__^__|^^^^44, 2",
    // around an excursion, from either end
    "____|^^^^____, 1",
    "____^^^^|____, 1",
    "__^^__|^^____, 2",
    "__^^__^^|____, 2",
    "^^__|^^____^^__, 1",
    "____|____, 0",
  })
  void staysOnTheLevelThatItLeavesAreCounted(String drawn, int stays) {
    assertThat(Sketch.of(drawn).seen().recurrence().stays()).isEqualTo(stays);
  }
}
