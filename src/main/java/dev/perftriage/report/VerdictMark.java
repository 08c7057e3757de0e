package dev.perftriage.report;

import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of a relevant change, as one symbol: the same in charts, on chips and in text.
 * Colours say the direction of a change, marks what became of it. Hollow means noise and nothing
 * else.
 */
public enum VerdictMark {
  /** The level moved and stayed. */
  STAYED("●", "stayed"),
  /** A named revert undid it, or it is the effect of a revert. */
  REVERTED("↺", "reverted"),
  /** It went back, alone or with most test cases, and nobody says why. */
  WENT_BACK("↩", "went back"),
  /** Caused by no merge. */
  NOISE("○", "noise"),
  /** Entries only: some of the changes are noise. */
  PARTLY_NOISE("◐", "partly noise"),
  /** Not decided: too recent, or the evidence is too weak. */
  OPEN("?", "open");

  private final String symbol;
  private final String words;

  VerdictMark(String symbol, String words) {
    this.symbol = symbol;
    this.words = words;
  }

  /** The mark of the verdict on a single change. */
  public static VerdictMark of(NoiseVerdict verdict) {
    return switch (verdict) {
      case PERSISTENT -> STAYED;
      case REVERTED -> REVERTED;
      case UNDONE, ENVIRONMENT -> WENT_BACK;
      case RETURNED, FLIP_FLOP -> NOISE;
      case UNCLEAR, PENDING -> OPEN;
    };
  }

  /**
   * The mark of a comparison: what became of most of the changes that made it deserve attention;
   * partly noise if that is less than half of them and their combined verdict; empty if nothing is
   * relevant. Of equally many, the first mark in order counts.
   */
  public static Optional<VerdictMark> of(MergeVerdicts merge) {
    List<VerdictMark> marks = merge.counted().stream().map(each -> of(each.verdict())).toList();
    boolean isPartlyNoise = merge.verdict().filter(EntryVerdict.PARTLY_NOISE::equals).isPresent();
    return marks.stream()
        .distinct()
        .max(
            Comparator.<VerdictMark>comparingInt(mark -> Collections.frequency(marks, mark))
                .thenComparing(Comparator.reverseOrder()))
        .map(
            mark ->
                isPartlyNoise && 2 * Collections.frequency(marks, mark) <= marks.size()
                    ? PARTLY_NOISE
                    : mark);
  }

  /** One character, legible without colour. */
  public String symbol() {
    return symbol;
  }

  /** What it means, in one or two lower-case words. */
  public String words() {
    return words;
  }

  /** Symbol and meaning, as in a legend: {@code ↺ reverted}. */
  public String labelled() {
    return symbol + " " + words;
  }
}
