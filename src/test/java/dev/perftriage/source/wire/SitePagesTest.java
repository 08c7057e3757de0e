package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The site's dashboard and status page as recorded, and a commit of GitHub. */
class SitePagesTest {

  @Test
  void theDashboardListsReleasesOldestFirst() throws IOException {
    assertThat(DashboardReader.read(recorded("dashboard.json")))
        .containsExactly("1.96.0", "1.97.0", "beta-2026-10-15");
  }

  @Test
  void theStatusPageListsBuildsWithTheirPullRequests() throws IOException {
    assertThat(StatusPageReader.read(recorded("status_page.json")))
        .hasSize(6)
        .contains(
            new BuildRequest(new Sha("c6696e6b14f4a95b8dd58f76f12d87f5ac930c1e"), 151301, true))
        .startsWith(
            new BuildRequest(new Sha("9bfd27d6b94233b55add74790c99deb5cf344099"), 151494, false));
    assertThat(StatusPageReader.read(text("{\"requests\": [{\"tag\": \"1.97.0\"}]}")))
        .containsExactly(new BuildRequest(new Sha("1.97.0"), null, false));
  }

  @Test
  void aCommitHasItsFirstParent() {
    Sha commit = sha('c');
    String json =
        "{\"sha\": \"%s\", \"parents\": [{\"sha\": \"%s\"}, {\"sha\": \"%s\"}]}"
            .formatted(commit, sha('a'), sha('b'));

    assertThat(CommitReader.parent(text(json), commit)).isEqualTo(sha('a'));
    assertThatThrownBy(() -> CommitReader.parent(text(json), sha('d')))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("test: field sha is " + commit + ", but " + sha('d') + " was asked for");
    assertThatThrownBy(() -> CommitReader.parent(text("{\"parents\": []}"), commit))
        .isInstanceOf(DataException.class)
        .hasMessage("test has no parent");
    assertThatThrownBy(
            () -> CommitReader.parent(text("{\"parents\": [{\"sha\": \"HEAD\"}]}"), commit))
        .isInstanceOf(DataException.class)
        .hasMessage("test: field parents[0].sha is not a full SHA");
  }

  @Test
  void whatMissesAFieldIsDamaged() {
    assertThatThrownBy(() -> DashboardReader.read(text("{}")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("versions");
    assertThatThrownBy(() -> StatusPageReader.read(text("{\"requests\": [{}]}")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("tag");
  }

  private static Sha sha(char digit) {
    return new Sha(String.valueOf(digit).repeat(40));
  }

  private static Payload recorded(String name) throws IOException {
    try (InputStream in = SitePagesTest.class.getResourceAsStream("/dev/perftriage/site/" + name)) {
      return new Payload(in.readAllBytes(), name);
    }
  }

  private static Payload text(String json) {
    return new Payload(json.getBytes(StandardCharsets.UTF_8), "test");
  }
}
