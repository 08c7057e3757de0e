package dev.perftriage.report.prose;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TriageReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What summaries say, as sentences. */
public final class SummarySentences {

  private SummarySentences() {}

  /** How the week went. */
  public static String week(TriageReport report) {
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
  public static String comparison(ComparisonSummary summary) {
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
        + category.largest().map(SummarySentences::largest).orElse("");
  }

  private static String largest(TestCaseChange change) {
    return "; the largest change is "
        + Numbers.percent(change.change())
        + " in "
        + change.testCase();
  }

  /**
   * A summary in a line: {@code primary 0.8% [0.1%, 2.9%] (22), secondary nothing relevant}.
   *
   * @param summary empty if the comparison is missing
   */
  public static String line(Optional<ComparisonSummary> summary) {
    if (summary.isEmpty()) {
      return "could not be fetched";
    }
    return summary.get().isQuiet()
        ? "nothing relevant"
        : "primary "
            + figures(summary.get().primary())
            + ", secondary "
            + figures(summary.get().secondary());
  }

  private static String figures(CategorySummary category) {
    return category
        .all()
        .map(
            all ->
                Numbers.percent(all.mean())
                    + " "
                    + Numbers.range(all.smallest(), all.largest())
                    + " ("
                    + all.count()
                    + ")")
        .orElse("nothing relevant");
  }

  /** A summary row by row: {@code primary regressions mean 0.4%, range [0.2%, 0.6%], count 3}. */
  public static String rows(ComparisonSummary summary) {
    String rows =
        SummaryRow.of(summary).stream()
            .filter(row -> row.kind() != SummaryRow.Kind.PRIMARY_ALL && !row.count().equals("0"))
            .map(
                row ->
                    row.kind().category()
                        + " "
                        + row.kind().label().toLowerCase(Locale.ROOT)
                        + " mean "
                        + row.mean()
                        + ", range "
                        + row.range()
                        + ", count "
                        + row.count())
            .collect(Collectors.joining("; "));
    return rows.isEmpty() ? "no relevant changes" : rows;
  }
}
