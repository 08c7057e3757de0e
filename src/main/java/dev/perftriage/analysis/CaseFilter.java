package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Selects test cases. The values of one criterion or field are alternatives, but exclusions win;
 * all criteria and fields must match.
 *
 * <p>A test case without a relative change has neither direction nor size: no value of these two
 * matches it. It is left out if one is required and kept if one is excluded. The same applies to a
 * benchmark whose crate kind is unknown.
 *
 * @param patterns the values of each criterion, then of each further field by name; none of them
 *     empty
 */
public record CaseFilter(Map<FilterKey, List<FilterPattern>> patterns) {

  /** Selects everything. */
  public static final CaseFilter ALL = new CaseFilter(Map.of());

  /** Copies and sorts the map, without keys that have no values. */
  public CaseFilter {
    Map<FilterKey, List<FilterPattern>> copy = new TreeMap<>(CaseFilter::order);
    patterns.forEach(
        (key, values) -> {
          if (!values.isEmpty()) {
            copy.put(key, List.copyOf(values));
          }
        });
    patterns = Collections.unmodifiableMap(copy);
  }

  private static int order(FilterKey one, FilterKey other) {
    if (one instanceof Criterion first && other instanceof Criterion second) {
      return first.compareTo(second);
    }
    return one instanceof Criterion
        ? -1
        : other instanceof Criterion ? 1 : one.label().compareTo(other.label());
  }

  /** Whether it has no criterion, so that it selects everything. */
  public boolean isAll() {
    return patterns.isEmpty();
  }

  /** Whether it selects by outcome, so that the selection is not representative. */
  public boolean selectsByOutcome() {
    return patterns.keySet().stream().anyMatch(FilterKey::isOutcome);
  }

  /** The comparison with only the test cases, runtime benchmarks and errors that it selects. */
  public ArtifactComparison select(ArtifactComparison all) {
    return isAll() ? all : select(all, key -> true);
  }

  /** The comparison with only what it selects by name, whatever the outcome. */
  public ArtifactComparison selectNamed(ArtifactComparison all) {
    return isAll() ? all : select(all, key -> !key.isOutcome());
  }

  private ArtifactComparison select(ArtifactComparison all, Predicate<FilterKey> applies) {
    return all.with(
        all.compile().stream()
            .filter(some -> selects(FilterSubject.of(some, all), applies))
            .toList(),
        all.runtime().stream().filter(some -> selectsRuntime(FilterSubject.of(some, all))).toList(),
        all.newErrors().stream()
            .filter(some -> selects(FilterSubject.of(some, all), FilterKey::isForErrors))
            .toList());
  }

  private boolean selectsRuntime(FilterSubject runtime) {
    return selects(runtime, runtime::isTestedAsRuntime);
  }

  /** Whether its target criterion admits a target. */
  public boolean admitsTarget(String target) {
    return selects(FilterSubject.ofTarget(target), Criterion.TARGET::equals);
  }

  /** The names that match nothing in a comparison, in the order of the criteria. */
  public List<UnmatchedName> unmatchedNames(ArtifactComparison all) {
    List<UnmatchedName> unmatched = new ArrayList<>();
    patterns.forEach(
        (key, values) -> {
          if (key.isOpen()) {
            List<FilterSubject> subjects = FilterSubject.all(all, key);
            values.stream()
                .filter(pattern -> subjects.stream().noneMatch(pattern::matches))
                .forEach(pattern -> unmatched.add(UnmatchedName.of(key, pattern, subjects)));
          }
        });
    return unmatched;
  }

  /** Whether it selects any test case by name, whatever its change. */
  public boolean namesAnyOf(ArtifactComparison all) {
    return all.compile().stream()
        .anyMatch(some -> selects(FilterSubject.of(some, all), key -> !key.isOutcome()));
  }

  private boolean selects(FilterSubject subject, Predicate<FilterKey> applies) {
    for (Map.Entry<FilterKey, List<FilterPattern>> entry : patterns.entrySet()) {
      if (applies.test(entry.getKey()) && !selects(entry.getValue(), subject)) {
        return false;
      }
    }
    return true;
  }

  private static boolean selects(List<FilterPattern> patterns, FilterSubject subject) {
    List<FilterPattern> matching =
        patterns.stream().filter(pattern -> pattern.matches(subject)).toList();
    return matching.isEmpty()
        ? patterns.stream().allMatch(FilterPattern::excludes)
        : matching.stream().noneMatch(FilterPattern::excludes);
  }
}
