package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShaTest {

  private static final String FULL = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void aFullShaHasFortyDigits() {
    assertThat(Sha.isFull(FULL)).isTrue();
    assertThat(Sha.shortened(FULL)).isEqualTo("01234567");
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
    assertThat(Sha.isFull(revision)).isFalse();
    assertThat(Sha.shortened(revision)).isEqualTo(revision);
  }
}
