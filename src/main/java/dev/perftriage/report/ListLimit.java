package dev.perftriage.report;

/**
 * How many test cases a list shows.
 *
 * @param most the maximum number, at least 1; {@link Integer#MAX_VALUE} for all
 * @param remedy how to see all, appended to the number of those left out, such as {@code ; --x
 *     shows them}; may be empty
 */
public record ListLimit(int most, String remedy) {

  /** No limit. */
  public static final ListLimit ALL = new ListLimit(Integer.MAX_VALUE, "");

  /** Rejects a limit that shows nothing. */
  public ListLimit {
    if (most < 1) {
      throw new IllegalArgumentException("a list of at most " + most + " test cases");
    }
  }
}
