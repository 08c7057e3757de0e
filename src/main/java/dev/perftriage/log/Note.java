package dev.perftriage.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A note below an entry: a list item, a paragraph or another block.
 *
 * @param words its text as a reader sees it; may be empty
 * @param line its first line, from 1
 */
public record Note(String words, int line) {

  /** Sentences that rustc-perf generated before there were tables. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?:Very (?:small|large)|Small|Smaller|Moderate|Large|Largest|Larger)"
              + " (?:regression|improvement) in (?:instruction counts|memory usage|task"
              + " clock)(?:$|:|[^.,;:(]{0,60}\\()|Average relevant (?:regression|improvement):"
              + " |Arithmetic mean of (?:all )?relevant ");

  /** Whether a person wrote it, and it is not blank. */
  public boolean isWritten() {
    return !words.isBlank() && !GENERATED.matcher(words).lookingAt();
  }

  /** How far it calls the change noise; empty if it does not. */
  public Optional<NoiseClaim> noise() {
    return NoiseClaim.in(words);
  }
}
