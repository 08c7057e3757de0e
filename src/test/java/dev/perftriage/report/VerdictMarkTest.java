package dev.perftriage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.report.prose.VerdictWords;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which mark a verdict has. */
class VerdictMarkTest {

  @Test
  void onlyNoiseHasTheHollowMark() {
    assertThat(NoiseVerdict.values())
        .filteredOn(verdict -> VerdictMark.of(verdict) == VerdictMark.NOISE)
        .containsExactlyElementsOf(
            Arrays.stream(NoiseVerdict.values()).filter(NoiseVerdict::isNoise).toList());
    assertThat(VerdictMark.NOISE.labelled()).isEqualTo("○ noise");
  }

  @Test
  void openVerdictsHaveTheOpenMark() {
    assertThat(NoiseVerdict.values())
        .filteredOn(verdict -> VerdictMark.of(verdict) == VerdictMark.OPEN)
        .containsExactlyElementsOf(
            Arrays.stream(NoiseVerdict.values()).filter(NoiseVerdict::isOpen).toList());
  }

  @Test
  void everyMarkHasASymbolOfItsOwn() {
    assertThat(VerdictMark.values()).extracting(VerdictMark::symbol).doesNotHaveDuplicates();
  }

  @Test
  void anEntryHasTheMarkOfMostOfItsChanges() {
    FlaggedWeek week = FlaggedWeek.drawn(3, 12);
    List<MergeVerdicts> merges =
        week.steps().stream().map(step -> week.annotations().of(step)).toList();

    assertThat(merges).anyMatch(merge -> !merge.changes().isEmpty());
    for (MergeVerdicts merge : merges) {
      assertThat(VerdictMark.of(merge).isPresent()).isEqualTo(!merge.counted().isEmpty());
      for (VerdictMark mark : VerdictMark.values()) {
        long same =
            merge.counted().stream().filter(each -> VerdictMark.of(each.verdict()) == mark).count();
        if (2 * same > merge.counted().size()) {
          assertThat(VerdictMark.of(merge)).contains(mark);
          String share = VerdictWords.share(merge).orElseThrow();
          assertThat(NoiseVerdict.values())
              .as("the words say what the mark does")
              .filteredOn(verdict -> VerdictMark.of(verdict) == mark)
              .anyMatch(verdict -> share.startsWith(verdict.label()));
        }
      }
    }
  }
}
