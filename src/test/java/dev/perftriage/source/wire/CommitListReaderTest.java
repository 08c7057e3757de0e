package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Sha;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitListReaderTest {

  @Test
  void readsTheMergesAsTheyAreListed() {
    String[] shas = {"c".repeat(40), "b".repeat(40), "a".repeat(40)};
    assertThat(
            read("""
            [{"sha": "%s", "parent_sha": "%s", "pr": 7, "time": "2025-11-03T01:00:00+01:00"},
             {"time": "2025-11-02T00:00:00Z", "new": {}, "parent_sha": "%s", "sha": "%s"}]
            """
                    .formatted(shas[0], shas[1], shas[2], shas[1]))
                .newestFirst())
        .containsExactly(
            new MasterCommit(
                new Sha(shas[0]), new Sha(shas[1]), 7, Instant.parse("2025-11-03T00:00:00Z")),
            new MasterCommit(
                new Sha(shas[1]), new Sha(shas[2]), null, Instant.parse("2025-11-02T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; not a commit list: the whole is not a list",
        "[null]; not a commit list, field [0] is missing",
        "[{}]; not a commit list, field [0].sha is missing",
        "[{\"sha\": \"c6d42d77\"}]; field [0].sha is not a full SHA",
        "[{\"sha\": \"1.91.0\"}]; field [0].sha is not a full SHA",
        "[{\"parent_sha\": \"\"}]; field [0].parent_sha is not a full SHA",
        "[{\"sha\": 1}]; field [0].sha is not a string",
        "[{\"time\": \"now\"}]; field [0].time is not an RFC 3339 date",
      })
  void namesTheFieldThatIsWrong(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DataException.class)
        .hasMessage("test: " + message);
  }

  private static CommitHistory read(String json) {
    return CommitListReader.read(new Payload(json.getBytes(StandardCharsets.UTF_8), "test"));
  }
}
