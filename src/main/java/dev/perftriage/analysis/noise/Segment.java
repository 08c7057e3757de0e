package dev.perftriage.analysis.noise;

/**
 * Neighbouring values of a test case on one level.
 *
 * @param begin the index of the first value
 * @param end the index after the last one
 * @param level the median of the values, in the metric's own unit
 */
record Segment(int begin, int end, double level) {

  int length() {
    return end - begin;
  }
}
