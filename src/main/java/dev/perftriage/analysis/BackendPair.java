package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;

/**
 * One test case of one commit, compiled with two backends.
 *
 * @param testCase what was measured; its backend is the one taken as before
 * @param before the value with the first backend, in the metric's own unit
 * @param after the value with the second, likewise
 */
public record BackendPair(TestCase testCase, double before, double after) {

  /** The relative difference as a fraction of {@code before}, which may not be finite. */
  public double change() {
    return (after - before) / before;
  }

  /** Whether there is a relative difference. */
  public boolean isComparable() {
    return before != 0 && Double.isFinite(change());
  }
}
