package dev.perftriage.analysis.noise;

import java.util.Arrays;

/**
 * The values of a test case at the merges around a try build's parent, as they would be at the
 * parent: without the steps of groups in between.
 */
final class Neighbours {

  /**
   * What all values before a single step that stayed count together: the test case was there once,
   * and may have left for good.
   */
  private static final double LEFT_ONCE = 0.5;

  /** Turns the lower quartile of differences between neighbours into their spread. */
  private static final double SPREAD_OF_QUARTILE = 1 / 0.45;

  /** How far values on one level may be from each other, in spreads. */
  private static final double SINGLE_VALUE_ERRORS = 4;

  private final Segments segments;
  private final double[] values;
  private final double[] weights;
  private final double spread;

  private Neighbours(Segments segments, double[] values, double[] weights) {
    this.segments = segments;
    this.values = values;
    this.weights = weights;
    this.spread = spread(values);
  }

  /**
   * The neighbours of a value.
   *
   * @param all the test case's values
   * @param at the index of the parent's value
   * @param merged what moved at each of the merges
   */
  static Neighbours of(CaseValues all, int at, Company merged) {
    Segments segments = Segments.of(all.upTo(laterStep(Segments.of(all), at)));
    CaseValues measured = segments.values();
    double[] values = new double[measured.size()];
    double[] weights = new double[measured.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = measured.value(i);
      weights[i] = 1;
    }
    addEarlierSteps(segments, at, merged, values, weights);
    leaveOutLaterGroups(segments, at, merged, weights);
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(measured.merge(i) - measured.merge(at)) > NoiseRules.HABIT_RANGE) {
        weights[i] = 0;
      }
    }
    return new Neighbours(segments, values, weights);
  }

  /** The index after the last value before the first step later than an index that stayed. */
  private static int laterStep(Segments segments, int at) {
    for (Segment segment : segments.all()) {
      if (segment.begin() > at && isLasting(LevelShift.of(segments, segment.begin()))) {
        return segment.begin();
      }
    }
    return segments.values().size();
  }

  private static boolean isLasting(LevelShift shift) {
    return !Excursion.begunBy(shift).exists() && !Excursion.endedBy(shift).exists();
  }

  /**
   * A group's step that stayed is added to what precedes it; what it did for a while is left out.
   */
  private static void addEarlierSteps(
      Segments segments, int at, Company merged, double[] values, double[] weights) {
    double steps = 0;
    int beforeStep = 0;
    for (int i = segments.indexOf(at); i > 0; i--) {
      LevelShift shift = LevelShift.of(segments, segments.all().get(i).begin());
      Segment earlier = segments.all().get(i - 1);
      boolean isGroup = merged.isGroup(segments.values().merge(shift.at()));
      boolean isOfGroup =
          isGroup
              && Excursion.endedBy(shift).exists()
              && earlier.length() < segments.all().get(i).length();
      if (isLasting(shift) && isGroup) {
        steps += shift.after() - shift.before();
      } else if (isLasting(shift)) {
        beforeStep = Math.max(beforeStep, earlier.end());
      }
      for (int place = earlier.begin(); place < earlier.end(); place++) {
        values[place] += steps;
        weights[place] = isOfGroup ? 0 : 1;
      }
    }
    if (beforeStep > 0) {
      Arrays.fill(weights, 0, beforeStep, LEFT_ONCE / beforeStep);
    }
  }

  private static void leaveOutLaterGroups(
      Segments segments, int at, Company merged, double[] weights) {
    for (int i = segments.indexOf(at) + 1; i < segments.all().size(); i++) {
      Segment segment = segments.all().get(i);
      LevelShift shift = LevelShift.of(segments, segment.begin());
      if (merged.isGroup(segments.values().merge(segment.begin()))
          && Excursion.begunBy(shift).exists()
          && segment.length() < segments.all().get(i - 1).length()) {
        Arrays.fill(weights, segment.begin(), segment.end(), 0);
      }
    }
  }

  /** By the lower quartile, since a test case may change its level between half of its values. */
  private static double spread(double[] values) {
    double[] steps = new double[values.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(values[i + 1] - values[i]);
    }
    Arrays.sort(steps);
    double typical = Math.abs(median(values));
    double spread =
        steps.length == 0
            ? 0
            : Math.min(
                steps[steps.length / 4] * SPREAD_OF_QUARTILE,
                steps[steps.length / 2] * NoiseRules.SPREAD_OF_DIFFERENCES);
    return Math.max(spread, Math.max(NoiseRules.LEAST_SPREAD * typical, Double.MIN_NORMAL));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The levels, up to the first later step that stayed. */
  Segments segments() {
    return segments;
  }

  /** One for each value of the segments, in the metric's own unit. */
  double[] values() {
    return values;
  }

  /** How much each value counts, 0 to 1. */
  double[] weights() {
    return weights;
  }

  /** The typical distance of single values from their level; above 0. */
  double spread() {
    return spread;
  }

  /** The level of most values. */
  double level() {
    return median(counted());
  }

  /** The values that count fully. */
  double[] counted() {
    double[] counted = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] == 1) {
        counted[count++] = values[i];
      }
    }
    return Arrays.copyOf(counted, count);
  }

  /** The lowest value that counts fully. */
  double lowest() {
    return Arrays.stream(counted()).min().orElseThrow();
  }

  /** The highest value that counts fully. */
  double highest() {
    return Arrays.stream(counted()).max().orElseThrow();
  }

  /** The distance of the farthest value that counts fully from the level. */
  double reach() {
    return Math.max(highest() - level(), level() - lowest());
  }

  /** How far a value may be from others of its level, after a change of a size. */
  double near(double change) {
    return Math.max(SINGLE_VALUE_ERRORS * spread, NoiseRules.EXACT * Math.abs(change));
  }

  /** How many of the values that count fully are as near to a value. */
  int about(double value, double near) {
    return (int) Arrays.stream(counted()).filter(one -> Math.abs(one - value) <= near).count();
  }

  /** How many of the values before a single step that stayed are as near to a value. */
  int aboutBefore(double value, double near) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      boolean isBefore = weights[i] > 0 && weights[i] < 1;
      count += isBefore && Math.abs(values[i] - value) <= near ? 1 : 0;
    }
    return count;
  }
}
