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
    assertThat(
            read("""
            [{"sha": "b", "parent_sha": "a", "pr": 7, "time": "2025-11-03T01:00:00+01:00"},
             {"time": "2025-11-02T00:00:00Z", "new": {}, "parent_sha": "", "sha": "a"}]
            """)
                .newestFirst())
        .containsExactly(
            new MasterCommit(new Sha("b"), new Sha("a"), 7, Instant.parse("2025-11-03T00:00:00Z")),
            new MasterCommit(
                new Sha("a"), new Sha(""), null, Instant.parse("2025-11-02T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; not a commit list: the whole is not a list",
        "[null]; not a commit list, field [0] is missing",
        "[{\"sha\": \"a\", \"parent_sha\": \"b\"}]; not a commit list, field [0].time is missing",
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
