package dev.perftriage.source.http;

import java.time.Duration;

/**
 * How much patience a service gets.
 *
 * @param timeout the longest that one request may take as a whole
 * @param retries how many more attempts a request gets that failed in a way that may pass; 0 or
 *     more
 * @param firstWait the wait before the first of them, on average; it doubles from one to the next
 * @param mostResponseBytes the longest answer that is read, after decompression, in bytes
 */
public record Limits(Duration timeout, int retries, Duration firstWait, long mostResponseBytes) {

  /** Checks the ranges. */
  public Limits {
    if (timeout.isNegative() || timeout.isZero() || retries < 0 || mostResponseBytes < 1) {
      throw new IllegalArgumentException("limits out of range");
    }
  }
}
