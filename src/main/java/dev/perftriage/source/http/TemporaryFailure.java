package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import dev.perftriage.source.wire.WrongAnswerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure after which another attempt may succeed. */
final class TemporaryFailure extends Exception {

  /** Longer waits are described as this one. */
  static final Duration LONGEST_NAMED_WAIT = Duration.ofDays(1);

  private static final long serialVersionUID = 1L;

  private final Duration wait;
  private final boolean isNotReady;

  TemporaryFailure(String message, Throwable cause) {
    this(message, cause, false);
  }

  TemporaryFailure(String message, Throwable cause, boolean isNotReady) {
    super(message, cause);
    this.wait = Duration.ZERO;
    this.isNotReady = isNotReady;
  }

  TemporaryFailure(String message, Duration wait) {
    super(message);
    this.wait = wait;
    this.isNotReady = false;
  }

  /** The wait that the service asks for; zero if it names none. */
  Duration askedWait() {
    return wait;
  }

  /** Whether the service answers that it has no data yet, because it is starting. */
  boolean isNotReady() {
    return isNotReady;
  }

  /** Whoever answers another question twice, such as a faulty cache, will do so again. */
  int worthRetrying(int retries) {
    return getCause() instanceof WrongAnswerException ? Math.min(1, retries) : retries;
  }

  private String waitInWords() {
    return wait.equals(LONGEST_NAMED_WAIT) ? "a day or more" : wait.toSeconds() + " seconds";
  }

  /**
   * The exception for a request that is given up.
   *
   * @param longestWait the longest wait that a run accepts
   */
  DataException givenUpAfter(int attempts, Duration longestWait) {
    @Nullable Throwable cause = getCause();
    String asked =
        wait.compareTo(longestWait) > 0
            ? "; the server asks for a wait of " + waitInWords()
            : attempts == 1 ? "; try again later" : "; given up after " + attempts + " attempts";
    return new DataException(getMessage() + asked, cause);
  }
}
