package dev.perftriage.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resolved revision.
 *
 * @param word the revision as the user wrote it
 * @param bound the site's name for it: a full SHA, a release's tag or a date
 * @param time when it was merged; null if it is not on the list of merges
 * @param pr the number of the pull request it merges or tries; null if none is known
 */
public record ResolvedRevision(
    String word, String bound, @Nullable Instant time, @Nullable Integer pr, RevisionKind kind) {

  public enum RevisionKind {
    /** A merge on the list of merges. */
    MERGE,
    /** A try build on the site's status page, which lists the newest ones. */
    TRY,
    /** Another commit: an older try build, or a merge outside the list's period. */
    COMMIT,
    RELEASE,
    /** A day, on or around which the site looks for a measured merge. */
    DATE;

    /** Its name in output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
