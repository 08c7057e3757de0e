package dev.perftriage.app;

import dev.perftriage.model.DataException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Answers that could not be had, counted for the sentence that says so. For several threads. */
final class Failures {

  private final List<DataException> all = new ArrayList<>();

  synchronized void add(DataException failure) {
    all.add(failure);
  }

  /** An answer, waited for; empty if it could not be had, which counts. */
  <T> Optional<T> result(CompletableFuture<T> future) {
    try {
      return Optional.of(future.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof DataException failure) {
        add(failure);
        return Optional.empty();
      }
      throw e;
    }
  }

  /** How many answers could not be had, 0 or more. */
  synchronized int count() {
    return all.size();
  }

  /** The reason of the one that was added first; empty if there is none. */
  Optional<String> firstReason() {
    return reasons().findFirst();
  }

  /** The reason of one, the same in whatever order threads add them; empty if there is none. */
  Optional<String> anyReason() {
    return reasons().min(Comparator.naturalOrder());
  }

  private synchronized Stream<String> reasons() {
    return List.copyOf(all).stream().map(failure -> String.valueOf(failure.getMessage()));
  }

  /** The failures of one kind. */
  synchronized <F extends DataException> List<F> of(Class<F> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
