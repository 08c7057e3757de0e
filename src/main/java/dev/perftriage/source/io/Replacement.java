package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Replaces a file, which may fail for a moment. */
@FunctionalInterface
interface Replacement {

  int MOST_ATTEMPTS = 10;
  Duration PAUSE = Duration.ofMillis(100);

  /** Replaces the file, or leaves it as it was. */
  void run() throws IOException;

  /**
   * Replaces a file. Windows refuses while any program has the file open, such as a virus scanner
   * or another run, which mostly closes it soon: so that is tried again for about a second.
   *
   * @throws IOException what the last attempt threw; anything but a refusal, at once
   */
  static void attempt(Replacement replacement) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        replacement.run();
        return;
      } catch (AccessDeniedException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
