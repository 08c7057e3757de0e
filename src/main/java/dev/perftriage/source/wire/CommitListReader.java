package dev.perftriage.source.wire;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.time.Instant;

/** Reads the commit list. */
public final class CommitListReader {

  private CommitListReader() {}

  /** Reads the list; throws a {@code DataException} for any other payload. */
  public static CommitHistory read(Payload payload) {
    return new CommitHistory(
        WireInput.read(
            payload,
            "a commit list",
            new NameInterner(),
            in -> in.requiredList(CommitListReader::commit)));
  }

  private static MasterCommit commit(WireInput in) throws IOException {
    in.beginRequiredObject();
    Sha sha = null;
    Sha parentSha = null;
    Integer pr = null;
    Instant time = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "sha" -> sha = in.fullSha();
        case "parent_sha" -> parentSha = in.fullSha();
        case "pr" -> pr = in.wholeInt();
        case "time" -> time = in.instant();
        default -> in.skip();
      }
    }
    return new MasterCommit(
        in.required(sha, "sha"),
        in.required(parentSha, "parent_sha"),
        pr,
        in.required(time, "time"));
  }
}
