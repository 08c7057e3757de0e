package dev.perftriage.log;

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
          "(?:(?:Very (?:small|large)|Small|Smaller|Moderate|Large|Largest|Larger)"
              + " (?:regression|improvement) in |Average relevant |Arithmetic mean of )");

  private static final String WORDS = "\\b(?:noise|noisy|noisier|spurious|bimodal|bimodality)\\b";
  private static final Pattern NOISE = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN_NOISE =
      Pattern.compile("\\bwithin\\b[^.;]{0,40}\\bnoise\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Phrases that deny noise, limit it to a part, exclude it, or name the noise threshold, which
   * says nothing about a change.
   */
  private static final Pattern NOT_NOISE =
      Pattern.compile(
          "(?:\\b(?:not|no)|n't)\\b[^.;,(]{0,40}"
              + WORDS
              + "|\\b(?:partly|partially) "
              + WORDS
              + "|\\bwithout (?:the )?(?:\\d{1,6} )?noisy\\b"
              + "|\\bnoise (?:threshold|level|floor|bound|bounds)\\b|\\bnoise-filtering\\b",
          Pattern.CASE_INSENSITIVE);

  /** Whether a person wrote it, and it is not blank. */
  public boolean isWritten() {
    return !words.isBlank() && !GENERATED.matcher(words).lookingAt();
  }

  /** Whether it calls the whole change noise. */
  public boolean saysNoise() {
    return WITHIN_NOISE.matcher(words).find()
        || NOISE.matcher(NOT_NOISE.matcher(words).replaceAll("")).find();
  }
}
