package dev.perftriage.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a revision means.
 *
 * @param word the revision as it was written
 * @param bound what the site is asked for: a full SHA, a release's tag or a date
 * @param time when it was merged; null where it is no merge of the list
 * @param pr the number of the pull request it merges; null where none is known
 * @param kind what it is
 */
public record ResolvedRevision(
    String word, String bound, @Nullable Instant time, @Nullable Integer pr, Kind kind) {

  /** What a revision may be. */
  public enum Kind {
    /** A merge of the list. */
    MERGE("merge"),
    /** Another commit: a try build, or a merge before or after those of the list. */
    COMMIT("commit"),
    /** A release. */
    RELEASE("release"),
    /** A day, on or around which the site looks for a measured merge. */
    DATE("date");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Its name in outputs. */
    public String label() {
      return label;
    }
  }
}
