package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What to export.
 *
 * @param end the last merge; empty for the newest measured commit
 * @param metrics one or more
 * @param withNoise whether to tell noise, by up to 30 merges before the range, too
 */
public record ExportRequest(
    Revision start,
    Optional<Revision> end,
    List<Metric> metrics,
    CaseFilter filter,
    boolean withNoise) {

  public ExportRequest {
    metrics = List.copyOf(metrics);
  }
}
