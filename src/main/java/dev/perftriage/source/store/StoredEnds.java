package dev.perftriage.source.store;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The commits that stored comparisons start from and end at: known to be measured. */
public final class StoredEnds {

  private final Set<String> starts = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Function<String, DataException> missing;

  /**
   * The ends of stored comparisons.
   *
   * @param missing the exception for a comparison that the store lacks, from its description
   */
  public StoredEnds(Collection<ComparisonQuery> stored, Function<String, DataException> missing) {
    this.missing = missing;
    for (ComparisonQuery query : stored) {
      starts.add(query.start().value());
      ends.add(query.end().value());
    }
  }

  /** All of them, in alphabetical order. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>(starts);
    all.addAll(ends);
    return all;
  }

  /**
   * The oldest merge that a comparison starts from.
   *
   * @throws DataException where there is none
   */
  public String oldestStart(CommitHistory merges) {
    return firstStart(merges, commit -> true, "of a master commit");
  }

  /**
   * The newest merge that a comparison ends at.
   *
   * @throws DataException where there is none
   */
  public String newestEnd(CommitHistory merges) {
    return lastEnd(merges, commit -> true, "of a master commit");
  }

  /**
   * The first merge on or after a day, in UTC, that a comparison starts from.
   *
   * @throws DataException where there is none
   */
  public String startOnOrAfter(LocalDate day, CommitHistory merges) {
    return firstStart(
        merges,
        commit -> !CommitHistory.day(commit).isBefore(day),
        "from a merge on or after " + day);
  }

  /**
   * The last merge on or before a day, in UTC, that a comparison ends at.
   *
   * @throws DataException where there is none
   */
  public String endOnOrBefore(LocalDate day, CommitHistory merges) {
    return lastEnd(
        merges,
        commit -> !CommitHistory.day(commit).isAfter(day),
        "to a merge on or before " + day);
  }

  private String firstStart(CommitHistory merges, Predicate<MasterCommit> wanted, String which) {
    List<MasterCommit> oldestFirst = new ArrayList<>(merges.newestFirst());
    Collections.reverse(oldestFirst);
    return first(oldestFirst, starts, wanted, which);
  }

  private String lastEnd(CommitHistory merges, Predicate<MasterCommit> wanted, String which) {
    return first(merges.newestFirst(), ends, wanted, which);
  }

  private String first(
      List<MasterCommit> merges, Set<String> known, Predicate<MasterCommit> wanted, String which) {
    return merges.stream()
        .filter(wanted)
        .map(MasterCommit::sha)
        .filter(known::contains)
        .findFirst()
        .orElseThrow(() -> missing.apply(which));
  }
}
