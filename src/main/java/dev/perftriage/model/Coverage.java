package dev.perftriage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a range of merges (start, end] the comparisons at hand cover.
 *
 * @param start the full SHA that the range starts after
 * @param end the full SHA of its last measured merge
 * @param askedEnd the end that was asked for, where that has no data yet; null otherwise
 * @param gaps the comparisons that span several merges, in commit order
 * @param missing the comparisons of neighbouring merges that could not be had, in commit order
 * @param wholeMissing why the comparison of the range's two ends could not be had; null where it
 *     could
 */
public record Coverage(
    String start,
    String end,
    @Nullable String askedEnd,
    List<Gap> gaps,
    List<MissingComparison> missing,
    @Nullable String wholeMissing) {

  /** Copies the lists. */
  public Coverage {
    gaps = List.copyOf(gaps);
    missing = List.copyOf(missing);
  }

  /** Whether every comparison that there is could be had; merges without data are no fault. */
  public boolean isComplete() {
    return missing.isEmpty() && wholeMissing == null;
  }

  /**
   * A comparison that spans merges without data of their own.
   *
   * @param end the measured merge that it ends at
   * @param unmeasured the merges that it spans besides; empty where nobody could list them
   */
  public record Gap(Merge end, List<Merge> unmeasured) {

    /** Copies the list. */
    public Gap {
      unmeasured = List.copyOf(unmeasured);
    }
  }
}
