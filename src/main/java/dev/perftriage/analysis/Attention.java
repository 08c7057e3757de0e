package dev.perftriage.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The site's rule for comparisons that deserve attention in triage. */
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
        || isDeservedByWeight(summary);
  }

  /**
   * The relevant changes that make a comparison listed: all of them if their number suffices,
   * otherwise those that suffice alone; none if it is not listed.
   */
  static List<TestCaseChange> grounds(ComparisonSummary summary) {
    List<TestCaseChange> primary = summary.primary().relevant();
    List<TestCaseChange> secondary = summary.secondary().relevant();
    if (!isDeserved(summary)) {
      return List.of();
    }
    if (summary.metric().isNoisy()) {
      return primary.isEmpty() ? secondary : primary;
    }
    if (isDeservedByWeight(summary)) {
      return Stream.concat(primary.stream(), secondary.stream()).toList();
    }
    return Stream.concat(
            primary.stream().filter(change -> change.magnitude().isAtLeast(Magnitude.MEDIUM)),
            secondary.stream().filter(change -> change.magnitude().isAtLeast(Magnitude.LARGE)))
        .toList();
  }

  private static boolean isDeservedByWeight(ComparisonSummary summary) {
    return WEIGHT_OF_PRIMARY * summary.primary().relevant().size()
            + summary.secondary().relevant().size()
        >= ENOUGH_WEIGHT;
  }

  private static boolean reaches(Optional<TestCaseChange> largest, Magnitude magnitude) {
    return largest.filter(change -> change.magnitude().isAtLeast(magnitude)).isPresent();
  }
}
