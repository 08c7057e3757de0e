package dev.perftriage.model;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A merge to the master branch. Nothing says whether it was measured.
 *
 * @param sha its full SHA
 * @param parentSha the merge before it
 * @param pr the number of the pull request it merges; null where there is none
 * @param time when it was merged
 */
public record MasterCommit(String sha, String parentSha, @Nullable Integer pr, Instant time) {

  private static final int SHORT_LENGTH = 8;
  private static final Pattern FULL_SHA = Pattern.compile("[0-9a-f]{40}");

  /**
   * Whether a revision is a full SHA, in lower case: the only form of one that the site
   * understands.
   */
  public static boolean isFullSha(String revision) {
    return FULL_SHA.matcher(revision).matches();
  }

  /** The first eight characters of a full SHA; any other revision, such as a tag, as it is. */
  public static String shortSha(String revision) {
    return isFullSha(revision) ? revision.substring(0, SHORT_LENGTH) : revision;
  }
}
