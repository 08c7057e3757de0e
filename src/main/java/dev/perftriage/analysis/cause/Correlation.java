package dev.perftriage.analysis.cause;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.scope.BenchmarkName;
import dev.perftriage.model.TestCase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A property that most of a comparison's relevant changes share.
 *
 * @param value the profile, scenario, benchmark family or target
 * @param count how many changes share it
 * @param total how many changes there are
 */
public record Correlation(Property property, String value, int count, int total) {

  /** Fewer may agree by chance. */
  private static final int FEWEST = 3;

  /** The minimum fraction of changes that agree, such as twelve of fourteen or four of five. */
  private static final double MOST = 0.8;

  /** The property that most changes share, the narrowest on a tie; empty if there is none. */
  public static Optional<Correlation> of(List<TestCaseChange> changes) {
    return Arrays.stream(Property.values())
        .flatMap(property -> commonest(property, changes).stream())
        .filter(found -> found.count >= FEWEST && found.count >= MOST * found.total)
        .filter(found -> !found.value.equals(TestCase.DEFAULT_TARGET))
        .max(
            Comparator.comparingInt(Correlation::count)
                .thenComparing(Correlation::property, Comparator.reverseOrder()));
  }

  private static Optional<Correlation> commonest(Property property, List<TestCaseChange> changes) {
    Map<String, Long> counts =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> property.of(change.testCase()), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                new Correlation(
                    property, most.getKey(), most.getValue().intValue(), changes.size()));
  }

  /** Properties that test cases can share, narrowest first. */
  public enum Property {
    /** The benchmark's name without its version. */
    BENCHMARK,
    PROFILE,
    SCENARIO,
    /** The target triple, unless it is the default one. */
    TARGET;

    private String of(TestCase testCase) {
      return switch (this) {
        case BENCHMARK -> BenchmarkName.family(testCase);
        case PROFILE -> testCase.profile();
        case SCENARIO -> testCase.scenarioKind();
        case TARGET -> testCase.target();
      };
    }
  }
}
