package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestReaderTest {

  private static final String MERGED =
      """
      {"user": {"login": "bors"}, "number": 7, "title": "Faster", "body": "Much\\nfaster",
       "labels": [{"id": 1, "name": "perf-regression"}, {"color": "red"}], "merged": true,
       "merge_commit_sha": "abababababababababababababababababababab"}
      """;

  @Test
  void readsWhatTriageNeeds() {
    PullRequest pull = PullRequestReader.read(answer(MERGED), 7);

    assertThat(pull.number()).isEqualTo(7);
    assertThat(pull.title()).isEqualTo("Faster");
    assertThat(pull.body()).isEqualTo("Much\nfaster");
    assertThat(pull.labels()).containsExactly("perf-regression");
    assertThat(pull.mergeCommit()).isEqualTo(new Sha("ab".repeat(20)));
  }

  @Test
  void theTrialMergeOfAnOpenOneIsNoMerge() {
    assertThat(PullRequestReader.read(answer(MERGED.replace("true", "false")), 7).mergeCommit())
        .isNull();
  }

  @Test
  void anotherPullRequestIsNoAnswer() {
    assertThatThrownBy(() -> PullRequestReader.read(answer(MERGED), 8))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("test: field number is 7, but 8 was asked for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"base\": {\"repo\": {\"full_name\": \"RUST-LANG/rust\"}}",
        "\"base\": {\"repo\": null}",
        "\"base\": null",
        "\"repository_url\": \"https://api.github.com/repos/rust-lang/rust\"",
        "\"repository_url\": null",
      })
  void aRepositoryMayBeNamed(String repository) {
    String json = "{" + repository + ", \"number\": 7, \"title\": \"Faster\"}";

    assertThat(PullRequestReader.read(answer(json), 7).title()).isEqualTo("Faster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"base\": {\"repo\": {\"full_name\": \"fork/rust\"}};"
            + " field base.repo.full_name is fork/rust, but rust-lang/rust was asked for",
        "\"repository_url\": \"https://api.github.com/repos/rust-lang/cargo\";"
            + " field repository_url is https://api.github.com/repos/rust-lang/cargo,"
            + " but rust-lang/rust was asked for",
      })
  void aPullRequestOfAnotherRepositoryIsNoAnswer(String repository, String message) {
    String json = "{" + repository + ", \"number\": 7, \"title\": \"Faster\"}";

    assertThatThrownBy(() -> PullRequestReader.read(answer(json), 7))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("test: " + message);
  }

  @Test
  void whatMayBeMissingIsEmpty() {
    PullRequest pull =
        PullRequestReader.readPage(answer("{\"items\": [{\"title\": \"t\", \"number\": 1}]}"))
            .pulls()
            .get(0);

    assertThat(pull.body()).isEmpty();
    assertThat(pull.labels()).isEmpty();
    assertThat(pull.mergeCommit()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; not a list of pull requests, field items is missing",
        "{\"items\": null}; not a list of pull requests, field items is missing",
        "{\"items\": [null]}; not a list of pull requests, field items[0] is missing",
        "{\"items\": [{\"number\": 1}]};"
            + " not a list of pull requests, field items[0].title is missing",
        "{\"items\": {}}; field items is not a list",
        "[]; not a list of pull requests: the whole is not an object",
      })
  void namesTheFieldThatIsWrong(String json, String message) {
    assertThatThrownBy(() -> PullRequestReader.readPage(answer(json)))
        .isInstanceOf(DataException.class)
        .hasMessage("test: " + message);
  }

  private static Payload answer(String json) {
    return new Payload(json.getBytes(StandardCharsets.UTF_8), "test");
  }
}
