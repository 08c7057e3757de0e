package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
    // or it leaves for another level for longer than a spike, after two values
    "____|^^^^__5555, 4, 8, 4",
    "____|^^^^_5555, -1, -1, 0",
    "____|^^^^__555, -1, -1, 0",
    "____|^^__5555, 4, 6, 2",
    "5555__^^^^|____, 6, 10, 4",
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

  @ParameterizedTest(name = "{0} with a spread of {1}: {2}, by chance {3}")
  @CsvSource({
    "____|^^^^____, 0.01, true, true",
    // a tenth of the change may be drift
    "____|^^^^1111, 0.01, true, false",
    "____|^^^^2222, 0.01, false, false",
    // three standard errors may be chance
    "____|^^^^1111, 0.3, true, false",
    "____|^^^^1111, 0.4, true, true",
    "____|^^^^2222, 0.7, false, false",
    "____|^^^^2222, 0.8, true, true",
  })
  void itEndsAtTheVeryLevelAsFarAsChanceAllows(
      String drawn, double spread, boolean isExact, boolean isEqual) {
    Sketch sketch = Sketch.of(drawn);
    LevelShift shift = LevelShift.of(sketch.segments(spread), sketch.at());

    assertThat(Excursion.of(shift).isExact()).isEqualTo(isExact);
    assertThat(Excursion.of(shift).isEqual()).isEqualTo(isEqual);
  }

  @Test
  void aDriftingSegmentMayBeNearerToTheLevelThatItLeft() {
    double[] begun = values(13, 1000, 15, 990, 20, 998, 1, 1030, 11, 999);
    double[] ended = values(11, 999, 1, 1030, 20, 998, 15, 990, 13, 1000);

    assertThat(Excursion.begunBy(drifting(begun, 13, 48, 49)))
        .isEqualTo(new Excursion(13, 48, 35, true, true));
    assertThat(Excursion.endedBy(drifting(ended, 11, 12, 47)))
        .isEqualTo(new Excursion(12, 47, 35, true, true));
  }

  /** The shift that the longest segment begins, or that begins after it. */
  private static LevelShift drifting(double[] series, int... begins) {
    CaseValues values = CaseValues.of(series);
    List<Segment> all = new ArrayList<>();
    int begin = 0;
    for (int next : IntStream.concat(IntStream.of(begins), IntStream.of(series.length)).toArray()) {
      all.add(new Segment(begin, next, values.median(begin, next)));
      begin = next;
    }
    return LevelShift.of(new Segments(values, all, 3), begins[0] == 13 ? 13 : 47);
  }

  /** So many values of each of some levels. */
  private static double[] values(int... countsAndLevels) {
    DoubleStream.Builder values = DoubleStream.builder();
    for (int i = 0; i < countsAndLevels.length; i += 2) {
      for (int j = 0; j < countsAndLevels[i]; j++) {
        values.add(countsAndLevels[i + 1]);
      }
    }
    return values.build().toArray();
  }

  @Test
  void itHasTwoEnds() {
    Excursion excursion = new Excursion(4, 9, 5, true, true);

    assertThat(excursion.has(4)).isTrue();
    assertThat(excursion.has(9)).isTrue();
    assertThat(excursion.has(5)).isFalse();
    assertThat(excursion.otherThan(4)).isEqualTo(9);
    assertThat(excursion.otherThan(9)).isEqualTo(4);
    assertThat(Excursion.NONE.has(-1)).isFalse();
  }
}
