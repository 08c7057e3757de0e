package dev.perftriage.report;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.Artifact;
import java.util.List;

/**
 * Everything that the report of a comparison says, in whatever format.
 *
 * @param metrics the comparison of the same two artifacts by each metric asked, the leading one
 *     first; at least one
 * @param withRuntime whether the runtime benchmarks are compared too
 */
public record ComparisonReport(List<JudgedComparison> metrics, boolean withRuntime) {

  /** Copies the list, with {@link IllegalArgumentException} for an empty one. */
  public ComparisonReport {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a comparison is by some metric");
    }
  }

  /** The comparison by the metric that was asked first. */
  public JudgedComparison leading() {
    return metrics.get(0);
  }

  /** Whether it is by more than one metric. */
  public boolean isBySeveralMetrics() {
    return metrics.size() > 1;
  }

  /** The earlier artifact. */
  public Artifact before() {
    return leading().facts().before();
  }

  /** The later artifact. */
  public Artifact after() {
    return leading().facts().after();
  }
}
