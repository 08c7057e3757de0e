package dev.perftriage.analysis.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a test case's series: where its level changes, whatever the site flags.
 *
 * @param all the segments in order; together they hold every value
 * @param spread the typical distance of single values from their level; above 0
 */
record Segments(CaseValues values, List<Segment> all, double spread) {

  Segments {
    all = List.copyOf(all);
  }

  /**
   * Divides a series of at least one value: neighbouring segments become one as long as their means
   * are no farther apart than chance explains, the closest ones first.
   */
  static Segments of(CaseValues values) {
    double typical = Math.abs(values.median(0, values.size()));
    double spread = Math.max(values.spread(0, values.size()), NoiseRules.LEAST_SPREAD * typical);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(new Part(i, i + 1, values.value(i)));
    }
    for (int errors = 1; errors <= NoiseRules.SEGMENT_ERRORS; errors++) {
      parts = joined(parts, errors * spread);
    }
    List<Segment> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(new Segment(part.begin, part.end, values.median(part.begin, part.end)));
    }
    return new Segments(values, all, spread);
  }

  private static List<Part> joined(List<Part> parts, double allowed) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      Part last = part;
      while (!joined.isEmpty() && joined.get(joined.size() - 1).distance(last) <= allowed) {
        last = joined.remove(joined.size() - 1).with(last);
      }
      joined.add(last);
    }
    return joined;
  }

  /** The place, among the segments, of the one that holds the value at an index. */
  int indexOf(int place) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).begin() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Where the level changes, in order. */
  List<Jump> jumps() {
    List<Jump> jumps = new ArrayList<>();
    for (Segment segment : all.subList(1, all.size())) {
      LevelShift shift = LevelShift.of(this, segment.begin());
      jumps.add(
          new Jump(
              values.merge(segment.begin()),
              shift.size(),
              Excursion.begunBy(shift),
              Excursion.endedBy(shift)));
    }
    return List.copyOf(jumps);
  }

  /** The standard error of the difference of two segments' levels. */
  double errorOf(Segment one, Segment other) {
    return errorOf(one.length(), other.length());
  }

  /** The standard error of the difference of two levels taken from so many values each. */
  double errorOf(int count, int otherCount) {
    return NoiseRules.MEDIAN_ERROR
        * spread
        * Math.sqrt(
            1.0 / Math.min(count, NoiseRules.FAR) + 1.0 / Math.min(otherCount, NoiseRules.FAR));
  }

  private record Part(int begin, int end, double mean) {

    private int weight() {
      return Math.min(end - begin, NoiseRules.FAR);
    }

    /** The difference of the means, in the unit of the spread of single values. */
    private double distance(Part next) {
      double weight = (double) weight() * next.weight() / (weight() + next.weight());
      return Math.abs(next.mean - mean) * Math.sqrt(weight);
    }

    private Part with(Part next) {
      double share = (double) (next.end - next.begin) / (next.end - begin);
      return new Part(begin, next.end, mean + (next.mean - mean) * share);
    }
  }
}
