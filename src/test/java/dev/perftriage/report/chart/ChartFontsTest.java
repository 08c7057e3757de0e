package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which signs the bundled fonts draw. */
class ChartFontsTest {

  @ParameterizedTest
  @CsvSource({
    "Speed up 🚀 the linker, Speed up • the linker",
    "🦀🚀 crates, • crates",
    "👩‍🔬 tests, • tests",
    "I ❤ Rust, I ❤ Rust",
    "👍🏽 yes, • yes",
    "性能 ▲ ● ↺ ↩ ○ ◐ é, 性能 ▲ ● ↺ ↩ ○ ◐ é",
  })
  void whatHasNoGlyphIsABulletInPictures(String title, String drawn) {
    assertThat(ChartFonts.drawable(title, ChartFonts.LABEL)).isEqualTo(drawn);
  }

  @ParameterizedTest
  @CsvSource({"🚀", "👩‍🔬", "▲", "性", "•", "⣿"})
  void noPictureHasABox(String text) {
    String drawn = ChartFonts.drawable(text, ChartFonts.TITLE);
    List<ChartFonts.Run> runs = ChartFonts.runs(drawn, ChartFonts.TITLE);

    assertThat(runs).isNotEmpty().allMatch(run -> run.font().canDisplayUpTo(run.text()) < 0);
  }

  @Test
  void anSvgKeepsTheEmojiForTheFontsOfItsReader() {
    String svg =
        SvgDrawing.of(
            "x",
            "words",
            100,
            50,
            graphics ->
                Chart.background(graphics, 100, 50)
                    .text("Go 🚀", 1, 20, Canvas.Align.FROM, ChartFonts.LABEL, ChartStyle.INK));

    assertThat(svg.replaceAll("<[^>]*>", "").strip()).isEqualTo("Go 🚀");
  }
}
