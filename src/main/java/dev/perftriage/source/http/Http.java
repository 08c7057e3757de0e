package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import dev.perftriage.model.profile.NoProfileException;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PayloadForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Sends requests to one service; retries after a temporary failure. */
final class Http {

  private static final int NOT_MODIFIED = 304;
  private static final double JITTER = 0.5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** The longest wait between two requests to a service that is starting. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

  /** After this many requests failed in a row, each further one gets a single attempt. */
  private static final int FUTILE = 3;

  private static final int PROXY_AUTHENTICATION = 407;

  /** How GitHub names the limit that has no headers of its own. */
  private static final String SECONDARY_LIMIT = "secondary rate limit";

  /** What the site says, with status 500, about a self-profile that it does not have. */
  private static final Pattern NO_PROFILE =
      Pattern.compile(
          "(?i)self-profile data was|could not find artifact|cannot fetch raw self-profile data");

  /** The header by which GitHub says that an organisation demands single sign-on. */
  private static final String SSO = "x-github-sso";

  private final OkHttpClient client;
  private final String host;
  private final Limits limits;
  private final Clock clock;
  private final Advice advice;
  private final NetworkReasons reasons;
  private final Consumer<String> notes;
  private final AtomicInteger givenUpInARow = new AtomicInteger();
  private final AtomicBoolean toldOfWait = new AtomicBoolean();

  /**
   * Sends requests to one service.
   *
   * @param host the service's host, for notes
   * @param environment what all services share
   */
  Http(OkHttpClient client, String host, ServiceEnvironment environment) {
    this.client = client;
    this.host = host;
    this.limits = environment.limits();
    this.clock = environment.clock();
    this.advice = environment.advice();
    this.reasons = new NetworkReasons(environment.proxies(), environment.advice());
    this.notes = environment.notes();
  }

  /**
   * Sends a request, repeatedly if necessary, until its response can be read. A service that is
   * starting, and therefore has no data yet, is waited for as long as a request may take, in
   * addition to the retries.
   *
   * @param name the requested data and its origin, for messages
   * @param reader reads the response; its {@link DataException} counts as a temporary failure, and
   *     one about a wrong answer is retried at most once
   * @throws NotModifiedException if the request asks for another answer than a known one, and there
   *     is none
   * @throws DataException if no attempt succeeded
   */
  <T> Fetched<T> fetch(Request request, String name, Function<Payload, T> reader) {
    int attempts = 0;
    int notReady = 0;
    Duration leftForStart = limits.timeout();
    while (true) {
      try {
        attempts++;
        Fetched<T> fetched = attempt(request, name, reader);
        givenUpInARow.set(0);
        return fetched;
      } catch (TemporaryFailure failure) {
        boolean futile = givenUpInARow.get() >= FUTILE;
        if (failure.isNotReady() && !leftForStart.isZero() && !futile) {
          notReady++;
          Duration wait = shorter(shorter(backoff(notReady), LONGEST_POLL), leftForStart);
          pause(name, wait, Duration.ZERO);
          leftForStart = leftForStart.minus(wait);
          continue;
        }
        int failures = attempts - notReady;
        if (failure.isNotReady()
            || failures > failure.worthRetrying(limits.retries())
            || futile
            || failure.askedWait().compareTo(LONGEST_WAIT) > 0) {
          givenUpInARow.incrementAndGet();
          throw failure.givenUpAfter(attempts, LONGEST_WAIT);
        }
        noteLongWait(failure.askedWait());
        pause(name, backoff(failures), failure.askedWait());
      }
    }
  }

  /** Tells a user once why nothing happens. */
  private void noteLongWait(Duration wait) {
    if (wait.compareTo(limits.secondaryWait()) >= 0 && toldOfWait.compareAndSet(false, true)) {
      notes.accept(
          "the service at %s asks for a wait of %s seconds; waiting"
              .formatted(host, Math.max(1, wait.toSeconds())));
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The wait after an attempt: doubles each time, and varies at random by up to 50 %. */
  private Duration backoff(int attempt) {
    double usual = (double) limits.firstWait().toMillis() * Math.pow(2, attempt - 1);
    double chance = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
    return Duration.ofMillis((long) (Math.min(usual, (double) LONGEST_WAIT.toMillis()) * chance));
  }

  private <T> Fetched<T> attempt(Request request, String name, Function<Payload, T> reader)
      throws TemporaryFailure {
    Payload answer;
    String etag;
    try (Response response = client.newCall(request).execute()) {
      byte[] body = boundedBody(response, name);
      if (response.code() != 200) {
        throw failure(response, new String(body, StandardCharsets.UTF_8), name);
      }
      answer = new Payload(body, "The response for " + name);
      etag = Objects.requireNonNullElse(response.header("ETag"), "");
    } catch (IOException e) {
      String message = "Fetching " + name + " failed: " + reasons.of(e, request.url());
      if (reasons.isPermanent(e)) {
        throw new DataException(message, e);
      }
      throw new TemporaryFailure(message, e);
    }
    try {
      return new Fetched<>(answer, reader.apply(answer), List.of(etag));
    } catch (DataException e) {
      throw new TemporaryFailure(
          String.valueOf(e.getMessage()), e, PayloadForm.isNotReady(answer.bytes()));
    }
  }

  private byte[] boundedBody(Response response, String name) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(limits.maxResponseBytes() + 1)) {
      throw new DataException(
          "Fetching %s failed: the response is larger than %s bytes; %s"
              .formatted(name, limits.maxResponseBytes(), advice.allowMore()));
    }
    return source.readByteArray();
  }

  /** The failure for a status other than 200; returned if temporary, thrown otherwise. */
  private TemporaryFailure failure(Response response, String body, String name) {
    int code = response.code();
    String message = "Fetching " + name + " failed: " + StatusText.of(code, body);
    if ("0".equals(response.header("x-ratelimit-remaining")) && (code == 403 || code == 429)) {
      throw new RateLimitException(message, AskedWait.reset(response));
    }
    if (code == NOT_MODIFIED) {
      throw new NotModifiedException(message);
    }
    if (code == 500) {
      NotMeasuredException.of(body, message)
          .ifPresent(
              notMeasured -> {
                throw notMeasured;
              });
      if (NO_PROFILE.matcher(body).find()) {
        throw new NoProfileException(message);
      }
    }
    if (code == PROXY_AUTHENTICATION) {
      throw new DataException(
          "Fetching " + name + " failed: " + reasons.proxyAuthentication(response.request().url()));
    }
    Duration wait = AskedWait.of(response, clock);
    boolean isSecondary = (code == 403 || code == 429) && body.contains(SECONDARY_LIMIT);
    if (isSecondary && wait.isZero()) {
      wait = limits.secondaryWait();
    }
    if (wait.isZero() && isTokenRefused(response)) {
      throw new RefusedTokenException(
          message,
          response.header(SSO) == null
              ? StatusText.of(code, body)
              : "HTTP status " + code + ": it is not authorized for single sign-on");
    }
    if (code == 429 || code >= 500 || (code == 403 && !wait.isZero())) {
      return new TemporaryFailure(message, wait);
    }
    throw new DataException(message);
  }

  /** Whether the one who answered got a token, and forbids what is public. */
  private static boolean isTokenRefused(Response response) {
    Response sent = response.networkResponse();
    return (response.code() == 401 || response.code() == 403)
        && sent != null
        && sent.request().header("Authorization") != null;
  }

  private static void pause(String name, Duration backoff, Duration asked) {
    try {
      Thread.sleep((backoff.compareTo(asked) > 0 ? backoff : asked).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching " + name + " was interrupted", e);
    }
  }
}
