package dev.perftriage.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A merge to master as reports name it.
 *
 * @param sha its full SHA
 * @param pr the number of the pull request it merges; null where there is none
 */
public record Merge(String sha, @Nullable Integer pr) {

  // Most runs look merges up, and the methods that Java makes for a record take longer to start.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Merge that && sha.equals(that.sha) && Objects.equals(pr, that.pr);
  }

  @Override
  public int hashCode() {
    return sha.hashCode();
  }
}
