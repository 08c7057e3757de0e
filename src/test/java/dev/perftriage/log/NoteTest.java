package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Noise.",
        "Looks spurious, it went back.",
        "The benchmark is bimodal.",
        "All of it lies within its noise level.",
        "Noise, no idea where this noise is from.",
        "The cycles did not change (probably noise).",
        "Noise: of 3 relevant test cases, 3 went back by themselves at #900105.",
        "Partly noise at first, and all of it spurious by now."
      })
  void saysNoise(String words) {
    assertThat(new Note(words, 1).saysNoise()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A regression.",
        "This is not noise.",
        "It doesn't look spurious.",
        "Not clear whether that was noise.",
        "The noise threshold was lowered.",
        "The noisemaker benchmark is new.",
        "Partly noise: of 3 relevant test cases, 2 stayed, over 9 or more measurements since.",
        "Some of it is partially spurious.",
        "Without 1 noisy test case: primary regressions mean 0.4%, range [0.4%, 0.4%], count 1.",
        "Without 12 noisy test cases: no relevant changes."
      })
  void doesNotSayNoise(String words) {
    assertThat(new Note(words, 1).saysNoise()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Moderate regression in instruction counts (up to 2%)",
        "Very small regression in instruction counts",
        "Very large improvement in instruction counts",
        "Small improvement in instruction counts",
        "Smaller regression in instruction counts",
        "Large regression in instruction counts",
        "Larger improvement in instruction counts",
        "Largest improvement in instruction counts: -4.2%",
        "Average relevant improvement: -1.4%",
        "Arithmetic mean of relevant regressions: 0.8%"
      })
  void whatTheServiceWroteIsNoWrittenNote(String words) {
    assertThat(new Note(words, 1).isWritten()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Very slight regressions everywhere",
        "A small regression in instruction counts",
        "Slight improvement in instruction counts",
        "Larger than the run before"
      })
  void whatSoundsLikeTheServiceIsAWrittenNote(String words) {
    assertThat(new Note(words, 1).isWritten()).isTrue();
  }
}
