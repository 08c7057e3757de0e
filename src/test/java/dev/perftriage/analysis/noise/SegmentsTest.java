package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the level of a series changes. */
class SegmentsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "_____, 0-5 at 1000",
    "_, 0-1 at 1000",
    "____^^^^, 0-4 at 1000 4-8 at 1010",
    "____^____, 0-4 at 1000 4-5 at 1010 5-9 at 1000",
    "____5555^^^^, 0-4 at 1000 4-8 at 1005 8-12 at 1010",
    // an unmeasured merge has no value
    "__.__^^.^, 0-4 at 1000 4-7 at 1010",
    // what chance explains is no change of the level
    "_1_1_1_1_1_1, 0-12 at 1000.5",
    "_1_1_1_1^1_1_1_1, 0-8 at 1000.5 8-9 at 1010 9-16 at 1001",
  })
  void aSegmentEndsWhereChanceDoesNotExplainTheNextOne(String drawn, String segments) {
    assertThat(words(Sketch.of(drawn).segments())).isEqualTo(segments);
  }

  @ParameterizedTest(name = "a step of {0} spreads: {1} segments")
  @CsvSource({"1, 1", "1.6, 2", "3, 2", "10, 2"})
  void aStepOfMoreThanFourStandardErrorsIsSeen(double spreads, int segments) {
    double[] values = new double[80];
    for (int i = 0; i < values.length; i++) {
      // neighbours differ by ±1, so that single values are about 1 from their level
      values[i] = 1000 + (i % 2 == 0 ? 0 : 0.95) + (i < 40 ? 0 : spreads);
    }
    assertThat(Segments.of(CaseValues.of(values)).all()).hasSize(segments);
  }

  @Test
  void segmentsHoldEveryValueOnceWhateverTheValuesAre() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double[] values = new double[1 + random.nextInt(60)];
      Arrays.setAll(
          values, i -> 1000 + random.nextInt(3) * random.nextInt(5) * 10 + random.nextGaussian());
      Segments segments = Segments.of(CaseValues.of(values));
      int end = 0;
      for (int i = 0; i < segments.all().size(); i++) {
        Segment segment = segments.all().get(i);
        assertThat(segment.begin()).isEqualTo(end);
        assertThat(segment.length()).isPositive();
        for (int place = segment.begin(); place < segment.end(); place++) {
          assertThat(segments.indexOf(place)).isEqualTo(i);
        }
        end = segment.end();
      }
      assertThat(end).isEqualTo(values.length);
      assertThat(segments.jumps()).hasSize(segments.all().size() - 1);
    }
  }

  @Test
  void theErrorOfADifferenceShrinksUpToFifteenValues() {
    Segments segments = Sketch.of("____").segments(2);

    assertThat(segments.errorOf(1, 1)).isEqualTo(1.25 * 2 * Math.sqrt(2));
    assertThat(segments.errorOf(1, 4)).isEqualTo(1.25 * 2 * Math.sqrt(1.25));
    assertThat(segments.errorOf(15, 15)).isEqualTo(1.25 * 2 * Math.sqrt(2.0 / 15));
    assertThat(segments.errorOf(99, 16)).isEqualTo(segments.errorOf(15, 15));
    assertThat(segments.errorOf(new Segment(0, 1, 5), new Segment(1, 5, 6)))
        .isEqualTo(segments.errorOf(1, 4));
  }

  @Test
  void whatWasEqualSoFarNeedNotBeExact() {
    assertThat(Sketch.of("____").segments().spread()).isEqualTo(0.01);
    assertThat(Sketch.of("_1_1_1").segments().spread()).isEqualTo(1.4826 / Math.sqrt(2));
  }

  private static String words(Segments segments) {
    List<Segment> all = segments.all();
    return all.stream()
        .map(
            segment ->
                segment.begin()
                    + "-"
                    + segment.end()
                    + " at "
                    + Double.toString(segment.level()).replaceAll("\\.0$", ""))
        .collect(Collectors.joining(" "));
  }
}
