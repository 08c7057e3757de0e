package dev.perftriage.model;

/**
 * A query for the measured values of one test case through a range of merges.
 *
 * @param range the first and the last merge, both included, and the metric
 */
public record HistoryQuery(ComparisonQuery range, TestCase testCase) {

  /** Its name in messages. */
  @Override
  public String toString() {
    return testCase + " in " + range;
  }
}
