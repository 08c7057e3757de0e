package dev.perftriage.log;

import java.util.Optional;

/**
 * What a log says about its own size. Whatever it does not say is empty.
 *
 * @param regressions the entries under Regressions
 * @param improvements the entries under Improvements
 * @param mixed the entries under Mixed
 * @param rollups the entries that are rollups
 * @param comparisons the comparisons that were made
 */
public record StatedCounts(
    Optional<StatedNumber> regressions,
    Optional<StatedNumber> improvements,
    Optional<StatedNumber> mixed,
    Optional<StatedNumber> rollups,
    Optional<StatedNumber> comparisons) {

  /** What it says about one section; empty for one that is not counted. */
  public Optional<StatedNumber> of(SectionKind kind) {
    return switch (kind) {
      case REGRESSIONS -> regressions;
      case IMPROVEMENTS -> improvements;
      case MIXED -> mixed;
      default -> Optional.empty();
    };
  }
}
