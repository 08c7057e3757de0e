package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.report.VerdictMark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which marks reach a terminal without UTF-8. */
class AsciiMarksTest {

  @ParameterizedTest
  @CsvSource({
    "LANG=C, ^",
    "LANG=de_DE.ISO-8859-1, ^",
    "LANG=de_DE, ^",
    "LANG=C.UTF-8, ▲",
    "LC_ALL=en_US.utf8;LANG=C, ▲",
    "LC_CTYPE=POSIX;LANG=en_US.UTF-8, ^",
    "LC_ALL=;LANG=en_US.UTF-8, ▲",
    "TERM=xterm, ▲",
  })
  void theLocaleDecides(String variables, String shown) throws IOException {
    Map<String, String> environment =
        Arrays.stream(variables.split(";"))
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

    assertThat(written("▲", environment)).isEqualTo(shown);
  }

  @Test
  void everyMarkOfAVerdictHasAnAsciiCharacterOfItsOwn() throws IOException {
    String marks =
        Arrays.stream(VerdictMark.values()).map(VerdictMark::symbol).collect(Collectors.joining());

    assertThat(written(marks, Map.of("LANG", "C")))
        .isEqualTo("*<~o%?")
        .isNotEqualTo(written(marks, Map.of()));
  }

  @Test
  void wordsOfOthersStay() throws IOException {
    assertThat(written("Zoë ⠁ ● x", Map.of("LANG", "C"))).isEqualTo("Zoë ⠁ * x");
  }

  private static String written(String text, Map<String, String> environment) throws IOException {
    StringWriter out = new StringWriter();
    try (Writer writer = AsciiMarks.on(out, environment)) {
      writer.write(text);
      for (int i = 0; i < text.length(); i++) {
        writer.write(text.charAt(i));
      }
      writer.write(text.toCharArray());
    }
    String all = out.toString();
    String once = all.substring(0, text.length());
    assertThat(all).as("however it is written").isEqualTo(once.repeat(3));
    return once;
  }
}
