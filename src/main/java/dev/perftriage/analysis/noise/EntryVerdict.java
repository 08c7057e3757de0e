package dev.perftriage.analysis.noise;

import java.util.List;

/** The combined verdict on a comparison's changes. */
public enum EntryVerdict {
  /** All deciding changes are noise. */
  NOISE("noise"),
  /** Some deciding changes are noise. */
  PARTLY_NOISE("partly noise"),
  /** No deciding change is noise, and at least one is known to be real. */
  REAL("real"),
  /** No deciding change is noise, and all are too recent to judge. */
  PENDING("pending");

  private final String label;

  EntryVerdict(String label) {
    this.label = label;
  }

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
    return label;
  }
}
