package dev.perftriage.source;

import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed at most once, even if that fails. */
public final class LazyValue<T> {

  private final Supplier<T> question;
  private @Nullable Supplier<T> answer;

  public LazyValue(Supplier<T> question) {
    this.question = question;
  }

  /**
   * The value; blocks while another thread computes it.
   *
   * @throws DataException if it is unavailable
   */
  public synchronized T get() {
    if (answer == null) {
      try {
        T value = question.get();
        answer = () -> value;
      } catch (DataException e) {
        answer =
            () -> {
              throw e;
            };
      }
    }
    return answer.get();
  }

  /** The value; empty if it is unavailable. */
  public Optional<T> find() {
    try {
      return Optional.of(get());
    } catch (DataException e) {
      return Optional.empty();
    }
  }
}
