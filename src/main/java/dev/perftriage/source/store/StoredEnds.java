package dev.perftriage.source.store;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Sha;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The commits at which stored comparisons start and end, which are known to be measured. Its
 * methods throw a {@link DataException} if none matches.
 */
public final class StoredEnds {

  private final Set<Sha> starts = new HashSet<>();
  private final Set<Sha> ends = new HashSet<>();
  private final Function<String, DataException> missing;

  /**
   * The ends of stored comparisons.
   *
   * @param missing makes the exception for a missing comparison from its description
   */
  public StoredEnds(Collection<ComparisonQuery> stored, Function<String, DataException> missing) {
    this.missing = missing;
    for (ComparisonQuery query : stored) {
      starts.add(query.start().sha());
      ends.add(query.end().sha());
    }
  }

  /** All starts and ends, sorted. */
  public Set<Sha> all() {
    Set<Sha> all = new TreeSet<>(starts);
    all.addAll(ends);
    return all;
  }

  /**
   * The first merge at which a comparison starts.
   *
   * @param day the earliest day of the merge, in UTC; empty for any
   */
  public Sha firstStart(Optional<LocalDate> day, CommitHistory merges) {
    List<MasterCommit> oldestFirst = new ArrayList<>(merges.newestFirst());
    Collections.reverse(oldestFirst);
    return first(
        oldestFirst,
        merge -> day.isEmpty() || !CommitHistory.day(merge).isBefore(day.get()),
        starts,
        day.map(some -> "from a merge on or after " + some));
  }

  /**
   * The last merge at which a comparison ends.
   *
   * @param day the latest day of the merge, in UTC; empty for any
   */
  public Sha lastEnd(Optional<LocalDate> day, CommitHistory merges) {
    return first(
        merges.newestFirst(),
        merge -> day.isEmpty() || !CommitHistory.day(merge).isAfter(day.get()),
        ends,
        day.map(some -> "to a merge on or before " + some));
  }

  private Sha first(
      List<MasterCommit> merges,
      Predicate<MasterCommit> wanted,
      Set<Sha> known,
      Optional<String> description) {
    return merges.stream()
        .filter(wanted)
        .map(MasterCommit::sha)
        .filter(known::contains)
        .findFirst()
        .orElseThrow(() -> missing.apply(description.orElse("of a master commit")));
  }
}
