package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TextExcerpt;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Requests to one service: tried again while their failure may pass, and failing in sentences. */
final class Http {

  private static final int EXCERPT_LENGTH = 200;
  private static final double BACKOFF = 2;
  private static final double JITTER = 0.5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** After so many requests in a row were given up, one attempt each is enough. */
  private static final int FUTILE = 3;

  private final OkHttpClient client;
  private final Limits limits;
  private final Clock clock;
  private final IntervalFunction backoff;
  private final AtomicInteger givenUpInARow = new AtomicInteger();

  Http(OkHttpClient client, Limits limits, Clock clock) {
    this.client = client;
    this.limits = limits;
    this.clock = clock;
    this.backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            limits.firstWait(), BACKOFF, JITTER, LONGEST_WAIT);
  }

  /**
   * Sends a request until its answer can be read.
   *
   * @param name what is asked for and from where, for messages
   * @param reader makes something of the answer; a {@link DataException} of it may pass, too
   * @throws DataException where no answer could be had
   */
  <T> Fetched<T> fetch(Request request, String name, Function<Payload, T> reader) {
    int attempt = 1;
    while (true) {
      try {
        Fetched<T> fetched = attempt(request, name, reader);
        givenUpInARow.set(0);
        return fetched;
      } catch (PassingFailure failure) {
        boolean futile = givenUpInARow.get() >= FUTILE;
        if (attempt > limits.retries() || futile || failure.wait.compareTo(LONGEST_WAIT) > 0) {
          givenUpInARow.incrementAndGet();
          throw failure.givenUpAfter(attempt);
        }
        pause(name, Duration.ofMillis(backoff.apply(attempt)), failure.wait);
        attempt++;
      }
    }
  }

  private <T> Fetched<T> attempt(Request request, String name, Function<Payload, T> reader)
      throws PassingFailure {
    Payload answer;
    try (Response response = client.newCall(request).execute()) {
      byte[] body = boundedBody(response, name);
      if (response.code() != 200) {
        throw failure(response, new String(body, StandardCharsets.UTF_8), name);
      }
      answer = new Payload(body, "The answer for " + name);
    } catch (IOException e) {
      throw new PassingFailure("Fetching " + name + " failed: " + IoReasons.of(e), e);
    }
    try {
      return new Fetched<>(answer, reader.apply(answer));
    } catch (DataException e) {
      throw new PassingFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private byte[] boundedBody(Response response, String name) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(limits.mostResponseBytes() + 1)) {
      throw new DataException(
          "Fetching "
              + name
              + " was stopped: the answer is longer than "
              + limits.mostResponseBytes()
              + " bytes; --max-response allows more");
    }
    return source.readByteArray();
  }

  /** What a status other than 200 means; returned where it may pass, thrown where it will not. */
  private PassingFailure failure(Response response, String body, String name) {
    int code = response.code();
    String message = "Fetching " + name + " failed: " + status(code, body);
    if ("0".equals(response.header("x-ratelimit-remaining")) && (code == 403 || code == 429)) {
      throw new RateLimitException(message, reset(response));
    }
    if (code == 500) {
      NotMeasuredException.of(body, message)
          .ifPresent(
              notMeasured -> {
                throw notMeasured;
              });
    }
    Duration wait = retryAfter(response);
    if (code == 429 || code >= 500 || (code == 403 && !wait.isZero())) {
      return new PassingFailure(message, wait);
    }
    throw new DataException(message);
  }

  private static @Nullable String reset(Response response) {
    String reset = response.header("x-ratelimit-reset");
    return reset != null && reset.matches("\\d{1,11}")
        ? DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochSecond(Long.parseLong(reset)))
        : null;
  }

  private Duration retryAfter(Response response) {
    String header = response.header("Retry-After");
    if (header == null) {
      return Duration.ZERO;
    }
    if (header.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    Date date = response.headers().getDate("Retry-After");
    Duration wait =
        date == null ? Duration.ZERO : Duration.between(clock.instant(), date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static void pause(String name, Duration backoff, Duration asked) {
    try {
      Thread.sleep((backoff.compareTo(asked) > 0 ? backoff : asked).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching " + name + " was interrupted", e);
    }
  }

  private static String status(int code, String body) {
    String status = "HTTP status " + code;
    if (body.isBlank()) {
      return status;
    }
    return body.strip().startsWith("<")
        ? status + " with an HTML page"
        : status + ", \"" + TextExcerpt.of(body, EXCERPT_LENGTH) + "\"";
  }

  /** A failure that another attempt may not have. */
  private static final class PassingFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** How long the service asks to wait; zero where it does not say. */
    private final Duration wait;

    PassingFailure(String message, Throwable cause) {
      super(message, cause);
      this.wait = Duration.ZERO;
    }

    PassingFailure(String message, Duration wait) {
      super(message);
      this.wait = wait;
    }

    private DataException givenUpAfter(int attempts) {
      @Nullable Throwable cause = getCause();
      String asked =
          wait.compareTo(LONGEST_WAIT) > 0
              ? "; the server asks to wait " + wait.toSeconds() + " seconds"
              : attempts == 1 ? "; try again later" : "; given up after " + attempts + " attempts";
      return new DataException(getMessage() + asked, cause);
    }
  }
}
