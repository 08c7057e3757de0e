package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check               | check
          check,!opt          | check;!opt
          /a{1,2}b/,serde*    | /a{1,2}b/;serde*
          x,!/a,b/,/c,d/      | x;!/a,b/;/c,d/
          /a/b,c/,d           | /a/b,c/;d
          /a\\/,b/,c          | /a\\/,b/;c
          /open,x             | /open;x
          a,                  | a;
          a,,b                | a;;b
          """)
  void onlyCommasOutsideOfRegularExpressionsSeparate(String text, String values) {
    assertThat(String.join(";", FilterOptions.split(text))).isEqualTo(values);
  }
}
