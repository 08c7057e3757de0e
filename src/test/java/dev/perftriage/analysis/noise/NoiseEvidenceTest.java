package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.ChangeJudge.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a verdict, in series as {@link Sketch} draws them. */
class NoiseEvidenceTest {

  private static final Judgement JUDGEMENT =
      new Judgement(NoiseVerdict.FLIP_FLOP, NoiseRule.SWITCHING, 8, 8, 3);

  @ParameterizedTest(name = "{0}: later at {1}, {2} values after, {3} seen")
  @CsvSource({
    "____|^^^^____, 1005, 7, 12",
    "____|^^^, 1010, 2, 7",
    // the level later is that of the last fifteen values, none of them before the change
    "____|^{20}_{15}, 1000, 34, 39",
    "____|^{20}_{8}, 1000, 27, 32",
    "____|^{20}_{7}, 1010, 26, 31",
    "__|^, 1010, 0, 3",
    // 72 values on either side are seen
    "_{80}|^{90}, 1010, 89, 145",
  })
  void theLevelsAndHowMuchWasSeenAreEvidence(
      String drawn, double later, int valuesAfter, int window) {
    Sketch sketch = Sketch.of(drawn);

    assertThat(NoiseEvidence.of(sketch.change(), sketch.shift(0.5), JUDGEMENT, 4))
        .isEqualTo(
            new NoiseEvidence(
                NoiseRule.SWITCHING, 1000, 1010, later, 0.5, valuesAfter, 4, 3, window));
  }

  @Test
  void aChangeInNoSeriesHasItsTwoValues() {
    Sketch sketch = Sketch.of("____|^^^^");

    assertThat(NoiseEvidence.of(sketch.change(), null, JUDGEMENT, 4))
        .isEqualTo(new NoiseEvidence(NoiseRule.SWITCHING, 1000, 1010, 1010, 0, 0, 4, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({"1000, 1010, 0.01", "1000, 990, 0.01", "-1000, -990, 0.01", "1000, 1000, 0"})
  void itsSizeIsAFractionOfTheLevelBefore(double before, double after, double size) {
    assertThat(new NoiseEvidence(NoiseRule.STAY, before, after, after, 0, 0, 0, 1, 0).size())
        .isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RETURNED               | noise
          FLIP_FLOP RETURNED     | noise
          RETURNED PERSISTENT    | partly noise
          FLIP_FLOP PENDING      | partly noise
          PERSISTENT             | real
          REVERTED               | real
          PERSISTENT PENDING     | real
          PENDING REVERTED       | real
          PENDING PENDING        | pending
          """)
  void anEntryIsWhatItsVerdictsAmountTo(String verdicts, String entry) {
    List<NoiseVerdict> all =
        List.of(verdicts.split(" ")).stream().map(NoiseVerdict::valueOf).toList();

    assertThat(EntryVerdict.of(all).label()).isEqualTo(entry);
  }

  @ParameterizedTest
  @EnumSource(NoiseVerdict.class)
  void noMergeCausedWhatReturnedOrFlipFlops(NoiseVerdict verdict) {
    assertThat(verdict.isNoise())
        .isEqualTo(verdict == NoiseVerdict.RETURNED || verdict == NoiseVerdict.FLIP_FLOP);
  }
}
