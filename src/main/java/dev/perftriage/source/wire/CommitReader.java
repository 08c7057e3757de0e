package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.util.List;

/** Reads GitHub's description of a commit. */
public final class CommitReader {

  private CommitReader() {}

  /** The first parent; throws a {@code DataException} for any other payload, or without one. */
  public static Sha parent(Payload payload) {
    List<Sha> parents =
        WireInput.read(payload, "a commit", new NameInterner(), CommitReader::parents);
    if (parents.isEmpty()) {
      throw new DataException(payload.origin() + " has no parent");
    }
    return parents.get(0);
  }

  private static List<Sha> parents(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<Sha> parents = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("parents")) {
        parents = in.requiredList(CommitReader::sha);
      } else {
        in.skip();
      }
    }
    return in.required(parents, "parents");
  }

  private static Sha sha(WireInput in) throws IOException {
    in.beginRequiredObject();
    Sha sha = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("sha")) {
        sha = in.sha();
      } else {
        in.skip();
      }
    }
    return in.required(sha, "sha");
  }
}
