package dev.perftriage.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message printed when the program is interrupted. */
final class Interruption {

  private volatile @Nullable String hint;

  /** Starts work that can be resumed; the hint says how. */
  void during(String howToGoOn) {
    hint = howToGoOn;
  }

  /** Ends the work. */
  void over() {
    hint = null;
  }

  /** The hint to print; empty if no work is in progress. */
  Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
