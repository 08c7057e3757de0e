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
    // within sixty merges before
    "_^_{59}|^____, 2, 0, 0, true, false",
    // and after
    "____|^_{59}^__, 0, 1, 0, false, false",
    "____|^_{58}^__, 0, 2, 0, true, false",
    // what does not come back is no habit
    "____^^^^9999|____, 0, 0, 0, false, false",
  })
  void jumpsOfExcursionsElsewhereCount(
      String drawn, int before, int after, int lasting, boolean known, boolean areLasting) {
    Habits habits = Sketch.of(drawn).evidence().habits();

    assertThat(habits).isEqualTo(new Habits(before, after, lasting, 0, 0, habits.known()));
    assertThat(habits.jumps()).isEqualTo(before + after);
    assertThat(habits.areKnown()).isEqualTo(known);
    assertThat(habits.areLasting()).isEqualTo(areLasting);
  }

  @ParameterizedTest(name = "{0}: {1} before, {2} earlier, {3} lasting, known for {4}")
  @CsvSource({
    "_^_{59}|^____, 2, 0, 0, 1",
    "_^_{60}|^____, 1, 1, 0, 2",
    "_^_{61}|^____, 0, 2, 0, 3",
    "____^^^^_{60}|^____, 1, 1, 1, 8",
    "____^^^^_{61}|^____, 0, 2, 2, 9",
    "____^____^^^^_{61}|^____, 0, 4, 3, 14",
    // within two hundred merges
    "____^_{199}|^____, 0, 2, 0, 144",
    "____^_{200}|^____, 0, 1, 0, 145",
    "_{60}|^____, 0, 0, 0, 0",
    "_{61}|^____, 0, 0, 0, 1",
    // merges that were not measured count as merges
    "_^_{30}.{30}|^____, 1, 1, 0, 2",
    // what is before the excursion that ends is before the change
    "_^_{60}^|____, 0, 2, 0, 3",
  })
  void whatPrecedesTheseIsEarlier(
      String drawn, int before, int earlier, int earlierLasting, int known) {
    Habits habits = Sketch.of(drawn).evidence().habits();

    assertThat(habits)
        .isEqualTo(new Habits(before, 0, habits.lasting(), earlier, earlierLasting, known));
    assertThat(habits.all()).isEqualTo(before + earlier);
  }

  @ParameterizedTest(name = "{0} earlier, {1} lasting: {2}, {3}, {4}")
  @CsvSource({
    "2, 0, false, false, false",
    "3, 0, true, false, false",
    "3, 1, true, false, false",
    "3, 2, false, false, false",
    "3, 3, false, true, false",
    "5, 1, true, false, false",
    "6, 1, true, false, true",
    "6, 6, false, true, true",
  })
  void anOldHabitIsThreeJumpsAndNoCoincidenceTwiceAsMany(
      int earlier, int lasting, boolean wereShort, boolean wereLasting, boolean wereFrequent) {
    Habits habits = new Habits(0, 0, 0, earlier, lasting, 100);

    assertThat(habits.wereShort()).isEqualTo(wereShort);
    assertThat(habits.wereLasting()).isEqualTo(wereLasting);
    assertThat(habits.wereFrequent()).isEqualTo(wereFrequent);
  }

  @ParameterizedTest(name = "{0} around, {1} earlier, {2} lasting, known for {3}: {4}, {5}, {6}")
  @CsvSource({
    "0, 0, 0, 60, true, true, true",
    "0, 0, 0, 59, false, false, false",
    "2, 0, 0, 60, true, true, true",
    "1, 1, 1, 60, true, true, true",
    "2, 1, 1, 60, false, true, true",
    "0, 3, 2, 60, false, true, false",
    "5, 0, 0, 60, false, true, true",
    "3, 2, 2, 60, false, true, false",
    "4, 2, 2, 60, false, false, false",
    "6, 0, 0, 60, false, false, true",
    "2, 0, 0, 59, false, false, false",
  })
  void whatIsMissingEarlierIsOnlyKnownOfALongSeries(
      int around,
      int earlier,
      int lasting,
      int known,
      boolean areNone,
      boolean areFew,
      boolean areNew) {
    Habits habits = new Habits(around, 0, 0, earlier, lasting, known);

    assertThat(habits.areNone()).isEqualTo(areNone);
    assertThat(habits.areFew()).isEqualTo(areFew);
    assertThat(habits.areNew()).isEqualTo(areNew);
  }

  @ParameterizedTest(name = "explained {0}: {1}")
  @CsvSource({"4, 1", "8, 1", "6, 2"})
  void whatAGroupDidIsNoHabit(int explained, int before) {
    SeenSeries seen = Sketch.of("____^^^^____|^____").seen();

    assertThat(Habits.of(seen, 12, merge -> merge == explained))
        .isEqualTo(new Habits(before, 0, before, 0, 0, 0));
  }
}
