package dev.perftriage.report;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.model.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * What the members of one rollup explain.
 *
 * @param pull the rollup's number
 * @param title its title; empty if it is not known
 * @param metrics by each requested metric, one or more
 */
public record RollupReport(int pull, Optional<String> title, List<AttributedComparison> metrics) {

  /** Copies the list. */
  public RollupReport {
    metrics = List.copyOf(metrics);
  }

  /** The merge before the rollup. */
  public Artifact before() {
    return metrics.get(0).comparison().facts().before();
  }

  /** The rollup's merge. */
  public Artifact after() {
    return metrics.get(0).comparison().facts().after();
  }

  /**
   * The rollup by one metric.
   *
   * @param comparison its comparison with the merge before it
   * @param rollup what the members explain of it
   * @param isNoiseKnown whether it was judged which of its changes are noise
   */
  public record AttributedComparison(
      JudgedComparison comparison, RollupAttribution rollup, boolean isNoiseKnown) {}
}
