package dev.perftriage.report;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import java.util.Optional;

/** What figures say, as sentences. */
public final class PlainWords {

  private PlainWords() {}

  /** How the week went. */
  public static String ofWeek(TriageReport report) {
    int merges = report.week().steps().size();
    int listed = report.week().entries().size();
    String entries =
        listed == 0
            ? "none of them is listed"
            : listed
                + " of them changed performance enough to be listed ("
                + report.week().entries(Direction.REGRESSION).size()
                + " for the worse, "
                + report.week().entries(Direction.IMPROVEMENT).size()
                + " for the better, "
                + report.week().entries(Direction.MIXED).size()
                + " both ways)";
    return "The range has "
        + Numbers.counted(merges, "merge")
        + ", and "
        + entries
        + "."
        + report.week().whole().map(whole -> " Over the whole range, " + verdict(whole)).orElse("");
  }

  /** How a comparison came out. */
  public static String ofComparison(ComparisonSummary summary) {
    String verdict = verdict(summary);
    return Character.toUpperCase(verdict.charAt(0)) + verdict.substring(1);
  }

  private static String verdict(ComparisonSummary summary) {
    String outcome =
        switch (summary.direction()) {
          case NONE -> "no relevant change in ";
          case REGRESSION -> "the compiler regressed in ";
          case IMPROVEMENT -> "the compiler improved in ";
          case MIXED -> "the results are mixed in ";
        };
    return outcome
        + summary.metric()
        + details("primary", summary.primary())
        + (summary.primary().relevant().isEmpty() ? details("secondary", summary.secondary()) : "")
        + ".";
  }

  private static String details(String name, CategorySummary category) {
    Optional<ChangeStatistics> all = category.all();
    if (all.isEmpty()) {
      return "";
    }
    int better = category.improvements().map(ChangeStatistics::count).orElse(0);
    return ": "
        + Numbers.counted(all.get().count(), name + " test case")
        + " changed relevantly, "
        + better
        + " for the better and "
        + (all.get().count() - better)
        + " for the worse, by "
        + Numbers.percent(all.get().mean())
        + " on average"
        + category.largest().map(PlainWords::largest).orElse("");
  }

  private static String largest(TestCaseChange change) {
    return "; the largest change is "
        + Numbers.percent(change.change())
        + " in "
        + change.testCase();
  }
}
