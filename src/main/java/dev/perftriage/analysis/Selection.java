package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;

/**
 * The part of a comparison that a filter selects.
 *
 * @param total the number of compile test cases, comparable or not
 * @param leftOut the number of them that the filter leaves out
 */
public record Selection(CaseFilter filter, int total, int leftOut) {

  /** The selection of a filter on all targets. */
  public static Selection of(CaseFilter filter, ArtifactComparison all) {
    int total = all.compile().size();
    return new Selection(filter, total, total - filter.select(all).compile().size());
  }

  /** The selection of a filter on one target. */
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
