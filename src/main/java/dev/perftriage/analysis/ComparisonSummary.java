package dev.perftriage.analysis;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The summary of a comparison of two artifacts on one target: the relevant changes of each
 * category, the verdict, and the test cases without a number. It holds everything a report prints
 * and none of the other test cases.
 *
 * @param measured what was measured, whatever its outcome
 * @param primary the relevant changes of primary benchmarks
 * @param secondary the relevant changes of all other benchmarks
 * @param withoutNumber the test cases whose change cannot be judged, because a number is missing,
 *     by name: answers come in random order; excluded from all figures
 * @param disagreements the judged test cases whose relevance on the site differs from {@link
 *     Relevance}; empty unless the site changes its rule
 */
public record ComparisonSummary(
    Metric metric,
    Artifact before,
    Artifact after,
    MeasuredCases measured,
    CategorySummary primary,
    CategorySummary secondary,
    List<TestCase> withoutNumber,
    List<TestCase> disagreements) {

  private static final int WEIGHT_OF_PRIMARY = 3;
  private static final int ENOUGH_WEIGHT = 9;

  public ComparisonSummary {
    withoutNumber = withoutNumber.stream().sorted(TestCase.BY_NAME).toList();
    disagreements = disagreements.stream().sorted(TestCase.BY_NAME).toList();
  }

  /**
   * Summarises the compile benchmarks of a comparison that were measured on one target.
   *
   * @param target the target triple; test cases of other targets are ignored
   */
  public static ComparisonSummary of(ArtifactComparison comparison, String target) {
    return of(comparison, comparison, target);
  }

  /**
   * Summarises selected compile benchmarks of a comparison that were measured on one target.
   *
   * @param named the test cases that the filter selects by name, whatever their outcome
   * @param target the target triple; test cases of other targets are ignored
   */
  public static ComparisonSummary of(
      ArtifactComparison selected, ArtifactComparison named, String target) {
    Sorting sorting = new Sorting(selected, target);
    selected.compile().forEach(sorting::add);
    return sorting.summary(MeasuredCases.of(named, target));
  }

  /** This summary without the relevant changes of some test cases. */
  public ComparisonSummary without(Set<TestCase> testCases) {
    return new ComparisonSummary(
        metric,
        before,
        after,
        measured,
        primary.without(testCases),
        secondary.without(testCases),
        withoutNumber,
        disagreements);
  }

  /** This summary without the times and sizes of its artifacts' builds. */
  public ComparisonSummary withoutBuilds() {
    return new ComparisonSummary(
        metric,
        before.withoutBuild(),
        after.withoutBuild(),
        measured,
        primary,
        secondary,
        withoutNumber,
        disagreements);
  }

  /** The direction of the comparison, combined from its categories. */
  public Direction direction() {
    return primary.direction().and(secondary.direction());
  }

  /** Whether it is listed in a triage report, by the site's rule. */
  public boolean deservesAttention() {
    if (metric.isNoisy()) {
      return reaches(primary.largest().or(secondary::largest), Magnitude.SMALL);
    }
    return reaches(primary.largest(), Magnitude.MEDIUM)
        || reaches(secondary.largest(), Magnitude.LARGE)
        || deservesAttentionByWeight();
  }

  /**
   * The relevant changes for which it is listed: all of them if their number sufficed, otherwise
   * those that suffice alone; empty if it is not listed.
   */
  public List<TestCaseChange> groundsForAttention() {
    if (!deservesAttention()) {
      return List.of();
    }
    if (metric.isNoisy()) {
      return primary.relevant().isEmpty() ? secondary.relevant() : primary.relevant();
    }
    boolean byWeight = deservesAttentionByWeight();
    return relevant().filter(change -> byWeight || sufficesAlone(change)).toList();
  }

  private static boolean sufficesAlone(TestCaseChange change) {
    return change
        .magnitude()
        .isAtLeast(change.category() == Category.PRIMARY ? Magnitude.MEDIUM : Magnitude.LARGE);
  }

  private boolean deservesAttentionByWeight() {
    return WEIGHT_OF_PRIMARY * primary.relevant().size() + secondary.relevant().size()
        >= ENOUGH_WEIGHT;
  }

  private static boolean reaches(Optional<TestCaseChange> largest, Magnitude magnitude) {
    return largest.filter(change -> change.magnitude().isAtLeast(magnitude)).isPresent();
  }

  /** Whether no change is relevant. */
  public boolean isQuiet() {
    return primary.relevant().isEmpty() && secondary.relevant().isEmpty();
  }

  /** The relevant changes: the primary ones, then the others, each in ascending order. */
  public Stream<TestCaseChange> relevant() {
    return Stream.concat(primary.relevant().stream(), secondary.relevant().stream());
  }

  /**
   * The relevant test cases that were zero before, by name: they count in everything but means and
   * ranges.
   */
  public List<TestCase> fromZero() {
    return Stream.of(primary, secondary)
        .flatMap(CategorySummary::fromZero)
        .map(TestCaseChange::testCase)
        .sorted(TestCase.BY_NAME)
        .toList();
  }

  /** Sorts the test cases of a comparison, one after another, into the parts of its summary. */
  private static final class Sorting {

    private final ArtifactComparison comparison;
    private final String target;
    private final List<TestCaseChange> primary = new ArrayList<>();
    private final List<TestCaseChange> secondary = new ArrayList<>();
    private final List<TestCase> withoutNumber = new ArrayList<>();
    private final List<TestCase> disagreements = new ArrayList<>();

    private Sorting(ArtifactComparison comparison, String target) {
      this.comparison = comparison;
      this.target = target;
    }

    private void add(TestCaseComparison one) {
      if (!one.testCase().target().equals(target)) {
        return;
      }
      Comparability comparability = one.result().comparability();
      if (comparability == Comparability.NOT_A_NUMBER) {
        withoutNumber.add(one.testCase());
      }
      if (!comparability.isJudged()) {
        return;
      }
      Category category = comparison.categoryOf(one.testCase().benchmark());
      TestCaseChange change = TestCaseChange.of(one, category, comparison.metric());
      if (change.isRelevant() != one.result().relevantOnSite()) {
        disagreements.add(one.testCase());
      }
      if (change.isRelevant()) {
        (category == Category.PRIMARY ? primary : secondary).add(change);
      }
    }

    private ComparisonSummary summary(MeasuredCases measured) {
      return new ComparisonSummary(
          comparison.metric(),
          comparison.before(),
          comparison.after(),
          measured,
          new CategorySummary(primary),
          new CategorySummary(secondary),
          withoutNumber,
          disagreements);
    }
  }
}
