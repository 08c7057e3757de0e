package dev.perftriage.report.html;

import java.util.Collection;

/** Keeps a page of many large tables light enough to open at once. */
final class RowBudget {

  private RowBudget() {}

  /**
   * How many rows each table may show.
   *
   * @param sizes how many rows each has
   * @param budget how many rows all may show together
   * @return the largest limit that keeps the budget, at least 1
   */
  static int each(Collection<Integer> sizes, int budget) {
    int fits = 1;
    int tooMany = sizes.stream().mapToInt(Integer::intValue).max().orElse(1) + 1;
    while (tooMany - fits > 1) {
      int limit = (fits + tooMany) >>> 1;
      long shown = sizes.stream().mapToLong(size -> Math.min(size, limit)).sum();
      if (shown <= budget) {
        fits = limit;
      } else {
        tooMany = limit;
      }
    }
    return fits;
  }
}
