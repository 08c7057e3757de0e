package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;
import static dev.perftriage.analysis.Selections.filter;
import static dev.perftriage.analysis.Selections.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.Aggregation.Group;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AggregationTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROFILE   | opt, check
          SCENARIO  | incr-patched, full
          BENCHMARK | serde, cargo, syn
          BACKEND   | cranelift, llvm
          TARGET    | aarch64-unknown-linux-gnu, x86_64-unknown-linux-gnu
          CATEGORY  | secondary, primary
          """)
  void eachDimensionHasItsGroupsTheLargestTotalChangeFirst(Dimension by, String names) {
    ArtifactComparison facts =
        comparison()
            .add(testCase("syn", "check", "full", "llvm"), Category.PRIMARY, from(1000, 1001))
            .add(
                testCase("serde", "opt", "incr-patched: a", "cranelift"),
                Category.SECONDARY,
                from(1000, 900))
            .add(
                new TestCase("cargo", "opt", "incr-patched: b", "cranelift", ARM),
                Category.SECONDARY,
                from(1000, 980))
            .build();

    if (by == Dimension.TARGET) {
      facts =
          comparison()
              .add(testCase("syn", "check", "full", "llvm"), Category.PRIMARY, from(1000, 1001))
              .add(new TestCase("syn", "opt", "full", "llvm", ARM), Category.PRIMARY, from(1, 2))
              .build();
    }

    assertThat(Aggregation.of(facts, by).groups().stream().map(Group::name))
        .containsExactly(names.split(", "));
  }

  @Test
  void aGroupHasItsRelevantChangesAndTheTotalOfAllComparableOnes() {
    Aggregation aggregation =
        Aggregation.of(
            comparison()
                .add(testCase("a", "check", "full", "llvm"), Category.PRIMARY, from(1000, 1100))
                .add(testCase("b", "check", "full", "llvm"), Category.PRIMARY, from(3000, 3000))
                .add(testCase("c", "check", "full", "llvm"), Category.PRIMARY, from(0, 700))
                .add(testCase("d", "check", "full", "llvm"), Category.PRIMARY, from(100, 95))
                .build(),
            Dimension.PROFILE);

    assertThat(aggregation.groups()).hasSize(1);
    Group check = aggregation.groups().get(0);
    assertThat(check.comparable()).isEqualTo(4);
    assertThat(check.regressions()).contains(new ChangeStatistics(2, single(0.1)));
    assertThat(check.improvements()).contains(new ChangeStatistics(1, single(-0.05)));
    assertThat(check.relevant().orElseThrow().count()).isEqualTo(3);
    assertThat(check.total()).isEqualTo(new TotalChange(4100, 4895));
    assertThat(check.total().change()).isCloseTo(795 / 4100.0, within(1e-15));
    assertThat(aggregation.whole())
        .isEqualTo(
            new Group(
                "all",
                4,
                check.regressions(),
                check.improvements(),
                check.relevant(),
                check.total()));
  }

  private static Optional<Figures> single(double change) {
    return Optional.of(new Figures(1, change, change, change));
  }

  @Test
  void aTotalThatGrewFromZeroIsInfiniteAndOneThatStaysZeroHasNoChange() {
    assertThat(new TotalChange(0, 7).change()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new TotalChange(0, 0).change()).isNaN();
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void theGroupsTogetherAreTheWhole(Dimension by) {
    for (long seed = 0; seed < 5; seed++) {
      Aggregation aggregation = Aggregation.of(random(seed), by);

      assertThat(aggregation.groups().stream().mapToInt(Group::comparable).sum())
          .isEqualTo(aggregation.whole().comparable());
      assertThat(
              aggregation.groups().stream()
                  .flatMap(group -> group.relevant().stream())
                  .mapToInt(ChangeStatistics::count)
                  .sum())
          .isEqualTo(aggregation.whole().relevant().orElseThrow().count());
      assertThat(aggregation.groups().stream().mapToDouble(group -> group.total().after()).sum())
          .isCloseTo(aggregation.whole().total().after(), within(1e-6));
    }
  }

  @Test
  void aGroupIsTheWholeOfTheFilterThatSelectsIt() {
    ArtifactComparison all = random(7);

    for (Group group : Aggregation.of(all, Dimension.PROFILE).groups()) {
      Group alone =
          Aggregation.of(filter(Criterion.PROFILE, group.name()).select(all), Dimension.PROFILE)
              .whole();
      assertThat(alone.relevant()).isEqualTo(group.relevant());
      assertThat(alone.total()).isEqualTo(group.total());
    }
  }

  @Test
  void theTotalIsTheSameInWhateverOrderTestCasesArrive() {
    List<TestCaseChange> changes =
        ComparableTestCases.of(
                comparison()
                    .primary(1e16, 1)
                    .primary(1, 1e16)
                    .primary(1, 1)
                    .primary(3, 0.1)
                    .build())
            .changes();
    List<TestCaseChange> other =
        List.of(changes.get(3), changes.get(1), changes.get(2), changes.get(0));

    assertThat(TotalChange.of(changes)).isEqualTo(TotalChange.of(other));
    assertThat(TotalChange.of(changes).before()).isEqualTo(1e16 + 5);
  }

  @Test
  void nothingHasNoTotalChange() {
    Aggregation aggregation = Aggregation.of(comparison().build(), Dimension.PROFILE);

    assertThat(aggregation.groups()).isEmpty();
    assertThat(aggregation.whole().comparable()).isZero();
    assertThat(aggregation.whole().total().change()).isNaN();
  }

  private static TestCase testCase(
      String benchmark, String profile, String scenario, String backend) {
    return new TestCase(benchmark, profile, scenario, backend, TestCase.DEFAULT_TARGET);
  }

  private static TestResultComparison from(double before, double after) {
    return new TestResultComparison(before, after, THRESHOLD, 1, false);
  }
}
