package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Selects test cases. The values of one criterion are alternatives, but exclusions win; all
 * criteria must match.
 *
 * <p>A test case without a relative change has neither direction nor size: no value of these two
 * matches it. It is left out if one is required and kept if one is excluded. The same applies to a
 * benchmark whose crate kind is unknown.
 *
 * @param patterns the values of each criterion; none of them empty
 */
public record CaseFilter(Map<Criterion, List<FilterPattern>> patterns) {

  /** Selects everything. */
  public static final CaseFilter ALL = new CaseFilter(Map.of());

  /** Copies the map, in the order of the criteria, without those that have no values. */
  public CaseFilter {
    Map<Criterion, List<FilterPattern>> copy = new EnumMap<>(Criterion.class);
    patterns.forEach(
        (criterion, values) -> {
          if (!values.isEmpty()) {
            copy.put(criterion, List.copyOf(values));
          }
        });
    patterns = Collections.unmodifiableMap(copy);
  }

  /** Whether it has no criterion, so that it selects everything. */
  public boolean isAll() {
    return patterns.isEmpty();
  }

  /** Whether it selects by outcome, so that the selection is not representative. */
  public boolean selectsByOutcome() {
    return patterns.keySet().stream().anyMatch(Criterion::isOutcome);
  }

  /** The comparison with only the test cases, runtime benchmarks and errors that it selects. */
  public ArtifactComparison select(ArtifactComparison all) {
    return isAll() ? all : select(all, criterion -> true);
  }

  /** The comparison with only what it selects by name, whatever the outcome. */
  public ArtifactComparison selectNamed(ArtifactComparison all) {
    return isAll() ? all : select(all, criterion -> !criterion.isOutcome());
  }

  private ArtifactComparison select(ArtifactComparison all, Predicate<Criterion> applies) {
    return all.with(
        all.compile().stream()
            .filter(some -> selects(FilterSubject.of(some, all), applies))
            .toList(),
        all.runtime().stream()
            .filter(some -> selects(FilterSubject.of(some, all), Criterion::isForRuntime))
            .toList(),
        all.newErrors().stream()
            .filter(some -> selects(FilterSubject.of(some, all), Criterion::isForErrors))
            .toList());
  }

  /** Whether its target criterion admits a target. */
  public boolean admitsTarget(String target) {
    return selects(FilterSubject.ofTarget(target), Criterion.TARGET::equals);
  }

  /** The names that match nothing in a comparison, in the order of the criteria. */
  public List<UnmatchedName> unmatchedNames(ArtifactComparison all) {
    List<UnmatchedName> unmatched = new ArrayList<>();
    patterns.forEach(
        (criterion, values) -> {
          if (criterion.isOpen()) {
            List<FilterSubject> subjects = FilterSubject.all(all, criterion);
            values.stream()
                .filter(pattern -> subjects.stream().noneMatch(pattern::matches))
                .forEach(pattern -> unmatched.add(UnmatchedName.of(criterion, pattern, subjects)));
          }
        });
    return unmatched;
  }

  /** Whether it selects any test case by name, whatever its change. */
  public boolean namesAnyOf(ArtifactComparison all) {
    return all.compile().stream()
        .anyMatch(
            some -> selects(FilterSubject.of(some, all), criterion -> !criterion.isOutcome()));
  }

  private boolean selects(FilterSubject subject, Predicate<Criterion> applies) {
    return patterns.entrySet().stream()
        .filter(entry -> applies.test(entry.getKey()))
        .allMatch(entry -> selects(entry.getValue(), subject));
  }

  private static boolean selects(List<FilterPattern> patterns, FilterSubject subject) {
    List<FilterPattern> matching =
        patterns.stream().filter(pattern -> pattern.matches(subject)).toList();
    return matching.isEmpty()
        ? patterns.stream().allMatch(FilterPattern::excludes)
        : matching.stream().noneMatch(FilterPattern::excludes);
  }
}
