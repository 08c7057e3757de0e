package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which excursion a change begins or ends, in series as {@link Sketch} draws them. */
class ExcursionTest {

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    // begun here
    "____|^____, 4, 5, 1",
    "____|^^^^____, 4, 8, 4",
    "____|^^^^^____, 4, 9, 5",
    // ended here
    "____^|____, 4, 5, 1",
    "____^^^^^|____, 4, 9, 5",
    // none
    "____|^^^^, -1, -1, 0",
    "____|____, -1, -1, 0",
    // the level must be the same within less than a third
    "____|^^^^3333, 4, 8, 4",
    "____|^^^^4444, -1, -1, 0",
    "3333^^^^|____, 4, 8, 4",
    "4444^^^^|____, -1, -1, 0",
    // merges count, not values; lengths are in values
    "__..|^.^^____, 4, 8, 3",
    // after a longer excursion, it must stay for longer than a spike
    "____|^^^^____^^^^, 4, 8, 4",
    "____|^^^^___^^^^, -1, -1, 0",
    "____|^^^^___, -1, -1, 0",
    "^^^^___^^^^|____, -1, -1, 0",
    // before it, too
    "^^^^____^^^^|____, 8, 12, 4",
    // after a spike, it may also end
    "____|^^^_, 4, 7, 3",
    "_^^^|____, 1, 4, 3",
    // or do so after more spikes
    "____|^__^____, 4, 5, 1",
    "____|^__^^^____, 4, 5, 1",
    "____|^__^^^^____, 4, 11, 7",
    "____|^__^^^^__, -1, -1, 0",
    "____^__^|____, 7, 8, 1",
    // it ends where it leaves the level away, on whichever side of the level before
    "5{4}|^{4}__5555, 4, 8, 4",
    "5{4}__^{4}|5555, 6, 10, 4",
    "5{4}|^{4}__^^5555, 4, 12, 8",
    // the shorter one of two
    "____^^^^|_____^^^^, 4, 8, 4",
    "^^^^^____|^____, 9, 10, 1",
    "____^^|____^^^^, 4, 6, 2",
  })
  void aChangeBeginsOrEndsTheShorterOne(String drawn, int out, int back, int length) {
    Excursion excursion = Excursion.of(Sketch.of(drawn).shift());

    assertThat(excursion.out()).isEqualTo(out);
    assertThat(excursion.back()).isEqualTo(back);
    assertThat(excursion.length()).isEqualTo(length);
    assertThat(excursion.exists()).isEqualTo(length > 0);
    assertThat(excursion.isShort()).isEqualTo(length > 0 && length <= 3);
  }

  @ParameterizedTest
  @CsvSource({"50, true", "51, false"})
  void afterFiftyValuesTheSameLevelIsACoincidence(int length, boolean exists) {
    String begun = "____|^{" + length + "}____";
    String ended = "____^{" + length + "}|____";

    assertThat(Excursion.of(Sketch.of(begun).shift()).exists()).isEqualTo(exists);
    assertThat(Excursion.of(Sketch.of(ended).shift()).exists()).isEqualTo(exists);
  }

  @ParameterizedTest(name = "{0} with a spread of {1}: {2}")
  @CsvSource({
    "____|^^^^____, 0.01, true",
    // a tenth of the change may be drift
    "____|^^^^1111, 0.01, true",
    "____|^^^^2222, 0.01, false",
    // three standard errors may be chance
    "____|^^^^2222, 0.7, false",
    "____|^^^^2222, 0.8, true",
  })
  void itEndsAtTheVeryLevelAsFarAsChanceAllows(String drawn, double spread, boolean isExact) {
    Sketch sketch = Sketch.of(drawn);
    LevelShift shift = LevelShift.of(sketch.segments(spread), sketch.at());

    assertThat(Excursion.of(shift).isExact()).isEqualTo(isExact);
  }

  @Test
  void itHasTwoEnds() {
    Excursion excursion = new Excursion(4, 9, 5, true);

    assertThat(excursion.has(4)).isTrue();
    assertThat(excursion.has(9)).isTrue();
    assertThat(excursion.has(5)).isFalse();
    assertThat(excursion.otherThan(4)).isEqualTo(9);
    assertThat(excursion.otherThan(9)).isEqualTo(4);
    assertThat(Excursion.NONE.has(-1)).isFalse();
  }
}
