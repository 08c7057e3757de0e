package dev.perftriage.analysis.scope;

import dev.perftriage.analysis.TestCaseChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A property that all or most of some changes have.
 *
 * @param value such as {@code doc}
 * @param isByAll whether all have it, rather than most
 */
public record Shared(SharedProperty property, String value, boolean isByAll) {

  /** One change shares nothing. */
  private static final int FEWEST = 2;

  /** The minimum fraction of "most", such as four of five. */
  private static final double MOST = 0.8;

  /** Of fewer, one that differs is too many to say "most". */
  private static final int FEWEST_OF_MOST = 5;

  /** The commonest value of a property, if all or most changes have it. */
  static Optional<Shared> by(SharedProperty property, List<TestCaseChange> changes) {
    if (changes.size() < FEWEST) {
      return Optional.empty();
    }
    Map<String, Long> counts =
        changes.stream()
            .flatMap(change -> property.of(change).stream())
            .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .filter(
            most ->
                most.getValue() == changes.size()
                    || (changes.size() >= FEWEST_OF_MOST
                        && most.getValue() >= MOST * changes.size()))
        .map(most -> new Shared(property, most.getKey(), most.getValue() == changes.size()));
  }
}
