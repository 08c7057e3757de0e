package dev.perftriage.report;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.Artifact;
import java.util.List;

/**
 * Which queries of the compiler changed on the test cases that changed most.
 *
 * @param metrics by each requested metric, one or more
 * @param isNamed whether the test cases were named, rather than chosen by their change
 * @param withAllQueries whether to list every query, not only those that changed most
 */
public record WhyReport(List<ProfiledMetric> metrics, boolean isNamed, boolean withAllQueries) {

  /** Copies the list. */
  public WhyReport {
    metrics = List.copyOf(metrics);
  }

  /** The earlier compiler. */
  public Artifact before() {
    return metrics.get(0).comparison().facts().before();
  }

  /** The later compiler. */
  public Artifact after() {
    return metrics.get(0).comparison().facts().after();
  }

  /**
   * The test cases chosen by one metric.
   *
   * @param comparison the comparison of the two compilers
   * @param candidates how many test cases they were chosen from: the relevant ones, or those named
   * @param cases the largest changes, largest first
   */
  public record ProfiledMetric(
      JudgedComparison comparison, int candidates, List<ProfiledCase> cases) {

    /** Copies the list. */
    public ProfiledMetric {
      cases = List.copyOf(cases);
    }
  }
}
