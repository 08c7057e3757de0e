package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRefTest {

  private static final String PULL = "https://github.com/rust-lang/rust/pull/";

  @Test
  void itIsWrittenAsPeopleAndGitHubWriteIt() {
    assertThat(new PullRef(148040)).hasToString("#148040");
    assertThat(new PullRef(148040).address()).isEqualTo(PULL + "148040");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pr:148040",
        "pr:#148040",
        "#148040",
        PULL + "148040",
        PULL + "148040/",
        PULL + "148040/files#diff-1",
        PULL + "148040?w=1",
        PULL + "148040#issuecomment-7",
        "http://www.github.com/rust-lang/rust/pull/148040",
        "github.com/rust-lang/rust/pull/148040",
      })
  void aNameIsANumberWithAPrefixOrAnAddress(String name) {
    Matcher matcher = Pattern.compile(PullRef.NAME).matcher(name);

    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group(1)).isEqualTo("148040");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "148040",
        "pr:",
        "pr:x",
        "#0",
        "#0148040",
        "#1234567890",
        "#148040/files",
        PULL,
        PULL + "148040x",
        PULL + "1234567890",
        "https://github.com/rust-lang/rust/issues/148040",
        "https://github.com/rust-lang/cargo/pull/148040",
        "ftp://github.com/rust-lang/rust/pull/148040",
      })
  void anythingElseIsNoName(String text) {
    assertThat(text).doesNotMatch(PullRef.NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#148040", "rust-lang/rust#148040", PULL + "148040"})
  void inATextANumberFollowsASignOrAnAddress(String text) {
    assertThat(text).matches(PullRef.BEFORE_NUMBER + "148040");
  }

  @ParameterizedTest
  @ValueSource(strings = {"148040", "rust-lang/cargo#148040", "pr:148040"})
  void inATextNothingElseAnnouncesANumber(String text) {
    assertThat(text).doesNotMatch(PullRef.BEFORE_NUMBER + "148040");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/rust-lang/rust/pull/148040",
        "https://github.com/rust-lang/rust/pull/148040/",
        "https://github.com/rust-lang/rust/pull/148040?w=1",
        "https://github.com/rust-lang/rust/pull/148040#issuecomment-7",
        "https://github.com/rust-lang/rust/issues/148040",
      })
  void aLinkLeadsToAPullRequestOrAnIssue(String address) {
    assertThat(PullRef.numberIn(address)).hasValue(148040);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#148040",
        PULL,
        PULL + "148040x",
        PULL + "1234567890",
        " " + PULL + "148040",
        "http://github.com/rust-lang/rust/pull/148040",
        "https://github.com/rust-lang/rust/commit/148040",
        "https://github.com/rust-lang/cargo/pull/148040",
      })
  void anyOtherAddressLeadsToNone(String address) {
    assertThat(PullRef.numberIn(address)).isEmpty();
  }
}
