package dev.perftriage.report.prose;

import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.OtherMerge;
import dev.perftriage.analysis.scope.Balance;
import dev.perftriage.analysis.scope.BenchmarkName;
import dev.perftriage.analysis.scope.ChangeWeight;
import dev.perftriage.model.Category;
import dev.perftriage.model.Merge;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.TriageReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The opening sentences of a log: what the week was, and its largest entries. */
public record OpeningSentences(TriageReport report, Annotations annotations, Markup markup) {

  /** The maximum number of named entries of a direction. */
  private static final int MOST_NAMED = 2;

  /** The sentences; empty if neither the range nor an entry could be compared. */
  public Optional<String> text() {
    List<String> sentences = new ArrayList<>();
    report.week().whole().map(OpeningSentences::week).ifPresent(sentences::add);
    Stream.of(largest("improvement", false), largest("regression", true), reverted())
        .flatMap(Optional::stream)
        .forEach(sentences::add);
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  /** The first sentence, which needs no annotations; empty if the range could not be compared. */
  public static Optional<String> first(TriageReport report) {
    return report.week().whole().map(OpeningSentences::week);
  }

  /**
   * {@code Mostly positive week: over the whole range, 102 primary test cases improved and 22 …}
   */
  private static String week(ComparisonSummary whole) {
    if (whole.measured().isNothing()) {
      return "Nothing could be compared over the whole range.";
    }
    if (whole.isQuiet()) {
      return "Quiet week: nothing changed relevantly over the whole range.";
    }
    boolean isPrimary = !whole.primary().relevant().isEmpty();
    CategorySummary category = isPrimary ? whole.primary() : whole.secondary();
    String name = isPrimary ? Category.PRIMARY.label() : Category.SECONDARY.label();
    int better = category.improvements().map(ChangeStatistics::count).orElse(0);
    int worse = category.regressions().map(ChangeStatistics::count).orElse(0);
    String mean =
        category
            .all()
            .flatMap(ChangeStatistics::figures)
            .map(figures -> ", by " + Numbers.percent(figures.mean()) + " on average")
            .orElse("");
    return "%s week: over the whole range, %s improved and %s regressed%s."
        .formatted(
            word(Balance.of(whole), better > 0 && worse > 0),
            Numbers.counted(better, name + " test case"),
            worse,
            mean);
  }

  private static String word(Balance balance, boolean isBoth) {
    return switch (balance) {
      case IMPROVEMENTS -> isBoth ? "Mostly positive" : "Positive";
      case REGRESSIONS -> isBoth ? "Mostly negative" : "Negative";
      case NEITHER -> "Mixed";
    };
  }

  /** The entries with the largest changes of a direction that are neither noise nor went back. */
  private Optional<String> largest(String noun, boolean isRegression) {
    List<Lasting> entries =
        report.week().entries().stream()
            .map(entry -> lasting(entry, isRegression))
            .filter(lasting -> !lasting.changes.isEmpty())
            .sorted(Comparator.comparingDouble(Lasting::weight).reversed())
            .limit(MOST_NAMED)
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The largest %s %s."
            .formatted(
                noun + (entries.size() == 1 ? " is" : "s are"),
                entries.stream().map(this::named).collect(Collectors.joining(" and "))));
  }

  /** An entry's lasting changes of a direction; none if those of the other one weigh more. */
  private Lasting lasting(ComparisonSummary entry, boolean isRegression) {
    Map<Boolean, List<TestCaseChange>> changes =
        annotations.of(entry).changes().stream()
            .filter(judged -> isLasting(judged.verdict()))
            .map(JudgedChange::change)
            .sorted(TestCaseChange.LARGEST_FIRST)
            .collect(Collectors.partitioningBy(TestCaseChange::isRegression));
    Lasting own = new Lasting(entry, changes.getOrDefault(isRegression, List.of()));
    Lasting other = new Lasting(entry, changes.getOrDefault(!isRegression, List.of()));
    return own.weight() >= other.weight() ? own : new Lasting(entry, List.of());
  }

  private static boolean isLasting(NoiseVerdict verdict) {
    return verdict == NoiseVerdict.PERSISTENT || verdict.isOpen();
  }

  /** {@code #1 (A title, up to 2.9% in `syn`)}. */
  private String named(Lasting lasting) {
    TestCaseChange largest = lasting.changes.get(0);
    return "%s (%s%s%s in %s)"
        .formatted(
            merge(lasting.entry),
            title(lasting.entry).map(title -> title + ", ").orElse(""),
            lasting.changes.size() == 1 || largest.isFromZero() ? "" : "up to ",
            largest.isFromZero() ? "from zero" : Numbers.percent(largest.change()),
            ScopeSentence.families(
                lasting.changes.stream()
                    .map(change -> BenchmarkName.family(change.testCase()))
                    .distinct()
                    .toList(),
                markup));
  }

  private String merge(ComparisonSummary entry) {
    return markup.merge(new Merge(entry.after().commit(), entry.after().pr()));
  }

  private Optional<String> title(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return pr == null ? Optional.empty() : report.title(pr).map(markup::words);
  }

  /** The sentence on the entry that a revert undid most; empty if none undid more than half. */
  private Optional<String> reverted() {
    String sentence = "";
    int most = 0;
    for (ComparisonSummary entry : report.week().entries()) {
      int all = (int) entry.relevant().count();
      Optional<OtherMerge> revert =
          OtherMerge.ofMost(
                  annotations.of(entry), NoiseVerdict.REVERTED, annotations.verdicts().series())
              .filter(other -> other.isLater() && 2 * other.count() > all);
      if (revert.isPresent() && revert.get().count() > most) {
        most = revert.get().count();
        sentence =
            "%s changed %s and was reverted in %s."
                .formatted(
                    merge(entry),
                    Numbers.counted(all, "test case"),
                    markup.merge(revert.get().merge()));
      }
    }
    return Optional.of(sentence).filter(text -> !text.isEmpty());
  }

  /**
   * An entry and its lasting changes of a direction.
   *
   * @param changes largest first
   */
  private record Lasting(ComparisonSummary entry, List<TestCaseChange> changes) {

    double weight() {
      return ChangeWeight.of(changes);
    }
  }
}
