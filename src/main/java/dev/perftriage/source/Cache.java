package dev.perftriage.source;

import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.wire.Payload;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The store of a run that may use the network: missing or damaged data is fetched. */
final class Cache extends StoredData {

  private final boolean refresh;
  private final Consumer<String> notes;
  private final AtomicBoolean keeping;

  Cache(Optional<Store> store, Advice advice, boolean refresh, Consumer<String> notes) {
    super(store, advice);
    this.refresh = refresh;
    this.notes = notes;
    this.keeping = new AtomicBoolean(store.isPresent());
  }

  @Override
  public boolean isKeeping() {
    return keeping.get();
  }

  void note(String sentence) {
    notes.accept(sentence);
  }

  /** A stored value, used without fetching; empty if missing, damaged or to be refreshed. */
  <T> Optional<T> find(Supplier<Optional<T>> question) {
    try {
      return refresh ? Optional.empty() : question.get();
    } catch (DataException e) {
      note(e.getMessage() + "; fetching it again");
      return Optional.empty();
    }
  }

  /** A value that never changes: the stored one, or else one that is fetched and stored. */
  <T> T once(String name, Function<Payload, T> reader, Supplier<Fetched<T>> question) {
    return find(() -> value(name, reader)).orElseGet(() -> kept(name, question.get()));
  }

  /** Stores an answer that has each test case on a random target, unless there are enough. */
  void keptMixed(ComparisonQuery query, Fetched<?> fetched) {
    store().flatMap(to -> to.nameOfMixed(query)).ifPresent(name -> kept(name, fetched));
  }

  /** Stores a fetched payload. If the store cannot be written, the run continues without it. */
  <T> T kept(String name, Fetched<T> fetched) {
    try {
      store().filter(unused -> isKeeping()).ifPresent(to -> to.put(name, fetched.payload()));
    } catch (DataException e) {
      if (keeping.getAndSet(false)) {
        note(
            e.getMessage()
                + "; "
                + advice().storeElsewhere()
                + "; further responses are not stored");
      }
    }
    return fetched.value();
  }
}
