package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.util.List;

/** Reads GitHub's description of a commit. */
public final class CommitReader {

  private CommitReader() {}

  /**
   * The first parent of a commit.
   *
   * @throws WrongAnswerException if the payload is another commit
   * @throws DataException if it is no commit, or one without a parent
   */
  public static Sha parent(Payload payload, Sha commit) {
    List<Sha> parents =
        WireInput.read(payload, "a commit", new NameInterner(), in -> parents(in, commit));
    if (parents.isEmpty()) {
      throw new DataException(payload.origin() + " has no parent");
    }
    return parents.get(0);
  }

  private static List<Sha> parents(WireInput in, Sha commit) throws IOException {
    in.beginRequiredObject();
    List<Sha> parents = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "sha" -> in.requireAnswer(commit, in.sha());
        case "parents" -> parents = in.requiredList(CommitReader::sha);
        default -> in.skip();
      }
    }
    return in.required(parents, "parents");
  }

  private static Sha sha(WireInput in) throws IOException {
    in.beginRequiredObject();
    Sha sha = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("sha")) {
        sha = in.fullSha();
      } else {
        in.skip();
      }
    }
    return in.required(sha, "sha");
  }
}
