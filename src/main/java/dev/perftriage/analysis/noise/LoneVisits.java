package dev.perftriage.analysis.noise;

import java.util.Collection;
import java.util.List;

/** How often test cases are somewhere for a few values, where they are not again. */
final class LoneVisits {

  /** The fewest values of a test case that says how often. */
  private static final int FEWEST_VALUES = 10;

  /** The smallest distance of such a visit from the level, as a fraction of it. */
  private static final double LEAST_DISTANCE = 0.003;

  /** How far values on one level may be from each other, in spreads. */
  private static final double SINGLE_VALUE_ERRORS = 4;

  private LoneVisits() {}

  /** The share of all values at which test cases begin such a visit. */
  static double rate(Collection<Segments> all, Company merged) {
    double visits = 0;
    double values = 0;
    for (Segments segments : all) {
      if (segments.values().size() >= FEWEST_VALUES) {
        visits += count(segments, merged);
        values += segments.values().size();
      }
    }
    return values == 0 ? 0 : visits / values;
  }

  /** How often one test case did so, other than with a group. */
  static int count(Segments segments, Company merged) {
    List<Segment> all = segments.all();
    CaseValues values = segments.values();
    int count = 0;
    for (int i = 1; i + 1 < all.size(); i++) {
      Segment visit = all.get(i);
      boolean isOfGroup =
          merged.isGroup(values.merge(visit.begin())) || merged.isGroup(values.merge(visit.end()));
      if (visit.length() <= NoiseRules.SHORT_EXCURSION
          && !isOfGroup
          && isLone(visit, level(all.get(i - 1), all.get(i + 1)), segments)) {
        count++;
      }
    }
    return count;
  }

  private static double level(Segment before, Segment after) {
    return before.length() >= after.length() ? before.level() : after.level();
  }

  private static boolean isLone(Segment visit, double level, Segments segments) {
    double distance = Math.abs(visit.level() - level);
    if (distance < LEAST_DISTANCE * Math.abs(level)) {
      return false;
    }
    double near =
        Math.max(SINGLE_VALUE_ERRORS * segments.spread(), NoiseRules.SAME_LEVEL * distance);
    for (int i = 0; i < segments.values().size(); i++) {
      boolean isOther = i < visit.begin() || i >= visit.end();
      if (isOther && Math.abs(segments.values().value(i) - visit.level()) <= near) {
        return false;
      }
    }
    return true;
  }
}
