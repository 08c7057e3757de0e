package dev.perftriage.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resolved revision.
 *
 * @param word the revision as it was written
 * @param bound the site's name for it: a full SHA, a release's tag or a date
 * @param time when it was merged; null if the list of merges does not have it
 * @param pr the number of the pull request it merges; null where none is known
 */
public record ResolvedRevision(
    String word, String bound, @Nullable Instant time, @Nullable Integer pr, RevisionKind kind) {

  public enum RevisionKind {
    /** A merge on the list of merges. */
    MERGE,
    /** Another commit: a try build, or a merge outside the list's period. */
    COMMIT,
    RELEASE,
    /** A day, on or around which the site looks for a measured merge. */
    DATE;

    /** Its name in outputs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
