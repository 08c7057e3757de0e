package dev.perftriage.model;

/** A query for the comparison of two artifacts by one metric. */
public record ComparisonQuery(Bound start, Bound end, Metric metric) {

  /** The query for two commits or tags. */
  public static ComparisonQuery of(Sha start, Sha end, Metric metric) {
    return new ComparisonQuery(Bound.of(start), Bound.of(end), metric);
  }

  /** Whether it always means the same two artifacts. */
  public boolean isFixed() {
    return start.isFixed() && end.isFixed();
  }

  /** The same two artifacts by another metric. */
  public ComparisonQuery by(Metric other) {
    return new ComparisonQuery(start, end, other);
  }

  /** The same query with another end. */
  public ComparisonQuery to(Sha commit) {
    return new ComparisonQuery(start, Bound.of(commit), metric);
  }

  /** Its name in messages, such as {@code 12345678..abcdef01 by instructions:u}. */
  @Override
  public String toString() {
    String from = start.isOpen() ? "the last 30 days" : start.shortened();
    String to = end.isOpen() ? "the newest" : end.shortened();
    return from + ".." + to + " by " + metric;
  }
}
