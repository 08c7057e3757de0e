package dev.perftriage.report.prose;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.model.Category;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TriageReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about summaries. */
public final class SummarySentences {

  /** The share of changes in one direction from which the outcome is called by it. */
  private static final double CLEARLY = 0.9;

  private SummarySentences() {}

  /** The outcome of a week. */
  public static String week(TriageReport report) {
    TriageWeek week = report.week();
    String entries =
        week.entries().isEmpty()
            ? "none of them is listed"
            : """
            %s of them changed performance enough to be listed \
            (%s for the worse, %s for the better, %s both ways)\
            """
                .formatted(
                    week.entries().size(),
                    week.entries(Direction.REGRESSION).size(),
                    week.entries(Direction.IMPROVEMENT).size(),
                    week.entries(Direction.MIXED).size());
    return "The range has %s, and %s.%s"
        .formatted(
            Numbers.counted(week.steps().size(), "merge"),
            entries,
            week.whole().map(whole -> " Over the whole range, " + verdict(whole)).orElse(""));
  }

  /** The outcome of a comparison. */
  public static String comparison(ComparisonSummary summary) {
    return capitalized(verdict(summary));
  }

  /** A text with its first letter capitalised; must not be empty. */
  public static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String verdict(ComparisonSummary summary) {
    if (summary.measured().isNothing()) {
      return "nothing could be compared by " + summary.metric() + ".";
    }
    return outcome(summary)
        + summary.metric()
        + Stream.of(
                details("primary", summary.primary()), details("secondary", summary.secondary()))
            .filter(details -> !details.isEmpty())
            .collect(Collectors.joining("; ", summary.isQuiet() ? "" : ": ", ""))
        + largest(summary)
        + ".";
  }

  /** The direction of at least nine in ten relevant changes, of whatever category. */
  private static String outcome(ComparisonSummary summary) {
    long all = summary.relevant().count();
    long worse = summary.relevant().filter(TestCaseChange::isRegression).count();
    if (all == 0) {
      return "no relevant change in ";
    } else if (worse >= CLEARLY * all) {
      return "the compiler regressed in ";
    }
    return all - worse >= CLEARLY * all ? "the compiler improved in " : "the results are mixed in ";
  }

  private static String details(String name, CategorySummary category) {
    Optional<ChangeStatistics> all = category.all();
    if (all.isEmpty()) {
      return "";
    }
    int better = category.improvements().map(ChangeStatistics::count).orElse(0);
    return "%s changed relevantly, %s for the better and %s for the worse, %s"
        .formatted(
            Numbers.counted(all.get().count(), name + " test case"),
            better,
            all.get().count() - better,
            average(all.get()));
  }

  /** The largest change of all, unless all are infinite. */
  private static String largest(ComparisonSummary summary) {
    boolean ofBoth = !summary.primary().relevant().isEmpty();
    return summary
        .relevant()
        .min(TestCaseChange.LARGEST_FIRST)
        .filter(some -> summary.relevant().anyMatch(change -> !change.isFromZero()))
        .map(
            change ->
                "; the largest change is %s in %s%s"
                    .formatted(
                        Numbers.percent(change.change()),
                        change.testCase(),
                        ofBoth && change.category() == Category.SECONDARY ? " (secondary)" : ""))
        .orElse("");
  }

  /** {@code by 0.4% on average}, and how many are from zero, which no average includes. */
  private static String average(ChangeStatistics all) {
    String others =
        all.fromZero() == 0 ? "" : " without the %s from zero".formatted(all.fromZero());
    return all.figures()
        .map(some -> "by %s on average%s".formatted(Numbers.percent(some.mean()), others))
        .orElse("all from zero");
  }

  /**
   * A summary on one line: {@code primary 0.8% [0.1%, 2.9%] (22), secondary nothing relevant}, or
   * {@code secondary from zero (18)} if all its relevant test cases were zero before.
   *
   * @param summary empty if the comparison is missing
   */
  public static String line(Optional<ComparisonSummary> summary) {
    if (summary.isEmpty()) {
      return "could not be fetched";
    }
    if (summary.get().measured().isNothing()) {
      return "nothing could be compared";
    }
    return summary.get().isQuiet()
        ? "nothing relevant"
        : "primary %s, secondary %s"
            .formatted(figures(summary.get().primary()), figures(summary.get().secondary()));
  }

  private static String figures(CategorySummary category) {
    return category.all().map(SummarySentences::figures).orElse("nothing relevant");
  }

  private static String figures(ChangeStatistics all) {
    return all.figures()
        .map(
            some ->
                "%s %s (%s)"
                    .formatted(
                        Numbers.percent(some.mean()),
                        Numbers.range(some.smallest(), some.largest()),
                        count(all)))
        .orElseGet(() -> "from zero (%s)".formatted(all.count()));
  }

  /** {@code 22}, or {@code 22, 3 of them from zero}. */
  public static String count(ChangeStatistics changes) {
    return changes.count()
        + (changes.fromZero() == 0 ? "" : ", %s of them from zero".formatted(changes.fromZero()));
  }

  /** A summary row by row: {@code primary regressions mean 0.4%, range [0.2%, 0.6%], count 3}. */
  public static String rows(ComparisonSummary summary) {
    String rows =
        SummaryRow.of(summary).stream()
            .filter(row -> row.kind() != SummaryRow.RowKind.PRIMARY_ALL && !row.count().equals("0"))
            .map(
                row ->
                    "%s %s mean %s, range %s, count %s"
                        .formatted(
                            row.kind().category(),
                            row.kind().label().toLowerCase(Locale.ROOT),
                            row.mean(),
                            row.range(),
                            row.count()))
            .collect(Collectors.joining("; "));
    return rows.isEmpty() ? "no relevant changes" : rows;
  }
}
