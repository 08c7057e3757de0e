package dev.perftriage.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {

  @ParameterizedTest
  @CsvSource({
    "Windows 11, [Windows-ROOT]",
    "Mac OS X, '[KeychainStore-ROOT, KeychainStore]'",
    "Linux, []"
  })
  void theStoreOfTheSystemIsReadWhereJavaCan(String system, String stores) {
    assertThat(Trust.storesOf(system)).hasToString(stores);
  }
}
