package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which characters reach a terminal. */
class PlainWriterTest {

  /** Unicode's own classes: controls, line and paragraph separators, and marks of direction. */
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

  @Test
  void everyControlAndMarkOfDirectionBecomesASpaceAndNothingElseChanges() throws IOException {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "b";
      assertThat(plain(text, false)).isEqualTo(CONTROLS.matcher(text).replaceAll(" "));
    }
  }

  @Test
  void noTextWhateverItsCharactersControlsTheTerminal() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(20), 0, 12)
          .forEach(kind -> text.append(kind < 9 ? "\u001b[m;38\r\n\u202e".charAt(kind) : 'x'));
      assertThat(plain(text.toString(), false))
          .doesNotContain("\u001b", "\u202e")
          .hasSameSizeAs(text);
      String colored = plain(text.toString(), true);
      assertThat(colored.replaceAll("\u001b\\[[\\d;]*m", "")).doesNotContain("\u001b", "\u202e");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ESC[1;31mred ESC[0m, ESC[1;31mred ESC[0m",
    "ESC[mplain, ESC[mplain",
    "ESC[2J, ' [2J'",
    "ESC]0;titleBEL, ' ]0;title '",
    "ESC[1;31, ' [1;31'",
    "ESC, ' '",
    "ESC[1ESC[31mx, ' [1ESC[31mx'",
  })
  void aTerminalGetsColorsAndNoOtherSequence(String text, String shown) throws IOException {
    assertThat(plain(sequences(text), true)).isEqualTo(sequences(shown));
  }

  @Test
  void aLineEndOfWindowsStaysOneAndACarriageReturnDoesNot() throws IOException {
    assertThat(plain("a\r\nb\rc\r", false)).isEqualTo("a\r\nb c ");
  }

  @Test
  void partsOfTextsAndSingleCharactersAreCheckedAlike() throws IOException {
    StringWriter out = new StringWriter();
    try (PlainWriter writer = new PlainWriter(out, true)) {
      writer.write("xx\u001b[1m\u0007yy".toCharArray(), 2, 5);
      writer.write('\u001b');
      writer.write('z');
    }
    assertThat(out).hasToString("\u001b[1m  z");
  }

  private static String sequences(String text) {
    return text.replace("ESC", "\u001b").replace("BEL", "\u0007");
  }

  private static String plain(String text, boolean keepsColors) throws IOException {
    StringWriter out = new StringWriter();
    try (PlainWriter writer = new PlainWriter(out, keepsColors)) {
      writer.write(text);
    }
    return out.toString();
  }
}
