package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Noise.",
        "The benchmark is not ours. This is noise, already marked as triaged.",
        "All of it lies within its noise level.",
        "Noise, no idea where this noise is from.",
        "Noise: of 3 relevant test cases, 3 went back by themselves at #900105.",
        "The regressions are just noise; `syn` may be noise too.",
        "Partly noise at first, and all the changes are spurious. It was spurious."
      })
  void callsAllOfItNoise(String words) {
    assertThat(new Note(words, 1).noise()).contains(NoiseClaim.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Partly noise: of 3 relevant test cases, 2 stayed, over 9 or more measurements since.",
        "Some of it is partially spurious.",
        "Mostly noise.",
        "The primary regressions are noise.",
        "Small regression in the libc benchmark, it is noise in libc.",
        "The syn regression looks like noise."
      })
  void callsAPartOfItNoise(String words) {
    assertThat(new Note(words, 1).noise()).contains(NoiseClaim.PART);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Looks spurious, it went back.",
        "Probably noise.",
        "The cycles did not change (probably noise).",
        "This might be noise."
      })
  void supposesNoise(String words) {
    assertThat(new Note(words, 1).noise()).contains(NoiseClaim.HEDGED);
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
        "Without 1 noisy test case: primary regressions mean 0.4%, range [0.4%, 0.4%], count 1.",
        "Without 12 noisy test cases: no relevant changes."
      })
  void doesNotSayNoise(String words) {
    assertThat(new Note(words, 1).noise()).isEmpty();
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
        "Small regression in the libc benchmark, it is noise.",
        "Small regression in instruction counts of libc, it is noise.",
        "Larger than the run before"
      })
  void whatSoundsLikeTheServiceIsAWrittenNote(String words) {
    assertThat(new Note(words, 1).isWritten()).isTrue();
  }
}
