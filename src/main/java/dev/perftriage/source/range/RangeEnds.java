package dev.perftriage.source.range;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.revision.NearestMeasured;
import dev.perftriage.source.wire.CommitHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The two ends of a range, as asked for or as found.
 *
 * @param start the revision that the range starts after
 * @param end the last merge; empty for the newest that is measured
 * @param metric by what they are compared
 */
record RangeEnds(String start, String end, Metric metric) {

  /**
   * How many of the newest merges may still wait to be measured; the site is seldom further behind.
   */
  private static final int NEWEST = 16;

  /** Whether the end means the same merge on any day. */
  boolean isFixed() {
    return DataSources.isFixed(end);
  }

  /**
   * The start and the merges after it that the range will have whatever the comparison of its ends
   * finds, oldest first; empty where that cannot be told.
   */
  List<Merge> foreseen(CommitHistory list) {
    List<MasterCommit> commits = list.newestFirst();
    if (!MasterCommit.isFullSha(start)) {
      return List.of();
    }
    if (MasterCommit.isFullSha(end)) {
      return list.chain(start, end).orElse(List.of());
    }
    return end.isEmpty() && commits.size() > NEWEST
        ? list.chain(start, commits.get(NEWEST).sha()).orElse(List.of())
        : List.of();
  }

  /** Compares the two ends. */
  ArtifactComparison compare(DataSources facts) {
    return facts.comparison(start, end, metric);
  }

  /**
   * The ends that a comparison of them found.
   *
   * @throws DataException where the start is newer than the end
   */
  RangeEnds foundBy(ArtifactComparison whole) {
    Instant from = whole.before().date();
    Instant to = whole.after().date();
    if (from != null && to != null && from.isAfter(to)) {
      throw backwards(whole.before().shortCommit(), whole.after().shortCommit());
    }
    return new RangeEnds(whole.before().commit(), whole.after().commit(), metric);
  }

  /**
   * The ends as they must be taken where comparing them failed.
   *
   * @throws DataException the failure, where the list of merges does not help, or what it tells of
   *     the ends' order
   */
  RangeEnds assumed(Optional<CommitHistory> list, DataException failure, DataSources facts) {
    boolean startIsMissing =
        failure instanceof NotMeasuredException missing
            && missing.missingOf(start, end).equals(start);
    if (list.isEmpty() || startIsMissing || !MasterCommit.isFullSha(start)) {
      throw new NearestMeasured(facts, metric).added(failure, start, end);
    }
    List<MasterCommit> commits = list.get().newestFirst();
    if (MasterCommit.isFullSha(end)) {
      List<String> shas = commits.stream().map(MasterCommit::sha).toList();
      if (shas.contains(start) && shas.indexOf(start) < shas.indexOf(end)) {
        throw backwards(MasterCommit.shortSha(start), MasterCommit.shortSha(end));
      }
      return this;
    }
    if (!end.isEmpty() || commits.isEmpty()) {
      throw failure;
    }
    return new RangeEnds(start, commits.get(0).sha(), metric);
  }

  private static DataException backwards(String start, String end) {
    return new DataException(
        "The range runs backwards: its start "
            + start
            + " is newer than its end "
            + end
            + "; give the older one as --start");
  }

  /** The start and the merges after it, oldest first, as far as the list connects them. */
  Optional<List<Merge>> chain(CommitHistory list) {
    return list.chain(start, end);
  }
}
