package dev.perftriage.report;

import dev.perftriage.analysis.BackendComparison;
import java.util.List;

/**
 * Everything that the report on two backends says, in whatever format.
 *
 * @param metrics the comparison of the same two backends by each metric asked; at least one
 */
public record BackendReport(List<BackendComparison> metrics) {

  /** Copies the list, with {@link IllegalArgumentException} for an empty one. */
  public BackendReport {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a comparison is by some metric");
    }
  }

  /** The comparison by the metric that was asked first. */
  public BackendComparison leading() {
    return metrics.get(0);
  }
}
