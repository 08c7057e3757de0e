package dev.perftriage.analysis;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A value of a filter that names nothing there is, as a misspelt one does.
 *
 * @param criterion what it should name
 * @param word the value, without the {@code !}
 * @param available the names that there are, sorted
 */
public record UnmatchedName(Criterion criterion, String word, List<String> available) {

  /** Copies the list. */
  public UnmatchedName {
    available = List.copyOf(available);
  }

  static UnmatchedName of(Criterion criterion, Term term, Collection<Candidate> candidates) {
    TreeSet<String> available = new TreeSet<>();
    candidates.forEach(some -> available.addAll(some.names(criterion)));
    return new UnmatchedName(criterion, term.word(), List.copyOf(available));
  }
}
