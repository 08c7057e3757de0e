package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShaTest {

  private static final String FULL = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void aFullShaHasFortyDigits() {
    assertThat(new Sha(FULL).isFull()).isTrue();
    assertThat(new Sha(FULL).shortened()).isEqualTo("01234567");
  }

  @Test
  void itIsPrintedAsItIs() {
    assertThat(new Sha(FULL)).hasToString(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.91.0",
        "0123456789abcdef0123456789abcdef0123456",
        "0123456789abcdef0123456789abcdef012345678",
        "0123456789ABCDEF0123456789abcdef01234567",
        "g123456789abcdef0123456789abcdef01234567",
      })
  void anyOtherRevisionIsPrintedWhole(String revision) {
    assertThat(new Sha(revision).isFull()).isFalse();
    assertThat(new Sha(revision).shortened()).isEqualTo(revision);
  }
}
