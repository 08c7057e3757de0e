package dev.perftriage.report.prose;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterKey;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.analysis.GeometricMean;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.Selection;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about the test cases that a table or a mean covers. */
public final class SelectionSentences {

  /** How a note begins that names counted test cases that mean and range leave out. */
  public static final String NOT_IN_MEAN = "Counted, but not in mean and range";

  /** How a note begins that names test cases that a table leaves out altogether. */
  public static final String NOT_IN_TABLE = "Not in the table";

  private static final int MOST_NAMES = 10;

  private SelectionSentences() {}

  /**
   * Which test cases a filter selects and, if any were measured, how many it leaves out; empty
   * without a filter.
   */
  public static Optional<Phrase> filter(Selection selection) {
    if (selection.filter().isAll()) {
      return Optional.empty();
    }
    String count =
        selection.total() == 0
            ? ""
            : "; %s of %s left out".formatted(selection.leftOut(), selection.total());
    return Optional.of(
        markup ->
            selection.filter().patterns().entrySet().stream()
                .map(entry -> part(entry.getKey(), entry.getValue(), markup))
                .collect(Collectors.joining(", ", "Only test cases with ", count + ".")));
  }

  private static String part(FilterKey key, List<FilterPattern> patterns, Markup markup) {
    boolean isSize = key == Criterion.MIN_CHANGE;
    String wanted = alternatives(patterns, pattern -> !pattern.excludes(), markup);
    String unwanted = alternatives(patterns, FilterPattern::excludes, markup);
    String included = wanted.isEmpty() ? "" : isSize ? " of " + wanted + " or more" : " " + wanted;
    String excluded = unwanted.isEmpty() ? "" : (isSize ? " below " : " not ") + unwanted;
    String but = included.isEmpty() || excluded.isEmpty() ? "" : " but";
    return (isSize ? "a change" : markup.words(key.label())) + included + but + excluded;
  }

  private static String alternatives(
      List<FilterPattern> patterns, Predicate<FilterPattern> which, Markup markup) {
    return patterns.stream()
        .filter(which)
        .map(pattern -> markup.code(pattern.word()))
        .collect(Collectors.joining(" or "));
  }

  /**
   * Which test cases a summary's means and ranges leave out, or which it leaves out altogether, and
   * their names, at most ten for each reason; empty if there are none.
   */
  public static Optional<Phrase> leftOut(ComparisonSummary summary) {
    return leftOut(summary.fromZero(), summary.withoutNumber());
  }

  /** The same for the runtime benchmarks. */
  public static Optional<Phrase> leftOut(RuntimeSummary summary) {
    return leftOut(summary.fromZero(), summary.withoutNumber());
  }

  private static Optional<Phrase> leftOut(List<TestCase> fromZero, List<TestCase> withoutNumber) {
    if (fromZero.isEmpty() && withoutNumber.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        markup ->
            Stream.of(
                    part(NOT_IN_MEAN + ": %s with a zero baseline (%s).", fromZero, markup),
                    part(NOT_IN_TABLE + ": %s without a number (%s).", withoutNumber, markup))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
  }

  private static Optional<String> part(String sentence, List<TestCase> cases, Markup markup) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    String names =
        cases.stream()
            .limit(MOST_NAMES)
            .map(testCase -> markup.code(testCase.toString()))
            .collect(Collectors.joining(", "));
    String more = cases.size() > MOST_NAMES ? " and " + (cases.size() - MOST_NAMES) + " more" : "";
    return Optional.of(
        sentence.formatted(Numbers.counted(cases.size(), "test case"), names + more));
  }

  /** Why a filter allows no geometric mean; empty if it allows one. */
  public static Optional<String> noMean(CaseFilter filter) {
    return filter.selectsByOutcome()
        ? Optional.of(
            "No geometric mean: it covers all test cases, but the filter selects by outcome.")
        : Optional.empty();
  }

  /** The geometric mean in percent with two decimals, because it covers many tiny changes. */
  public static String mean(GeometricMean mean) {
    String excluded =
        mean.leftOut() == 0
            ? ""
            : " Excluded: %s with zero or no number on a side."
                .formatted(Numbers.counted(mean.leftOut(), "test case"));
    return "Geometric mean over %s, relevant or not: %s%s.%s"
        .formatted(
            Numbers.counted(mean.testCases(), "test case"),
            Numbers.finePercent(mean.change()),
            mean.interval()
                .map(interval -> interval(interval, mean.byBenchmark().size()))
                .orElse(""),
            excluded);
  }

  private static String interval(GeometricMean.Interval interval, int benchmarks) {
    return """
    . 95%% bootstrap interval over %s benchmarks: [%s, %s] \
    (sensitivity to the choice of benchmarks, not measurement error)\
    """
        .formatted(
            benchmarks,
            Numbers.finePercent(interval.lower()),
            Numbers.finePercent(interval.upper()));
  }
}
