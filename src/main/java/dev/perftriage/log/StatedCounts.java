package dev.perftriage.log;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that a log states about itself; those not stated are absent or empty.
 *
 * @param sections the number of entries in each of the three counted sections
 * @param rollups the number of entries that are rollups
 * @param comparisons the number of artifact comparisons
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
