package dev.perftriage.analysis;

import java.util.Optional;

/** Which comparisons a triager has to look at. */
final class Attention {

  private static final int WEIGHT_OF_PRIMARY = 3;
  private static final int ENOUGH_WEIGHT = 9;

  private Attention() {}

  /** Whether a comparison is listed in a triage report. */
  static boolean isDeserved(ComparisonSummary summary) {
    CategorySummary primary = summary.primary();
    CategorySummary secondary = summary.secondary();
    if (summary.metric().isNoisy()) {
      return reaches(primary.largest().or(secondary::largest), Magnitude.SMALL);
    }
    return reaches(primary.largest(), Magnitude.MEDIUM)
        || reaches(secondary.largest(), Magnitude.LARGE)
        || WEIGHT_OF_PRIMARY * primary.relevant().size() + secondary.relevant().size()
            >= ENOUGH_WEIGHT;
  }

  private static boolean reaches(Optional<TestCaseChange> largest, Magnitude magnitude) {
    return largest.filter(change -> change.magnitude().isAtLeast(magnitude)).isPresent();
  }
}
