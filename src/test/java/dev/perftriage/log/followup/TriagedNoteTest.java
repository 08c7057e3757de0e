package dev.perftriage.log.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriagedNoteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Marked as triaged.",
        "marking as triaged",
        "Marking this regression as triaged since investigating is not worth it.",
        "already marked as triaged (more wins than losses)",
        "Already triaged by @nnethercote.",
        "The regression is tiny. I think it's safe to call this triaged.",
        "Noise, not worth an investigation. Marked as triaged.",
        "left comment and marked as triaged",
        "Regression triaged. Looks like bimodality.",
        "Within noise, triaged by Mark.",
      })
  void saysSo(String note) {
    assertThat(TriagedNote.saysTriaged(note)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not marking as triaged yet.",
        "therefore, not yet marking as triaged...",
        "I can't mark this as triaged.",
        "not marking as triaged, but if no one can identify a cause, then we should mark it so",
        "Reverts previously triaged regression from roughly a month ago.",
        "Addresses some regressions (triaged above).",
        "I attempted to mark this as triaged",
        "It is in the untriaged list.",
      })
  void doesNotSaySo(String note) {
    assertThat(TriagedNote.saysTriaged(note)).isFalse();
  }
}
