package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data that the charts of a comparison show.
 *
 * @param metric what was measured
 * @param range the two abbreviated commits, as {@code start..end}
 * @param period the days of the two commits, such as {@code 27 Oct – 2 Nov 2025}; empty if unknown
 * @param changes every test case with a finite change, from the largest improvement to the largest
 *     regression, equal ones by name
 * @param fromZero every test case that was zero before, for whose change no scale is long enough,
 *     in the same order
 */
record Comparison(
    Metric metric,
    String range,
    String period,
    List<TestCaseChange> changes,
    List<TestCaseChange> fromZero) {

  private static final Comparator<TestCaseChange> ASCENDING =
      Comparator.comparingDouble(TestCaseChange::change)
          .thenComparing(change -> change.testCase().toString());

  /** Sorts the changes. */
  Comparison {
    changes = changes.stream().sorted(ASCENDING).toList();
    fromZero = fromZero.stream().sorted(ASCENDING).toList();
  }

  /** Separates the finite changes from the others. */
  static Comparison of(
      Metric metric, String range, String period, List<TestCaseChange> comparable) {
    Map<Boolean, List<TestCaseChange>> byFromZero =
        comparable.stream().collect(Collectors.partitioningBy(TestCaseChange::isFromZero));
    return new Comparison(
        metric,
        range,
        period,
        byFromZero.getOrDefault(false, List.of()),
        byFromZero.getOrDefault(true, List.of()));
  }

  static Comparison of(ComparableTestCases cases) {
    return of(
        cases.metric(),
        cases.before().shortCommit() + ".." + cases.after().shortCommit(),
        Period.of(cases.before(), cases.after()),
        cases.changes());
  }

  /** All comparable test cases: those with a finite change, then the others. */
  List<TestCaseChange> all() {
    return Stream.concat(changes.stream(), fromZero.stream()).toList();
  }

  /** The number of relevant finite changes. */
  int relevant() {
    return (int) changes.stream().filter(TestCaseChange::isRelevant).count();
  }

  /** Whether there are too few relevant changes to draw: one is a sentence. */
  boolean isSentence() {
    return relevant() <= 1;
  }

  /**
   * What there is instead of a picture.
   *
   * @param noun what was compared, in the singular
   */
  String sentence(String noun) {
    if (all().isEmpty()) {
      return "No %s could be compared by %s.".formatted(noun, metric);
    }
    String of = Numbers.counted(all().size(), "comparable " + noun);
    return changes.stream()
            .filter(TestCaseChange::isRelevant)
            .findFirst()
            .map(
                only ->
                    "One of %s changed relevantly by %s: %s."
                        .formatted(of, metric, ChartWords.named(only)))
            .orElse(
                fromZero.isEmpty()
                    ? "None of %s changed relevantly by %s.".formatted(of, metric)
                    : "Only test cases that grew from zero changed relevantly by %s."
                        .formatted(metric))
        + notDrawn();
  }

  /** {@code Broad improvement: 153 of 588 faster, 70 slower · 27 Oct – 2 Nov 2025}. */
  String finding() {
    int better = count(ChangeKind.IMPROVEMENT);
    int worse = count(ChangeKind.REGRESSION);
    Direction direction = Direction.of(better, worse, all().size());
    return dated(
        "%s: %s of %s %s, %s %s"
            .formatted(
                direction.words,
                direction.isWorse ? worse : better,
                all().size(),
                direction.isWorse ? worseWord() : betterWord(),
                direction.isWorse ? better : worse,
                direction.isWorse ? betterWord() : worseWord()));
  }

  /** The relevant changes of a kind, those that grew from zero included. */
  int count(ChangeKind kind) {
    return (int) all().stream().filter(change -> ChangeKind.of(change) == kind).count();
  }

  private String betterWord() {
    return isSize() ? "smaller" : "faster";
  }

  private String worseWord() {
    return isSize() ? "larger" : "slower";
  }

  private boolean isSize() {
    return metric.isSize() || metric.name().startsWith("max-rss");
  }

  /** A title with the days it is about. */
  String dated(String title) {
    return period.isEmpty() ? title : title + " · " + period;
  }

  /** A question, and the data that a chart answers it from. */
  String question(String question) {
    return question + " " + metric + ", " + range;
  }

  /** What a caption adds about test cases that are not drawn; empty if all are. */
  String notDrawn() {
    return ChartWords.notDrawn(fromZero.size());
  }

  /** The finite changes of a kind, in the same order. */
  List<TestCaseChange> ofKind(ChangeKind kind) {
    return changes.stream().filter(change -> ChangeKind.of(change) == kind).toList();
  }

  /** The changes alone, as fractions. */
  List<Double> fractions() {
    return fractions(changes);
  }

  static List<Double> fractions(List<TestCaseChange> changes) {
    return changes.stream().map(TestCaseChange::change).toList();
  }

  /** Which direction most changes have, and whether many test cases changed. */
  private enum Direction {
    BROAD_IMPROVEMENT("Broad improvement", false),
    IMPROVEMENT("Mostly better", false),
    BROAD_REGRESSION("Broad regression", true),
    REGRESSION("Mostly worse", true),
    MIXED("Mixed", false);

    private static final double BROAD = 0.2;

    private final String words;
    private final boolean isWorse;

    Direction(String words, boolean isWorse) {
      this.words = words;
      this.isWorse = isWorse;
    }

    static Direction of(int better, int worse, int all) {
      if (better >= 2 * worse) {
        return better >= BROAD * all ? BROAD_IMPROVEMENT : IMPROVEMENT;
      }
      if (worse >= 2 * better) {
        return worse >= BROAD * all ? BROAD_REGRESSION : REGRESSION;
      }
      return MIXED;
    }
  }
}
