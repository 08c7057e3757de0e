package dev.perftriage.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message printed when the program is interrupted. */
final class Interruption {

  private volatile @Nullable String hint;

  /** Work begins that can be gone on with; the hint says how. */
  void during(String howToGoOn) {
    hint = howToGoOn;
  }

  /** The work is over. */
  void over() {
    hint = null;
  }

  /** What to say; empty where nothing is under way. */
  Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
