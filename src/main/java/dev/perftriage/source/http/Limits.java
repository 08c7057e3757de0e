package dev.perftriage.source.http;

import java.time.Duration;

/**
 * Limits on requests.
 *
 * @param timeout maximum duration of a whole request
 * @param retries retries after a temporary failure, 0 or more
 * @param firstWait average wait before the first retry; it doubles with each further retry
 * @param maxResponseBytes maximum size of a response after decompression, in bytes
 */
public record Limits(Duration timeout, int retries, Duration firstWait, long maxResponseBytes) {

  /** A minute, where the first wait is half a second. */
  private static final int FIRST_WAITS_AFTER_SECONDARY_LIMIT = 120;

  /** Throws {@link IllegalArgumentException} if a limit is out of range. */
  public Limits {
    if (timeout.isNegative() || timeout.isZero() || retries < 0 || maxResponseBytes < 1) {
      throw new IllegalArgumentException("limits out of range");
    }
  }

  /**
   * The wait after a secondary rate limit for which the service names no time: GitHub asks for a
   * minute.
   */
  Duration secondaryWait() {
    return firstWait.multipliedBy(FIRST_WAITS_AFTER_SECONDARY_LIMIT);
  }
}
