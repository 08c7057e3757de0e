package dev.perftriage.report.prose;

import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.scope.Balance;
import dev.perftriage.analysis.scope.BenchmarkName;
import dev.perftriage.analysis.scope.Scope;
import dev.perftriage.analysis.scope.Scope.Size;
import dev.perftriage.analysis.scope.Shared;
import dev.perftriage.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sentence on the size and scope of a comparison's relevant changes, in the words of published
 * logs: {@code Improvements outweigh, 93 to 50; regressions tiny, all secondary: up to 0.2% in
 * `syn`.}
 */
public final class ScopeSentence {

  /** The maximum number of named benchmarks. */
  private static final int MOST_NAMED = 3;

  private ScopeSentence() {}

  /** The sentence; empty if nothing is relevant. */
  public static Optional<String> of(ComparisonSummary summary, Markup markup) {
    Optional<Scope> regressions = scope(summary, true);
    Optional<Scope> improvements = scope(summary, false);
    if (improvements.isEmpty()) {
      return regressions.map(worse -> SummarySentences.capitalized(alone(worse, markup)) + ".");
    }
    if (regressions.isEmpty()) {
      return improvements.map(
          better -> SummarySentences.capitalized(improved(better, markup)) + ".");
    }
    return Optional.of(both(summary, regressions.get(), improvements.get(), markup) + ".");
  }

  /** A summary in a few words: {@code 9 better and 4 worse, up to -0.7% in `syn`}. */
  public static Optional<String> brief(ComparisonSummary summary, Markup markup) {
    List<TestCaseChange> changes = summary.relevant().toList();
    int worse = (int) changes.stream().filter(TestCaseChange::isRegression).count();
    return Scope.of(changes, summary.metric())
        .map(
            scope ->
                "%s, %s%s in %s"
                    .formatted(
                        counts(changes.size() - worse, worse),
                        changes.size() == 1 || scope.largest().isFromZero() ? "" : "up to ",
                        size(scope.largest()),
                        markup.code(scope.families().get(0))));
  }

  private static Optional<Scope> scope(ComparisonSummary summary, boolean isRegression) {
    return Scope.of(
        summary.relevant().filter(change -> change.isRegression() == isRegression).toList(),
        summary.metric());
  }

  /** {@code tiny, only `doc`: 20 regressions up to 0.2% in `syn`}. */
  private static String alone(Scope worse, Markup markup) {
    if (worse.count() == 1) {
      return one(worse, markup);
    }
    String kind = kind(worse, markup);
    return "%s%s regressions%s"
        .formatted(kind.isEmpty() ? "" : kind + ": ", worse.count(), extent(worse, markup));
  }

  /** The regressions of a mixed comparison. */
  private static String beside(Scope worse, Markup markup) {
    if (worse.count() == 1) {
      return one(worse, markup);
    }
    String kind = kind(worse, markup);
    return "regressions%s%s"
        .formatted(kind.isEmpty() ? "" : " " + kind + ":", extent(worse, markup));
  }

  /** {@code one tiny regression, 0.2% in `syn check full` (secondary)}. */
  private static String one(Scope worse, Markup markup) {
    String size = worse.size() == Size.NOTABLE ? "" : word(worse.size()) + " ";
    TestCaseChange change = worse.largest();
    return "one %sregression, %s in %s (%s)"
        .formatted(
            size,
            size(change),
            markup.code(BenchmarkName.shortened(change.testCase())),
            change.category().label());
  }

  private static String improved(Scope better, Markup markup) {
    return better.count() == 1
        ? "one improvement, %s in %s"
            .formatted(
                Numbers.percent(better.largest().change()),
                markup.code(BenchmarkName.shortened(better.largest().testCase())))
        : "%s improvements%s".formatted(better.count(), extent(better, markup));
  }

  private static String both(ComparisonSummary summary, Scope worse, Scope better, Markup markup) {
    return switch (Balance.of(summary)) {
      case IMPROVEMENTS ->
          "Improvements outweigh, %s to %s, up to %s in %s; %s"
              .formatted(
                  better.count(),
                  worse.count(),
                  Numbers.percent(better.largest().change()),
                  markup.code(better.families().get(0)),
                  beside(worse, markup));
      case REGRESSIONS ->
          "%s, beside %s"
              .formatted(
                  SummarySentences.capitalized(alone(worse, markup)),
                  Numbers.counted(better.count(), "improvement"));
      case NEITHER ->
          "Both ways: primary %s, secondary %s; %s"
              .formatted(
                  counts(summary.primary().improvements(), summary.primary().regressions()),
                  counts(summary.secondary().improvements(), summary.secondary().regressions()),
                  beside(worse, markup));
    };
  }

  private static String counts(
      Optional<ChangeStatistics> improvements, Optional<ChangeStatistics> regressions) {
    return counts(
        improvements.map(ChangeStatistics::count).orElse(0),
        regressions.map(ChangeStatistics::count).orElse(0));
  }

  /** {@code 18 better and 2 worse}. */
  private static String counts(int better, int worse) {
    if (better == 0 || worse == 0) {
      return better + worse == 0 ? "nothing" : better == 0 ? worse + " worse" : better + " better";
    }
    return better + " better and " + worse + " worse";
  }

  /** {@code tiny, only `doc`, mostly secondary}; empty if there is nothing to say. */
  private static String kind(Scope worse, Markup markup) {
    List<String> words = new ArrayList<>();
    if (worse.size() != Size.NOTABLE) {
      words.add(word(worse.size()));
    }
    worse
        .shared()
        .map(shared -> frequency(shared, "only ") + markup.code(shared.value()))
        .ifPresent(words::add);
    worse
        .category()
        .map(category -> frequency(category, "all ") + category.value())
        .ifPresent(words::add);
    return String.join(", ", words);
  }

  private static String frequency(Shared shared, String all) {
    return shared.isByAll() ? all : "mostly ";
  }

  private static String word(Size size) {
    return size == Size.TINY ? "tiny" : "small";
  }

  private static String size(TestCaseChange change) {
    return change.isFromZero() ? "from zero" : Numbers.percent(change.change());
  }

  private static String extent(Scope scope, Markup markup) {
    String families = families(scope.families(), markup);
    return scope.largest().isFromZero()
        ? ", the largest from zero, in " + families
        : " up to %s in %s".formatted(Numbers.percent(scope.largest().change()), families);
  }

  /** {@code `syn`, `serde`, `libc` and 4 more}. */
  static String families(List<String> families, Markup markup) {
    int more = families.size() - MOST_NAMED;
    return families.stream().limit(MOST_NAMED).map(markup::code).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
