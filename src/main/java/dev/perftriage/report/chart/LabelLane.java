package dev.perftriage.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels side by side, each as near to its wish as its neighbours let it. */
final class LabelLane {

  private LabelLane() {}

  /** The number of labels that fit in a lane. */
  static int capacity(double from, double to, double gap) {
    return (int) Math.floor((to - from) / gap) + 1;
  }

  /**
   * Where labels stand.
   *
   * @param wishes where they would like to stand, ascending; not more than the lane has room for
   * @param gap the least distance of neighbours
   * @return as many places, ascending, from {@code from} to {@code to}
   */
  static List<Double> place(List<Double> wishes, double from, double to, double gap) {
    List<Double> places = new ArrayList<>();
    double least = from;
    for (double wish : wishes) {
      double place = Math.max(least, wish);
      places.add(place);
      least = place + gap;
    }
    // What was pushed to the right of its wish moves back as far as it may.
    double most = to;
    for (int i = places.size() - 1; i >= 0; i--) {
      double place = Math.min(places.get(i), most);
      places.set(i, place);
      most = place - gap;
    }
    return places;
  }
}
