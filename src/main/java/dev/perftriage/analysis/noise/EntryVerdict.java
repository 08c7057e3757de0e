package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.Locale;

/** The combined verdict on a comparison's changes. */
public enum EntryVerdict {
  /** Every deciding change that is judged is noise. */
  NOISE,
  /** More than a quarter of those that are judged is noise. */
  PARTLY_NOISE,
  /** At most a quarter is noise. */
  REAL,
  /** Most went back, and nobody says why. */
  UNDONE,
  /** Most went back with most test cases: it looks like the machine. */
  ENVIRONMENT,
  /** Most are not judged, for lack of evidence. */
  UNCLEAR,
  /** Most are not judged, for lack of later measurements. */
  PENDING;

  /** The share of noise above which an entry is partly noise: a quarter is worth a word. */
  private static final double PARTLY = 0.25;

  /** The verdict over the deciding changes, which made the entry deserve attention. */
  static EntryVerdict of(List<NoiseVerdict> verdicts) {
    long all = verdicts.size();
    long open = verdicts.stream().filter(NoiseVerdict::isOpen).count();
    long judged = all - open;
    if (2 * open > all || judged == 0) {
      return 2 * count(verdicts, NoiseVerdict.PENDING) >= open ? PENDING : UNCLEAR;
    }
    if (2 * count(verdicts, NoiseVerdict.ENVIRONMENT) > all) {
      return ENVIRONMENT;
    }
    if (2 * count(verdicts, NoiseVerdict.UNDONE) > all) {
      return UNDONE;
    }
    long noise = verdicts.stream().filter(NoiseVerdict::isNoise).count();
    if (noise == judged) {
      return NOISE;
    }
    return noise > PARTLY * judged ? PARTLY_NOISE : REAL;
  }

  private static long count(List<NoiseVerdict> verdicts, NoiseVerdict which) {
    return verdicts.stream().filter(verdict -> verdict == which).count();
  }

  /** Whether it says what became of the changes. */
  boolean isDecided() {
    return this != UNCLEAR && this != PENDING;
  }

  /** Its name in reports and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
