package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import java.util.List;
import java.util.Optional;

/**
 * A merge named on the command line.
 *
 * @param text the name as typed
 * @param pull its pull request's number; empty if the name can only be a commit
 * @param commit a prefix of its SHA; empty if the name can only be a pull request
 */
public record ExplainedMerge(String text, Optional<Integer> pull, Optional<String> commit) {

  /**
   * Finds the merge's comparison with its predecessor; pull request numbers take precedence.
   *
   * @param steps the range's comparisons
   * @return empty if none or several of them match
   */
  Optional<ComparisonSummary> among(List<ComparisonSummary> steps) {
    Optional<ComparisonSummary> merged =
        steps.stream()
            .filter(step -> pull.isPresent() && pull.get().equals(step.after().pr()))
            .findFirst();
    if (merged.isPresent() || commit.isEmpty()) {
      return merged;
    }
    List<ComparisonSummary> found =
        steps.stream()
            .filter(step -> step.after().commit().text().startsWith(commit.get()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
