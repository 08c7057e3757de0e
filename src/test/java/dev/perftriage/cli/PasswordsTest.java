package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

  @ParameterizedTest
  @CsvSource({
    "https://me:secret@host/path, https://…@host/path",
    "https://token@host, https://…@host",
    "me:secret@host, …@host",
    "ftp://me:sec@ret@host, ftp://…@host",
    "see http://a:b@c and http://d:e@f, see http://…@c and http://…@f",
    "https://host/@rust-lang, https://host/@rust-lang",
    "ferris@rust-lang.org, ferris@rust-lang.org",
    "https://host/?q=a:b@c, https://host/?q=a:b@c",
  })
  void hidesWhatStandsBeforeTheHost(String text, String hidden) {
    assertThat(Passwords.hidden(text)).isEqualTo(hidden);
  }
}
