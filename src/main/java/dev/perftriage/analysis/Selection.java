package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;

/**
 * How much of a comparison a filter leaves.
 *
 * @param filter what selects
 * @param total the compile test cases that there are, comparable or not
 * @param leftOut how many of them the filter leaves out
 */
public record Selection(CaseFilter filter, int total, int leftOut) {

  /** What a filter leaves of a comparison on all targets. */
  public static Selection of(CaseFilter filter, ArtifactComparison all) {
    int total = all.compile().size();
    return new Selection(filter, total, total - filter.select(all).compile().size());
  }

  /** What a filter leaves of a comparison on one target. */
  public static Selection of(CaseFilter filter, ArtifactComparison all, String target) {
    int total = on(target, all);
    return new Selection(filter, total, total - on(target, filter.select(all)));
  }

  private static int on(String target, ArtifactComparison comparison) {
    return (int)
        comparison.compile().stream()
            .filter(some -> some.testCase().target().equals(target))
            .count();
  }
}
