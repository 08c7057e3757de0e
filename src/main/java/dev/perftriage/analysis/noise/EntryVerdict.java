package dev.perftriage.analysis.noise;

import java.util.List;
import java.util.Locale;

/** The combined verdict on a comparison's changes. */
public enum EntryVerdict {
  /** All deciding changes are noise. */
  NOISE,
  /** Some deciding changes are noise. */
  PARTLY_NOISE,
  /** No deciding change is noise, and at least one is known to be real. */
  REAL,
  /** No deciding change is noise, and all are too recent to judge. */
  PENDING;

  /** The verdict over the deciding changes, which made the entry deserve attention. */
  static EntryVerdict of(List<NoiseVerdict> verdicts) {
    long noise = verdicts.stream().filter(NoiseVerdict::isNoise).count();
    if (noise == verdicts.size()) {
      return NOISE;
    }
    if (noise > 0) {
      return PARTLY_NOISE;
    }
    return verdicts.stream().allMatch(verdict -> verdict == NoiseVerdict.PENDING) ? PENDING : REAL;
  }

  /** Its name in reports and data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
