package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a verdict, in series as {@link Sketch} draws them. */
class NoiseEvidenceTest {

  @ParameterizedTest(name = "{0}: later at {1}, {2} values after, stayed {3}, {4} in {5}")
  @CsvSource({
    "____|^^^^_____, 1000, 8, 4, 2, 13",
    "____|^^^, 1010, 2, 3, 1, 7",
    // the level later is that of the last fifteen values, none of them before the change
    "____|^{20}_{15}, 1000, 34, 20, 2, 39",
    "____|^{20}_{7}, 1010, 26, 20, 2, 31",
    "____|^, 1010, 0, 1, 1, 5",
    // short excursions do not end a stay
    "____|^^^^___^^^^, 1010, 10, 11, 3, 15",
    "____|^^^^____^^^^____, 1000, 15, 4, 4, 20",
    // a stay ends where the next level is nearer to the level before
    "____|^^^^4444, 1007, 7, 4, 1, 12",
    "____|^^^^6666, 1008, 7, 8, 1, 12",
    // what is no move is no switch
    "____|_____, 1000, 4, 5, 0, 9",
    // what is seen is what is so near that habits count
    "_{200}|^{61}, 1010, 60, 61, 1, 261",
    "_{201}|^{62}, 1010, 61, 62, 1, 261",
  })
  void theLevelsAndHowMuchWasSeenAreEvidence(
      String drawn, double later, int valuesAfter, int stayed, int switches, int window) {
    Sketch sketch = Sketch.of(drawn);

    NoiseEvidence evidence = NoiseEvidence.of(sketch.evidence(), NoiseRule.STAY, 4);

    assertThat(evidence.levelLater()).isEqualTo(later);
    assertThat(evidence.valuesAfter()).isEqualTo(valuesAfter);
    assertThat(evidence.stayed()).isEqualTo(stayed);
    assertThat(evidence.movedTogether()).isEqualTo(4);
    assertThat(evidence.switches()).isEqualTo(switches);
    assertThat(evidence.window()).isEqualTo(window);
  }

  @Test
  void aChangeInNoSeriesHasItsTwoValues() {
    Sketch sketch = Sketch.of("____|^^^^");

    assertThat(NoiseEvidence.ofNoSeries(sketch.change(), NoiseRule.STAY, 4))
        .isEqualTo(new NoiseEvidence(NoiseRule.STAY, 1000, 1010, 1010, 0, 0, 1, 4, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({"1000, 1010, 0.01", "1000, 990, 0.01", "-1000, -990, 0.01", "1000, 1000, 0"})
  void itsSizeIsAFractionOfTheLevelBefore(double before, double after, double size) {
    assertThat(new NoiseEvidence(NoiseRule.STAY, before, after, after, 0, 0, 1, 0, 1, 0).size())
        .isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RETURNED                                 | noise
          FLIP_FLOP RETURNED                       | noise
          FLIP_FLOP PENDING                        | noise
          RETURNED PERSISTENT                      | partly noise
          RETURNED PERSISTENT PERSISTENT           | partly noise
          RETURNED UNDONE REVERTED REVERTED        | real
          RETURNED PERSISTENT REVERTED ENVIRONMENT PENDING | real
          PERSISTENT                               | real
          REVERTED                                 | real
          PERSISTENT PENDING                       | real
          UNDONE UNDONE PERSISTENT                 | undone
          UNDONE UNDONE PERSISTENT RETURNED        | real
          ENVIRONMENT ENVIRONMENT RETURNED         | environment
          ENVIRONMENT RETURNED                     | partly noise
          PENDING PENDING                          | pending
          PENDING PENDING RETURNED                 | pending
          PENDING RETURNED                         | noise
          PENDING UNCLEAR                          | pending
          PENDING UNCLEAR UNCLEAR                  | unclear
          UNCLEAR UNCLEAR REVERTED                 | unclear
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
    assertThat(verdict.isOpen())
        .isEqualTo(verdict == NoiseVerdict.UNCLEAR || verdict == NoiseVerdict.PENDING);
  }
}
