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
 * @param halfMeasured the merges that were measured only in part, in commit order
 */
public record Coverage(
    Sha start,
    Sha end,
    @Nullable Sha askedEnd,
    List<Gap> gaps,
    List<MissingComparison> missing,
    @Nullable String wholeMissing,
    List<HalfMeasured> halfMeasured) {

  public Coverage {
    gaps = List.copyOf(gaps);
    missing = List.copyOf(missing);
    halfMeasured = List.copyOf(halfMeasured);
  }

  /**
   * Whether every existing comparison is available, and has about as many test cases as its
   * neighbours; merges without data do not count.
   */
  public boolean isComplete() {
    return missing.isEmpty() && wholeMissing == null && halfMeasured.isEmpty();
  }

  /** The coverage for those who do not need the comparison of the range's ends. */
  public Coverage ofNeighbours() {
    return new Coverage(start, end, askedEnd, gaps, missing, null, halfMeasured);
  }

  /** Whether the requested end was measured only in part, and the range ends before it. */
  public boolean isEndLeftOut() {
    return halfMeasured.stream().anyMatch(half -> half.merge().sha().equals(askedEnd));
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
   * A merge with far fewer test cases than the merges around it, or without benchmarks that both
   * have: a part of its measurement is missing.
   *
   * @param testCases the number of its test cases
   * @param usual the number of test cases of the merges around it
   * @param benchmarks the benchmarks that it lacks, in alphabetical order
   * @param isLeftOut whether the range ends before it, so that the next range has it
   */
  public record HalfMeasured(
      Merge merge, int testCases, int usual, List<String> benchmarks, boolean isLeftOut) {

    public HalfMeasured {
      benchmarks = List.copyOf(benchmarks);
    }

    /** The same merge after the end of the range. */
    public HalfMeasured leftOut() {
      return new HalfMeasured(merge, testCases, usual, benchmarks, true);
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
