package dev.perftriage.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "serde-1.0.219, 13",
    "naïve, 5",
    "変数, 4",
    "ｆｕｌｌ, 8",
    "한글, 4",
    "❌✅, 4",
    "🚀, 2",
    "'→×…', 3",
    "𠀀, 2"
  })
  void wideCharactersTakeTwoColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void combiningAndInvisibleCharactersTakeNone() {
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("a\u200db\u2060")).isEqualTo(2);
    assertThat(TextWidth.of("\u1100\u1161\u11a8")).isEqualTo(2);
  }

  @Test
  void aCutTextIsNeverWiderAndKeepsWholeCharacters() {
    assertThat(TextWidth.cut("変数の名前", 10)).isEqualTo("変数の名前");
    assertThat(TextWidth.cut("変数の名前", 9)).isEqualTo("変数の名…");
    assertThat(TextWidth.cut("変数の名前", 8)).isEqualTo("変数の…");
    assertThat(TextWidth.cut("🚀🚀🚀", 4)).isEqualTo("🚀…");
    assertThat(TextWidth.cut("benchmark", 8)).isEqualTo("benchma…");
  }

  @Test
  void paddingFillsColumns() {
    assertThat(TextWidth.padded("変数", 6)).isEqualTo("変数  ");
    assertThat(TextWidth.padded("変数", 3)).isEqualTo("変数");
  }
}
