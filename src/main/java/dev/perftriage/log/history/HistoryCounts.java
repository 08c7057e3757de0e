package dev.perftriage.log.history;

import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import java.util.OptionalInt;

/** What is counted of a week, or of several. */
public interface HistoryCounts {

  /** The number of artifact comparisons that the logs state; empty if none states it. */
  OptionalInt merges();

  /** The number of entries in the sections of a kind. */
  int entries(SectionKind kind);

  /** The number of entries that are rollups. */
  int rollups();

  /**
   * The number of entries whose notes go as far as a claim, and no further, in calling it noise.
   */
  int noise(NoiseClaim claim);
}
