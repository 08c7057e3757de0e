package dev.perftriage.source;

import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fact that is asked for at most once, even where it could not be had. */
final class LazyValue<T> {

  private final Supplier<T> question;
  private @Nullable T answer;
  private @Nullable DataException failure;

  LazyValue(Supplier<T> question) {
    this.question = question;
  }

  /**
   * The fact; whoever asks while it is being asked for waits.
   *
   * @throws DataException where it cannot be had
   */
  synchronized T get() {
    if (answer == null && failure == null) {
      try {
        answer = question.get();
      } catch (DataException e) {
        failure = e;
      }
    }
    if (answer == null) {
      throw failure;
    }
    return answer;
  }

  /** The fact; empty where it cannot be had. */
  Optional<T> find() {
    try {
      return Optional.of(get());
    } catch (DataException e) {
      return Optional.empty();
    }
  }
}
