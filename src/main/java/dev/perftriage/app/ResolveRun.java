package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.ResolvedRevision.RevisionKind;
import dev.perftriage.model.Revision;
import dev.perftriage.source.revision.Revisions;
import java.util.ArrayList;
import java.util.List;

/** Resolves revisions. */
public final class ResolveRun {

  private ResolveRun() {}

  /**
   * Resolves revisions.
   *
   * @return the resolved revisions, in order; those that cannot be resolved are reported and left
   *     out
   */
  public static List<ResolvedRevision> resolve(
      Session session, List<Revision> asked, Diagnostics diagnostics) {
    Revisions revisions = session.revisions(Metric.INSTRUCTIONS);
    List<ResolvedRevision> resolved = new ArrayList<>();
    for (Revision revision : asked) {
      try {
        resolved.add(revisions.resolve(revision));
      } catch (DataException e) {
        diagnostics.errors().accept(revision.word() + ": " + e.getMessage());
      }
    }
    return resolved;
  }

  /** Notes if a commit may be a merge after all, because the list of merges is unavailable. */
  public static void noteMissingList(
      Session session, List<ResolvedRevision> resolved, Diagnostics diagnostics) {
    if (resolved.stream().noneMatch(revision -> revision.kind() == RevisionKind.COMMIT)) {
      return;
    }
    try {
      session.sources().merges().get();
    } catch (DataException e) {
      diagnostics.notes().accept(e.getMessage() + "; merges are unknown without it");
    }
  }
}
