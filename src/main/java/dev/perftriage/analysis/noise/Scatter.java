package dev.perftriage.analysis.noise;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where one more value of a test case is, without a change and with one. Without one, it is about
 * where its neighbours are, or somewhere new; with one, it is off by a step.
 *
 * @param tail how single values are distributed around their level
 */
record Scatter(Neighbours neighbours, RealDistribution tail) {

  /** Normal, and of such heavy tails that one value in fifty is five spreads away. */
  private static final List<RealDistribution> TAILS =
      List.of(new NormalDistribution(null, 0, 1), new TDistribution(null, 2));

  /** How many values are somewhere new, even of a test case that never was. */
  private static final double UNSEEN = 0.07;

  /** Twice the logarithm of the ratio of the largest usual step to the smallest, 0.1 to 10 %. */
  private static final double STEP_RANGE = 2 * Math.log(100);

  /** The smallest relevant step, as a fraction of the level. */
  private static final double SMALLEST_STEP = 0.002;

  /** Chooses the tail by which the neighbours are the likeliest, each given the others. */
  static Scatter of(Neighbours neighbours) {
    Scatter best = new Scatter(neighbours, TAILS.get(0));
    double most = best.likelihood();
    for (RealDistribution tail : TAILS.subList(1, TAILS.size())) {
      Scatter other = new Scatter(neighbours, tail);
      double likelihood = other.likelihood();
      if (likelihood > most) {
        best = other;
        most = likelihood;
      }
    }
    return best;
  }

  /** The logarithm of it. */
  private double likelihood() {
    double likelihood = 0;
    for (int i = 0; i < neighbours.values().length; i++) {
      if (neighbours.weights()[i] == 1) {
        double value = neighbours.values()[i];
        likelihood += Math.log(near(value, i) + UNSEEN * stepped(value));
      }
    }
    return likelihood;
  }

  /**
   * How much likelier a value is with a step than without.
   *
   * @param unseen the share of values that are somewhere new without a step
   */
  double oddsOfStep(double value, double unseen) {
    double all = UNSEEN + unseen * weight();
    double stepped = stepped(value);
    return stepped * (weight() + all) / (near(value, -1) + all * stepped);
  }

  /** The density of values about the neighbours, times their weight, but for one of them. */
  private double near(double value, int without) {
    double spread = neighbours.spread();
    double near = 0;
    for (int i = 0; i < neighbours.values().length; i++) {
      if (i != without && neighbours.weights()[i] > 0) {
        double apart = (value - neighbours.values()[i]) / spread;
        near += neighbours.weights()[i] * tail.density(apart) / spread;
      }
    }
    return near;
  }

  /** The density of values that a step of any size takes away from the neighbours. */
  private double stepped(double value) {
    double smallest = SMALLEST_STEP * Math.max(Math.abs(neighbours.level()), Math.abs(value) / 2);
    double stepped = 0;
    for (int i = 0; i < neighbours.values().length; i++) {
      double size = Math.max(Math.abs(value - neighbours.values()[i]), smallest);
      stepped += neighbours.weights()[i] / (STEP_RANGE * size);
    }
    return stepped / weight();
  }

  private double weight() {
    double weight = 0;
    for (double one : neighbours.weights()) {
      weight += one;
    }
    return weight;
  }
}
