package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResolveRunTest {

  private final Recorded recorded = new Recorded();

  @Test
  void revisionsAreResolvedInTheirOrder() {
    assertThat(resolve("latest", "pr:148040"))
        .extracting(revision -> revision.kind())
        .containsExactly(ResolvedRevision.RevisionKind.MERGE, ResolvedRevision.RevisionKind.MERGE);
    assertThat(recorded.errors).isEmpty();
  }

  @Test
  void anUnknownRevisionIsSaidAndLeftOut() {
    assertThat(resolve("pr:1", "latest")).hasSize(1);
    assertThat(recorded.errors).singleElement().asString().startsWith("pr:1: ");
  }

  @Test
  void nothingIsNotedWhereTheListOfMergesIsThere() {
    Session session = recorded.session();
    List<ResolvedRevision> resolved =
        ResolveRun.resolve(
            session, List.of(Revision.parse("7".repeat(40))), recorded.diagnostics());

    ResolveRun.noteMissingList(session, resolved, recorded.diagnostics());

    assertThat(resolved)
        .extracting(ResolvedRevision::kind)
        .containsExactly(ResolvedRevision.RevisionKind.COMMIT);
    assertThat(recorded.notes).isEmpty();
  }

  private List<ResolvedRevision> resolve(String... words) {
    return ResolveRun.resolve(
        recorded.session(), Stream.of(words).map(Revision::parse).toList(), recorded.diagnostics());
  }
}
