package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.model.TestResultComparison;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link NoiseRules} say of a single series, in series as {@link Sketch} draws them. */
class LevelShiftTest {

  @ParameterizedTest(name = "{0}: {1} values at {2}, then {3} at {4}")
  @CsvSource(
      delimiter = ',',
      textBlock =
          """
          # a segment is an unbroken run on one side of the middle, next to the change
          ____|^^^^^,          4, 1000, 5, 1010
          ^^^^|_____,          4, 1010, 5, 1000
          ^^__|^^___,          2, 1000, 2, 1010
          __^^|__^^^,          2, 1010, 2, 1000
          _|^,                 1, 1000, 1, 1010
          # its level is the median
          ___4|^^^^^,          4, 1000, 5, 1010
          ___4|^777^,          4, 1000, 5, 1007
          # the middle is that between the levels, not that between two single values
          ____8|^6^^,          5, 1000, 4, 1010
          ____|2^^4^^,         4, 1000, 3, 1010
          # gaps neither count nor end a segment
          __..__..|^^.^,       4, 1000, 3, 1010
          # a level is that of the 15 values next to the change
          2{16}_{15}|^{15}8{16}, 31, 1000, 31, 1010
          2{14}_{13}|^{13}8{14}, 27, 1000, 27, 1010
          """)
  void aChangePartsTwoSegmentsEachWithItsLevel(
      String drawn, int before, double levelBefore, int after, double levelAfter) {
    LevelShift shift = Sketch.of(drawn).shift();

    assertThat(shift.segmentBefore()).isEqualTo(before);
    assertThat(shift.levelBefore()).isEqualTo(levelBefore);
    assertThat(shift.segmentAfter()).isEqualTo(after);
    assertThat(shift.levelAfter()).isEqualTo(levelAfter);
    assertThat(shift.size()).isEqualTo(Math.abs(levelAfter - levelBefore));
    assertThat(shift.valuesAfter()).isEqualTo(shift.values().size() - shift.at() - 1);
  }

  @Test
  void aSeriesThatDoesNotHoldTheChangeHasNoShift() {
    CaseValues values = Sketch.of("_.^").values();
    TestResultComparison result = new TestResultComparison(1000, 1010, 0.002, 5, true);

    assertThat(LevelShift.of(values, 0, result)).isNull();
    assertThat(LevelShift.of(values, 1, result)).isNull();
    assertThat(LevelShift.of(values, 2, result)).isNotNull();
  }

  @ParameterizedTest(name = "{0}: from {1} to before {2}, {3} and {4} long")
  @CsvSource({
    // 72 values on either side, besides the one that changed
    "_{72}|^{73}, 0, 145, 72, 73",
    "_{73}|^{74}, 1, 146, 72, 73",
    "_{80}|^{90}, 8, 153, 72, 73",
    "_{9}|^{9}, 0, 18, 9, 9",
  })
  void aWindowOfValuesOnEitherSideIsLookedAt(
      String drawn, int from, int to, int before, int after) {
    LevelShift shift = Sketch.of(drawn).shift();

    assertThat(shift.from()).isEqualTo(from);
    assertThat(shift.to()).isEqualTo(to);
    assertThat(shift.segmentBefore()).isEqualTo(before);
    assertThat(shift.segmentAfter()).isEqualTo(after);
  }

