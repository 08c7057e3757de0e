package dev.perftriage.source.http;

import dev.perftriage.source.wire.Payload;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Requests to GitHub's API: with the token until GitHub refuses it, and none any more once the rate
 * limit is used up.
 */
final class GitHubRequests {

  private static final String ACCEPT = "application/vnd.github+json";

  private final Http anonymous;
  private final HttpUrl base;
  private final Consumer<String> notes;
  private final AtomicBoolean isRefused = new AtomicBoolean();
  private volatile Http http;
  private volatile @Nullable RateLimitException limited;

  /**
   * Uses a service.
   *
   * @param http sends the token, if there is one
   * @param anonymous sends none
   * @param notes receives a sentence if the token is refused
   */
  GitHubRequests(Http http, Http anonymous, HttpUrl base, Consumer<String> notes) {
    this.http = http;
    this.anonymous = anonymous;
    this.base = base;
    this.notes = notes;
  }

  HttpUrl base() {
    return base;
  }

  /** Tells the user about an answer. */
  void note(String sentence) {
    notes.accept(sentence);
  }

  <T> Fetched<T> get(HttpUrl address, String name, Function<Payload, T> reader) {
    return send(request(address).build(), name, reader);
  }

  /** Asks whether an answer is still the known one, which is returned if it is. */
  <T> Fetched<T> again(
      HttpUrl address, String name, Function<Payload, T> reader, Fetched<T> known) {
    if (known.etag(1).isEmpty()) {
      return get(address, name, reader);
    }
    try {
      return send(request(address).header("If-None-Match", known.etag(1)).build(), name, reader);
    } catch (NotModifiedException e) {
      return known;
    }
  }

  private static Request.Builder request(HttpUrl address) {
    return new Request.Builder().url(address).header("Accept", ACCEPT);
  }

  private <T> Fetched<T> send(Request request, String name, Function<Payload, T> reader) {
    RateLimitException known = limited;
    if (known != null) {
      throw known;
    }
    Http asked = http;
    try {
      return asked.fetch(request, name + " from " + base, reader);
    } catch (RefusedTokenException e) {
      if (asked == anonymous) {
        throw e;
      }
      http = anonymous;
      if (isRefused.compareAndSet(false, true)) {
        notes.accept(
            "GitHub refuses the token in GITHUB_TOKEN (%s); asking without it, with a lower limit"
                .formatted(e.reason()));
      }
      return send(request, name, reader);
    } catch (RateLimitException e) {
      limited = e;
      throw e;
    }
  }
}
