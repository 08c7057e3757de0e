package dev.perftriage.analysis.noise;

import java.util.List;

/** What the verdicts of a comparison's changes amount to. */
public enum EntryVerdict {
  /** All that counts is noise. */
  NOISE("noise"),
  /** Some of what counts is noise. */
  PARTLY_NOISE("partly noise"),
  /** Nothing that counts is noise, and something of it is known to be real. */
  REAL("real"),
  /** Nothing that counts is noise, and of nothing can it be told yet. */
  PENDING("pending");

  private final String label;

  EntryVerdict(String label) {
    this.label = label;
  }

  /** The verdict over the changes that count: those that made the entry deserve attention. */
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

  /** The words used in reports and data formats. */
  public String label() {
    return label;
  }
}
