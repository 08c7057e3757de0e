package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.io.Advice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The merges of a range (start, end], as far as its ends and the list of merges determine them.
 *
 * @param ends the requested or found ends, and the metric
 * @param list the list of merges; empty if it is unavailable
 * @param advice what to do about ends in the wrong order
 */
record RangePlan(ComparisonQuery ends, Optional<CommitHistory> list, Advice advice) {

  /** How many of the newest merges may not be measured yet; the site is seldom further behind. */
  private static final int NEWEST = 16;

  /**
   * The start and the merges that are certain to follow it in the range, oldest first, before its
   * ends are compared; empty if unknown.
   */
  List<Merge> foreseen() {
    if (list.isEmpty() || !ends.start().isCommit()) {
      return List.of();
    }
    List<MasterCommit> commits = list.get().newestFirst();
    if (ends.end().isCommit()) {
      return chain().orElse(List.of());
    }
    return ends.end().isOpen() && commits.size() > NEWEST
        ? list.get().chain(ends.start().sha(), commits.get(NEWEST).sha()).orElse(List.of())
        : List.of();
  }

  /** The start and the merges after it, oldest first; empty if the list has a gap. */
  Optional<List<Merge>> chain() {
    return list.flatMap(merges -> merges.chain(ends.start().sha(), ends.end().sha()));
  }

  /**
   * The plan for the ends found by comparing them.
   *
   * @throws DataException if the start is newer than the end
   */
  RangePlan foundBy(ArtifactComparison whole) {
    Instant from = whole.before().date();
    Instant to = whole.after().date();
    if (from != null && to != null && from.isAfter(to)) {
      throw backwards(whole.before().shortCommit(), whole.after().shortCommit());
    }
    return between(whole.before().commit(), whole.after().commit());
  }

  /**
   * The plan for the ends to assume after comparing them failed.
   *
   * @return empty if the start is unknown or not measured
   * @throws DataException the failure if the list of merges does not help, or another if the start
   *     is newer than the end
   */
  Optional<RangePlan> assumedAfter(DataException failure) {
    boolean startIsMissing =
        failure instanceof NotMeasuredException missing
            && missing.missingOf(ends).equals(ends.start());
    if (list.isEmpty() || startIsMissing || !ends.start().isCommit()) {
      return Optional.empty();
    }
    List<Sha> shas = list.get().newestFirst().stream().map(MasterCommit::sha).toList();
    Sha start = ends.start().sha();
    if (ends.end().isCommit()) {
      int place = shas.indexOf(start);
      if (place >= 0 && place < shas.indexOf(ends.end().sha())) {
        throw backwards(start.shortened(), ends.end().shortened());
      }
      return Optional.of(this);
    }
    if (!ends.end().isOpen() || shas.isEmpty()) {
      throw failure;
    }
    return Optional.of(between(start, shas.get(0)));
  }

  private RangePlan between(Sha start, Sha end) {
    return of(ComparisonQuery.of(start, end, ends.metric()));
  }

  RangePlan of(ComparisonQuery other) {
    return new RangePlan(other, list, advice);
  }

  private DataException backwards(String start, String end) {
    return new DataException(
        "The range runs backwards: its start %s is newer than its end %s; %s"
            .formatted(start, end, advice.swapEnds()));
  }
}
