package dev.perftriage.report;

import dev.perftriage.analysis.BackendComparison;
import java.util.List;

/**
 * The content of a comparison of two backends, independent of the format.
 *
 * @param metrics the comparison of the two backends by each requested metric; at least one
 */
public record BackendReport(List<BackendComparison> metrics) {

  /** Copies the list; throws {@link IllegalArgumentException} if it is empty. */
  public BackendReport {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a comparison is by some metric");
    }
  }

  /** The comparison by the first requested metric. */
  public BackendComparison leading() {
    return metrics.get(0);
  }
}
