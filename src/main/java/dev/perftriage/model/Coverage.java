package dev.perftriage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the available comparisons cover a range of merges (start, end].
 *
 * @param start the commit before the first merge of the range
 * @param end the commit of its last measured merge
 * @param askedEnd the requested end if that has no data yet; null otherwise
 * @param gaps the comparisons that span several merges, in commit order
 * @param missing the unavailable comparisons of neighbouring merges, in commit order
 * @param wholeMissing why the comparison of the range's two ends is unavailable; null if it is
 *     available
 */
public record Coverage(
    Sha start,
    Sha end,
    @Nullable Sha askedEnd,
    List<Gap> gaps,
    List<MissingComparison> missing,
    @Nullable String wholeMissing) {

  public Coverage {
    gaps = List.copyOf(gaps);
    missing = List.copyOf(missing);
  }

  /** Whether every existing comparison is available; merges without data do not count. */
  public boolean isComplete() {
    return missing.isEmpty() && wholeMissing == null;
  }

  /**
   * A comparison that spans merges without data of their own.
   *
   * @param end the measured merge that it ends at
   * @param unmeasured the other merges that it spans; empty if unknown
   */
  public record Gap(Merge end, List<Merge> unmeasured) {

    public Gap {
      unmeasured = List.copyOf(unmeasured);
    }
  }

  /**
   * A comparison whose data is unavailable.
   *
   * @param start the earlier commit
   * @param end the merge it measures
   * @param reason why, as a sentence without its full stop
   */
  public record MissingComparison(Sha start, Merge end, String reason) {}
}
