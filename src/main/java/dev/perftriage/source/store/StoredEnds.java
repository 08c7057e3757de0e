package dev.perftriage.source.store;

import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.source.store.Store.Endpoints;
import dev.perftriage.source.wire.CommitHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The merges that a store's comparisons start from and end at: known to be measured. */
public final class StoredEnds {

  private final List<MasterCommit> newestFirst;
  private final Endpoints endpoints;
  private final Function<String, DataException> missing;

  /**
   * The ends of a store's comparisons.
   *
   * @param missing makes an exception of which comparison the store lacks
   */
  public StoredEnds(
      CommitHistory commits, Endpoints endpoints, Function<String, DataException> missing) {
    this.newestFirst = commits.newestFirst();
    this.endpoints = endpoints;
    this.missing = missing;
  }

  /** The oldest merge that a comparison starts from. */
  public String oldestStart() {
    return firstStart(commit -> true, "of a master commit");
  }

  /** The newest merge that a comparison ends at. */
  public String newestEnd() {
    return lastEnd(commit -> true, "of a master commit");
  }

  /** The first merge on or after a day, in UTC, that a comparison starts from. */
  public String startOnOrAfter(LocalDate day) {
    return firstStart(
        commit -> !CommitHistory.day(commit).isBefore(day), "from a merge on or after " + day);
  }

  /** The last merge on or before a day, in UTC, that a comparison ends at. */
  public String endOnOrBefore(LocalDate day) {
    return lastEnd(
        commit -> !CommitHistory.day(commit).isAfter(day), "to a merge on or before " + day);
  }

  private String firstStart(Predicate<MasterCommit> wanted, String which) {
    List<MasterCommit> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    return oldestFirst.stream()
        .filter(wanted)
        .map(MasterCommit::sha)
        .filter(endpoints.starts()::contains)
        .findFirst()
        .orElseThrow(() -> missing.apply(which));
  }

  private String lastEnd(Predicate<MasterCommit> wanted, String which) {
    return newestFirst.stream()
        .filter(wanted)
        .map(MasterCommit::sha)
        .filter(endpoints.ends()::contains)
        .findFirst()
        .orElseThrow(() -> missing.apply(which));
  }
}
