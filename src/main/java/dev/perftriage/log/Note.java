package dev.perftriage.log;

import java.util.regex.Pattern;

/**
 * Something said about an entry: an item of a list, a paragraph or another block.
 *
 * @param words what a reader sees of it; may be empty
 * @param line where it begins, from 1
 */
public record Note(String words, int line) {

  /** What the service itself wrote under entries before there were tables. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?:(?:Very (?:small|large)|Small|Smaller|Moderate|Large|Largest|Larger)"
              + " (?:regression|improvement) in |Average relevant |Arithmetic mean of )");

  private static final Pattern NOISE =
      Pattern.compile(
          "\\b(?:noise|noisy|spurious|bimodal|bimodality)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_NOISE =
      Pattern.compile(
          "\\b(?:not|n't|isn't|aren't|doesn't|don't|un|no)\\b[^.;,]{0,40}\\b(?:noise|noisy|spurious)\\b"
              + "|\\bnoise (?:threshold|level|floor)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Whether a person wrote it, and something stands in it. */
  public boolean isWritten() {
    return !words.isBlank() && !GENERATED.matcher(words).lookingAt();
  }

  /** Whether it calls a change noise. */
  public boolean saysNoise() {
    return NOISE.matcher(words).find() && !NOT_NOISE.matcher(words).find();
  }
}
