package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import java.util.List;
import java.util.Optional;

/**
 * A merge as the command line names it.
 *
 * @param text as it was typed
 * @param pull the number of its pull request; empty where it is named by its commit alone
 * @param commit the beginning of its SHA; empty where it is named by its pull request alone
 */
public record ExplainedMerge(String text, Optional<Integer> pull, Optional<String> commit) {

  /**
   * The comparison with the merge before it; a number is taken for a pull request first.
   *
   * @param steps the range's comparisons
   * @return empty where it is none of them, or could be several
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
