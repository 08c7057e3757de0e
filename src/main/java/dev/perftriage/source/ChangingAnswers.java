package dev.perftriage.source;

import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.Payload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Answers of a run that change within minutes. A stored one is asked for again by its entity tags,
 * which costs nothing of a rate limit if it has not changed.
 *
 * <p>The tags are stored with a digest of the answer that they belong to, so that tags and answers
 * of two runs at once, or an edited answer, are never taken for a pair.
 */
final class ChangingAnswers {

  /** A triager who runs a report twice within this time need not wait for what was just asked. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  private final Cache cache;
  private final Clock clock;

  ChangingAnswers(Cache cache, Clock clock) {
    this.cache = cache;
    this.clock = clock;
  }

  /** The newest answer, or the stored one if it is a few minutes old at most. */
  <T> T recent(
      String name,
      Function<Payload, T> reader,
      Supplier<Fetched<T>> question,
      UnaryOperator<Fetched<T>> again) {
    return isRecent(name)
        ? cache
            .find(() -> cache.value(name, reader))
            .orElseGet(() -> newest(name, reader, question, again))
        : newest(name, reader, question, again);
  }

  /**
   * The newest answer, which is stored.
   *
   * @param question fetches it
   * @param again fetches it if it is another one than a stored one
   */
  <T> T newest(
      String name,
      Function<Payload, T> reader,
      Supplier<Fetched<T>> question,
      UnaryOperator<Fetched<T>> again) {
    Fetched<T> fetched = cache.find(() -> known(name, reader)).map(again).orElseGet(question);
    T value = cache.kept(name, fetched);
    if (fetched.etags().stream().anyMatch(etag -> !etag.isEmpty())) {
      String tags = digest(fetched.payload()) + "\n" + String.join("\n", fetched.etags()) + "\n";
      cache.kept(
          StoreLayout.etags(name),
          new Fetched<>(new Payload(tags.getBytes(StandardCharsets.UTF_8), name), value));
    }
    return value;
  }

  private boolean isRecent(String name) {
    Optional<Duration> age =
        cache
            .store()
            .flatMap(store -> store.storedAt(name))
            .map(time -> Duration.between(time, clock.instant()));
    return age.filter(some -> !some.isNegative() && some.compareTo(RECENT) < 0).isPresent();
  }

  /** A stored answer with its tags; empty if either is missing, or they are no pair. */
  private <T> Optional<Fetched<T>> known(String name, Function<Payload, T> reader) {
    Optional<Store> store = cache.store();
    Optional<Payload> answer = store.flatMap(from -> from.find(name));
    Optional<Payload> tags = store.flatMap(from -> from.find(StoreLayout.etags(name)));
    if (answer.isEmpty() || tags.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new String(tags.get().bytes(), StandardCharsets.UTF_8).lines().toList();
    return lines.isEmpty() || !lines.get(0).equals(digest(answer.get()))
        ? Optional.empty()
        : Optional.of(
            new Fetched<>(
                answer.get(), reader.apply(answer.get()), lines.subList(1, lines.size())));
  }

  private static String digest(Payload payload) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
