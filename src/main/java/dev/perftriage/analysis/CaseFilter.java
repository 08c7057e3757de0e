package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Selects test cases. The values of one criterion are alternatives, those that exclude win; every
 * criterion must hold.
 *
 * <p>A test case without a relative change has neither direction nor size: no value of these two
 * matches it, so that it is left out where one is asked for, and stays where one is excluded. The
 * same holds for a benchmark of which the site does not say what it is compiled to.
 *
 * @param terms the values of each criterion; none of them empty
 */
public record CaseFilter(Map<Criterion, List<Term>> terms) {

  /** Selects everything. */
  public static final CaseFilter ALL = new CaseFilter(Map.of());

  /** Copies the map, in the order of the criteria, without those that have no values. */
  public CaseFilter {
    Map<Criterion, List<Term>> copy = new EnumMap<>(Criterion.class);
    terms.forEach(
        (criterion, values) -> {
          if (!values.isEmpty()) {
            copy.put(criterion, List.copyOf(values));
          }
        });
    terms = Collections.unmodifiableMap(copy);
  }

  /** Whether it has no criterion, so that it selects everything. */
  public boolean isAll() {
    return terms.isEmpty();
  }

  /** Whether it looks at how test cases came out: what is left then says nothing of the others. */
  public boolean selectsByOutcome() {
    return terms.keySet().stream().anyMatch(Criterion::isOutcome);
  }

  /** The comparison with only the test cases, runtime benchmarks and errors that it selects. */
  public ArtifactComparison select(ArtifactComparison all) {
    if (isAll()) {
      return all;
    }
    return all.with(
        all.compile().stream()
            .filter(some -> selects(Candidate.of(some, all), criterion -> true))
            .toList(),
        all.runtime().stream()
            .filter(some -> selects(Candidate.of(some), Criterion::isForRuntime))
            .toList(),
        all.newErrors().stream()
            .filter(some -> selects(Candidate.of(some, all), Criterion::isForErrors))
            .toList());
  }

  /** Whether it selects test cases of a target, as far as the target goes. */
  public boolean admitsTarget(String target) {
    return selects(Candidate.ofTarget(target), Criterion.TARGET::equals);
  }

  /** The values that match nothing of a comparison, though they name something, in order. */
  public List<UnmatchedName> unmatchedNames(ArtifactComparison all) {
    List<UnmatchedName> unmatched = new ArrayList<>();
    terms.forEach(
        (criterion, values) -> {
          if (criterion.isOpen()) {
            List<Candidate> candidates = Candidate.all(all, criterion);
            for (Term term : values) {
              if (candidates.stream().noneMatch(term::matches)) {
                unmatched.add(UnmatchedName.of(criterion, term, candidates));
              }
            }
          }
        });
    return unmatched;
  }

  /** Whether there is any test case that it selects by name, whatever its change. */
  public boolean namesAnyOf(ArtifactComparison all) {
    return all.compile().stream()
        .anyMatch(some -> selects(Candidate.of(some, all), criterion -> !criterion.isOutcome()));
  }

  private boolean selects(Candidate candidate, Predicate<Criterion> applies) {
    return terms.entrySet().stream()
        .filter(entry -> applies.test(entry.getKey()))
        .allMatch(entry -> selects(entry.getValue(), candidate));
  }

  private static boolean selects(List<Term> terms, Candidate candidate) {
    boolean wanted = terms.stream().allMatch(Term::excludes);
    for (Term term : terms) {
      if (term.matches(candidate)) {
        if (term.excludes()) {
          return false;
        }
        wanted = true;
      }
    }
    return wanted;
  }
}
