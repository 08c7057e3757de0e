package dev.perftriage.log;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that a log states about itself. Whatever it does not state is missing.
 *
 * @param sections the entries of each of the three counted sections
 * @param rollups the entries that are rollups
 * @param comparisons the comparisons that were made
 */
public record StatedCounts(
    SortedMap<SectionKind, StatedNumber> sections,
    Optional<StatedNumber> rollups,
    Optional<StatedNumber> comparisons) {

  static final StatedCounts NONE =
      new StatedCounts(Collections.emptySortedMap(), Optional.empty(), Optional.empty());

  /** Copies the map. */
  public StatedCounts {
    sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
  }
}
