package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineReaderTest {

  @Test
  void aCommentNamesTheIssueThatItIsOn() {
    assertThat(
            TimelineReader.read(
                    comment("https://api.github.com/repos/rust-lang/rust/issues/148241"), 148241)
                .events())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.github.com/repos/rust-lang/rust/issues/148242",
        "https://api.github.com/repos/rust-lang/cargo/issues/148241",
        "",
      })
  void aCommentOnAnotherIssueIsNoAnswer(String address) {
    assertThatThrownBy(() -> TimelineReader.read(comment(address), 148241))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(
            "test: field [0].issue_url is "
                + address
                + ", but rust-lang/rust/issues/148241 was asked for");
  }

  private static Payload comment(String address) {
    String json =
        "[{\"created_at\": \"2025-11-03T00:00:00Z\", \"body\": \"words\", \"issue_url\": \"%s\"}]"
            .formatted(address);
    return new Payload(json.getBytes(StandardCharsets.UTF_8), "test");
  }
}
