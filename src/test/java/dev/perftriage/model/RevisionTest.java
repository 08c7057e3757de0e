package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.Revision.Form;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

  private static final String SHA = "4b53279854fcc60b063398181f5dc13ddc319cb8";

  @ParameterizedTest
  @CsvSource({
    SHA + ", COMMIT, " + SHA,
    "4B53279854FCC60B063398181F5DC13DDC319CB8, COMMIT, " + SHA,
    "4b532798, SHORT_SHA, 4b532798",
    "4B53, SHORT_SHA, 4b53",
    "1910000, SHORT_SHA, 1910000",
    "1.91.0, RELEASE, 1.91.0",
    "beta-2026-10-15, RELEASE, beta-2026-10-15",
    "abc, RELEASE, abc",
    "stable, CHANNEL, stable",
    "Beta, CHANNEL, beta",
    "nightly, NIGHTLY, ''",
    "nightly-2025-11-03, NIGHTLY, 2025-11-03",
    "2025-11-03, DAY, 2025-11-03",
    "7d, DAYS_AGO, 7",
    "168D, DAYS_AGO, 168",
    "pr:148040, PULL, 148040",
    "PR:148040, PULL, 148040",
    "#148040, PULL, 148040",
    "rust-lang/rust#148040, PULL, 148040",
    "https://github.com/rust-lang/rust/commit/" + SHA + ", COMMIT, " + SHA,
    "github.com/rust-lang/rust/commit/4B532798?diff=split#diff-1, SHORT_SHA, 4b532798",
    "https://github.com/rust-lang/rust/commit/160535, SHORT_SHA, 160535",
    "https://github.com/rust-lang/rust/pull/148040, PULL, 148040",
    "http://www.github.com/rust-lang/rust/pull/148040/, PULL, 148040",
    "github.com/rust-lang/rust/pull/148040, PULL, 148040",
    "https://github.com/rust-lang/rust/pull/148040/files#diff-1, PULL, 148040",
    "https://github.com/rust-lang/rust/pull/148040?w=1#issuecomment-7, PULL, 148040",
    "latest, LATEST, ''",
    "Latest, LATEST, ''",
  })
  void readsEveryForm(String word, Form form, String value) {
    assertThat(Revision.parse(word)).isEqualTo(new Revision(word, form, value, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "pr:148040^, PULL, 1",
    "pr:148040^^, PULL, 2",
    "pr:148040~, PULL, 1",
    "pr:148040~3, PULL, 3",
    "pr:148040~3^~2, PULL, 6",
    "pr:148040~0, PULL, 0",
    "#148040^, PULL, 1",
    "4b532798~12, SHORT_SHA, 12",
    SHA + "^, COMMIT, 1",
    "latest~2, LATEST, 2",
    "2025-11-03^, DAY, 1",
    "7d~1, DAYS_AGO, 1",
    "https://github.com/rust-lang/rust/pull/148040^, PULL, 1",
    "https://github.com/rust-lang/rust/commit/" + SHA + "^, COMMIT, 1",
    "nightly~2, NIGHTLY, 2",
  })
  void countsGenerationsAsGitDoes(String word, Form form, int generations) {
    Revision revision = Revision.parse(word);

    assertThat(revision.form()).isEqualTo(form);
    assertThat(revision.generations()).isEqualTo(generations);
  }

  @Test
  void generationsDoNotOverflow() {
    assertThat(Revision.parse("latest" + "~999999".repeat(99)).generations()).isEqualTo(98_999_901);
    assertThatThrownBy(() -> Revision.parse("latest" + "~999999".repeat(9999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "^",
        "~3",
        "pr:",
        "pr:0",
        "pr:12a",
        "#",
        "pr:148040/files",
        "#148040?",
        "2025-02-30",
        "2025-13-01",
        SHA + "0",
        "a..b",
        "a b",
        "pr:148040^{tree}",
        "latest~1234567",
        "1.91.0^",
        "beta~2",
        "-x",
        "stable^",
        "https://github.com/rust-lang/rust/commit/" + SHA + "0",
        "https://github.com/rust-lang/cargo/commit/" + SHA,
        "https://github.com/rust-lang/rust/issues/148040",
        "https://github.com/rust-lang/cargo/pull/148040",
        "https://github.com/rust-lang/rust/pull/148040x",
        "https://github.com.example.org/rust-lang/rust/pull/148040",
        "https://perf.rust-lang.org/compare.html?start=a&end=b",
      })
  void refusesWhatIsNoRevision(String word) {
    assertThatThrownBy(() -> Revision.parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + word.replaceAll("[\\^~]\\d*$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "160535, is a number: did you mean pr:160535",
    "160535^, is a number: did you mean pr:160535^",
    "4753, is a number: did you mean pr:4753",
    "HEAD, newest measured merge is latest",
    "master, newest measured merge is latest",
    "origin/main, newest measured merge is latest",
    "HEAD~2, 'is latest, here latest~2'",
    "1w, 7d is a week ago",
    "2 weeks, 7d is a week ago",
    "3m, 7d is a week ago",
    "yesterday, 1d is yesterday",
    "2026-8-8, YYYY-MM-DD; did you mean 2026-08-08?",
    "2026/08/08, YYYY-MM-DD; did you mean 2026-08-08?",
    "2026-8-32, is not a date of the form YYYY-MM-DD",
    "a..b, is not a revision but two",
  })
  void whatPassesForAnotherFormIsNamed(String word, String message) {
    assertThatThrownBy(() -> Revision.parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + word + "' is ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everyWayToWriteAPullRequestMeansTheSame(int number) {
    assertThat(
            Stream.of("pr:", "#", "rust-lang/rust#", "https://github.com/rust-lang/rust/pull/")
                .map(start -> Revision.parse(start + number)))
        .extracting(Revision::form, Revision::value)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(Form.PULL, Integer.toString(number)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everyBeginningOfAShaIsAShaInAnyCase(int seed) {
    Random random = new Random(seed);
    StringBuilder sha = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      sha.append(Character.forDigit(random.nextInt(16), 16));
    }
    // Four digits that end with d may be days, and up to six without letters a pull request.
    for (int length = 7; length <= 40; length++) {
      String digits = sha.substring(0, length);
      assertThat(Revision.parse(digits.toUpperCase(Locale.ROOT)).value()).isEqualTo(digits);
      assertThat(Revision.parse(digits).form())
          .isEqualTo(length == 40 ? Form.COMMIT : Form.SHORT_SHA);
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void noWordBreaksTheReader(int seed) {
    Random random = new Random(seed);
    String alphabet = "0123456789abcdefxyzPR:#^~./-_?&=d \u0000é\ud83d\ude00";
    for (int i = 0; i < 500; i++) {
      StringBuilder word = new StringBuilder();
      random
          .ints(random.nextInt(20), 0, alphabet.length())
          .forEach(at -> word.append(alphabet.charAt(at)));
      try {
        Revision revision = Revision.parse(word.toString());
        assertThat(revision.generations()).isNotNegative();
        assertThat(revision.word()).isEqualTo(word.toString().strip()).contains(revision.value());
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("'");
      }
    }
  }

  private static IntStream numbers() {
    return new Random(8).ints(20, 1, 999_999_999);
  }

  @Test
  void daysAreCountedBackFromToday() {
    LocalDate today = LocalDate.parse("2025-03-02");

    assertThat(Revision.parse("7d").day(today)).isEqualTo("2025-02-23");
    assertThat(Revision.parse("0d").day(today)).isEqualTo(today);
    assertThat(Revision.parse("2025-01-01").day(today)).isEqualTo("2025-01-01");
  }

  @Test
  void aNightlyHasTheMergesUntilTheDayBeforeItsBuild() {
    LocalDate today = LocalDate.parse("2025-03-01");

    assertThat(Revision.parse("nightly").day(today)).isEqualTo("2025-02-28");
    assertThat(Revision.parse("nightly-2026-01-01").day(today)).isEqualTo("2025-12-31");
  }
}
