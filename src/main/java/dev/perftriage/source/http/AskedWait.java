package dev.perftriage.source.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long a service asks its clients to wait, according to the headers of a response. */
final class AskedWait {

  private static final int MOST_DIGITS = 9;

  private AskedWait() {}

  /**
   * The wait that {@code Retry-After} names as seconds or as a date; zero without one, at most
   * {@link TemporaryFailure#LONGEST_NAMED_WAIT}.
   */
  static Duration of(Response response, Clock clock) {
    String header = response.header("Retry-After");
    if (header == null) {
      return Duration.ZERO;
    }
    if (header.matches("\\d+")) {
      return header.length() > MOST_DIGITS
          ? TemporaryFailure.LONGEST_NAMED_WAIT
          : bounded(Duration.ofSeconds(Long.parseLong(header)));
    }
    Date date = response.headers().getDate("Retry-After");
    return date == null
        ? Duration.ZERO
        : bounded(Duration.between(clock.instant(), date.toInstant()));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(TemporaryFailure.LONGEST_NAMED_WAIT) < 0
        ? wait
        : TemporaryFailure.LONGEST_NAMED_WAIT;
  }

  /** The time of day at which GitHub's rate limit is renewed; null if it does not say. */
  static @Nullable String reset(Response response) {
    String reset = response.header("x-ratelimit-reset");
    return reset != null && reset.matches("\\d{1,11}")
        ? DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochSecond(Long.parseLong(reset)))
        : null;
  }
}
