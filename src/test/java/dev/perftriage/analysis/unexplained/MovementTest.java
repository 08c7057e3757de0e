package dev.perftriage.analysis.unexplained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestCase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a test case moved within a range. */
class MovementTest {

  @ParameterizedTest(name = "{0} to {1}: times {2}")
  @CsvSource({
    // The test case grew from 100 to 150: growth counts as movement.
    "0, 1, 1.2",
    "1, 2, 0.75",
    "2, 3, 1.6666666667",
    "0, 3, 1.5",
    "1, 1, 1",
    // a commit of which nothing is known
    "0, 9, 1",
    "9, 3, 1",
  })
  void ofATestCaseThatGrew(int start, int end, double ratio) {
    assertThat(between(start, end, 100, 120, 90, 150)).isEqualTo(Math.log(ratio), within(1e-9));
  }

  @ParameterizedTest(name = "{0} to {1}: times {2}")
  @CsvSource({"0, 1, 1.25", "1, 2, 0.8", "0, 3, 2"})
  void ofOneThatShrankToTheOtherSide(int start, int end, double ratio) {
    assertThat(between(start, end, 100, 80, 100, 50)).isEqualTo(Math.log(ratio), within(1e-9));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"0, 1", "1, 2", "0, 3"})
  void fromOrToZeroThereIsNoRatio(int start, int end) {
    assertThat(between(start, end, 0, 80, 0, 50)).isZero();
  }

  /** The ends are those of the range's own comparison, which may differ from the merges'. */
  @ParameterizedTest(name = "{0} to {1}: times {2}")
  @CsvSource({"0, 1, 0.6", "1, 2, 0.75", "2, 3, 3.3333333333", "0, 3, 1.5"})
  void theEndsAreThoseOfTheRange(int start, int end, double ratio) {
    Steps ends = new Steps().with("a", 200, 120, 90, 300);

    assertThat(between(start, end, ends, new Steps().with("a", 100, 120, 90, 150)))
        .isEqualTo(Math.log(ratio), within(1e-9));
  }

  private static double between(int start, int end, double... values) {
    Steps steps = new Steps().with("a", values);
    return between(start, end, steps, steps);
  }

  private static double between(int start, int end, Steps ends, Steps merges) {
    ComparisonSummary whole = summary(ends.between(0, ends.last()));
    TestCaseChange change = whole.relevant().findFirst().orElseThrow();
    SeriesBuilder series = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    merges.all().forEach(series::add);
    List<ComparisonSummary> steps = merges.all().stream().map(MovementTest::summary).toList();
    MeasuredSeries values = series.build(steps, List.of());
    return new Movement(values, whole, change).between(Steps.commit(start), Steps.commit(end));
  }

  private static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }
}