  @ParameterizedTest(name = "with a spread of {0}: {1}")
  @CsvSource({
    // a quarter of the change
    "0, 2.5",
    "0.8, 2.5",
    // or three spreads
    "1, 3",
    "1.5, 4.5",
    // but no more than to where the two levels meet
    "2, 5",
    "100, 5",
  })
  void aValueBelongsToALevelUpToATolerance(double spread, double tolerance) {
    for (String drawn : new String[] {"____|^^^^", "^^^^|____"}) {
      LevelShift shift = Sketch.of(drawn).shift(spread);

      assertThat(shift.tolerance()).isEqualTo(tolerance);
      assertThat(shift.isNear(1000, 1000 + tolerance)).isTrue();
      assertThat(shift.isNear(1000, 1000 - tolerance)).isTrue();
      assertThat(shift.isNear(1000, 1000.001 + tolerance)).isFalse();
      assertThat(shift.isNear(1000, 999.999 - tolerance)).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // up to three values away
    "____|^_____, 1",
    "____|^^^___, 3",
    "____|^^^^__,",
    "^^^^|___^^^, 3",
    // and back
    "____|^^,",
    "____|^_, 1",
    // for most of the five values from there
    "____|^___^^^^, 1",
    "____|^__^^^^^,",
    "____|^^^^^____,",
    // or of as many as there are
    "____|^_^,",
    "____|^__^, 1",
  })
  void aSpikeIsOverWhereTheSeriesIsBackAtTheLevelBefore(String drawn, @Nullable Integer away) {
    LevelShift shift = Sketch.of(drawn).shift();

    assertThat(shift.backAfterSpike()).isEqualTo(away == null ? -1 : shift.at() + away);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "_____^|____, 1",
    "___^^^|____, 3",
    "__^^^^|____,",
    "^^^___|^^^^, 3",
    // it has to have been at the other level before
    "^|____,",
    "_^|____, 1",
    // for most of the five values until there
    "^^^^___^|____, 1",
    "^^^^__^|____,",
    "^_^|____,",
    "^__^|____, 1",
  })
  void aWayBackEndsASpikeThatBeganAtTheLevelAfter(String drawn, @Nullable Integer ago) {
    LevelShift shift = Sketch.of(drawn).shift();

    assertThat(shift.beginOfSpike()).isEqualTo(ago == null ? -1 : shift.at() - ago);
  }

  /** Levels are 10 apart. */
  @ParameterizedTest(name = "{0} apart, of {1} and {2} values with a spread of {3}: {4}")
  @CsvSource({
    // a fiftieth of the change for drift
    "0.199, 4, 4, 0, true",
    "-0.199, 4, 4, 0, true",
    "0.201, 4, 4, 0, false",
    "-0.201, 4, 4, 0, false",
    // and three standard errors: 3 × 1.25 × 0.1 × √(1/4 + 1/4) is 0.265
    "0.46, 4, 4, 0.1, true",
    "0.47, 4, 4, 0.1, false",
    // 3 × 1.25 × 0.1 × √(1/1 + 1/4) is 0.419
    "0.61, 1, 4, 0.1, true",
    "0.63, 1, 4, 0.1, false",
    "0.61, 4, 1, 0.1, true",
    "0.63, 4, 1, 0.1, false",
    // a level is taken from 15 values at most: 3 × 1.25 × 0.1 × √(1/15 + 1/15) is 0.137
    "0.33, 15, 99, 0.1, true",
    "0.34, 15, 99, 0.1, false",
    "0.33, 99, 15, 0.1, true",
    "0.34, 99, 15, 0.1, false",
    // but no more than a tenth of the change
    "0.99, 4, 4, 9, true",
    "1.01, 4, 4, 9, false",
  })
  void twoLevelsAreTheSameWithinTheirError(
      double apart, int countOfOne, int countOfOther, double spread, boolean same) {
    LevelShift shift = Sketch.of("____|^^^^").shift(spread);

    assertThat(shift.isSameLevel(1000 + apart, countOfOne, 1000, countOfOther)).isEqualTo(same);
  }

  @ParameterizedTest(name = "{0} from {2} to before {3}, level after {1}: {4}")
  @CsvSource({
    "____|^^^^____^^^^, false, 8, 12, true",
    "____|^^^^____^^^^, true, 8, 12, false",
    "____|^^^^____^^^^, true, 12, 16, true",
    "____|^^^^____^^^^, false, 12, 16, false",
    // by the median of the stretch
    "____|^^^^___9____, false, 8, 12, true",
    "____|^^^^99__9___, false, 8, 13, false",
    // as far as it is in the window
    "____|^^^^____, false, 8, 99, true",
    "____|^^^^____, false, -5, 4, true",
    // nothing is on no level
    "____|^^^^____, false, 8, 8, false",
    "____|^^^^____, false, 12, 15, false",
  })
  void aStretchIsOnALevelByItsMedian(
      String drawn, boolean levelAfter, int begin, int end, boolean on) {
    assertThat(Sketch.of(drawn).shift().isSameLevel(levelAfter, begin, end)).isEqualTo(on);
  }

  @ParameterizedTest(name = "{0}, {1} values a side: {2}")
  @CsvSource({
    "______|^^^^^^, 6, 1",
    "______|^_____, 6, 0",
    "^^^^^_|^^^^^^, 6, 0",
    "^^^^^^|______, 6, 1",
    // half of it is left
    "______|^55555, 6, 0.5",
    "55555_|^^^^^^, 6, 0.5",
    // of four values or more a side, the two that were compared do not count
    "55__|^^^^, 6, 0.5",
    "____|^^55, 6, 0.5",
    // of three they do
    "5__|^^^, 6, 1",
    "___|^^5, 6, 1",
    // only so many values are looked at
    "5{9}______|^^^^^^5{9}, 6, 1",
    "5{9}______|^^^^^^5{9}, 15, 0",
  })
  void whatRemainsIsHowFarTheValuesBesideTheChangeMoved(String drawn, int width, double share) {
    assertThat(Sketch.of(drawn).shift().remains(width).share()).isEqualTo(share);
  }

  @ParameterizedTest(name = "{0}: 1.25 × √(1/{1} + 1/{2}) / 10")
  @CsvSource({
    "______|^^^^^^, 5, 5",
    "^^^^^^|______, 5, 5",
    "______|^^^^, 5, 3",
    "______|^^^, 5, 3",
    "____|^^, 3, 2",
    "__|^^^^^^, 2, 5",
  })
  void itsErrorIsThatOfTheMediansOfSoManyValues(String drawn, int before, int after) {
    assertThat(Sketch.of(drawn).shift(1).remains(6).error())
        .isCloseTo(1.25 * Math.sqrt(1.0 / before + 1.0 / after) / 10, within(1e-12));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "____|^^^, before 0-4 after 4-7",
    "^^^^|___, before 0-4 after 4-7",
    "_^^_|^__, before 0-1 after 1-3 before 3-4 after 4-5 before 5-7",
    // what is on neither level does not end it
    "_5__|^5^, before 0-4 after 4-7",
    "_55^__|^, before 0-1 after 3-4 before 4-6 after 6-7",
    // the change begins another one
    "____8|^6^^, before 0-4 after 4-5 after 5-9",
    // 73 and 72 values are looked at
    "^_{72}|^{73}_, before 1-73 after 73-146",
  })
  void rowsOfValuesAreOnOneOfTheTwoLevels(String drawn, String rows) {
    assertThat(
            Sketch.of(drawn).shift(0).segments().stream()
                .map(
                    segment ->
                        (segment.after() ? "after " : "before ")
                            + segment.begin()
                            + "-"
                            + segment.end())
                .collect(Collectors.joining(" ")))
        .isEqualTo(rows);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "____|^^^^____, 8, true",
    "____|^^^^5555, 8, true",
    "____|^^^^^6666, 9, false",
    "____|^^^^____, 7, false",
    "_55__|^^^^, 1, true",
    "_44__|^^^^, 1, false",
  })
  void aJumpIsHalfOfTheChangeOrMore(String drawn, int place, boolean jumps) {
    assertThat(Sketch.of(drawn).shift().jumpsAt(place)).isEqualTo(jumps);
  }
}
