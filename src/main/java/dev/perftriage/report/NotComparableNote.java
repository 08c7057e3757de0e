package dev.perftriage.report;

import dev.perftriage.analysis.NotComparable;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentence under a table that counts and names the test cases that could not be compared. */
public final class NotComparableNote {

  private static final int MOST_NAMES = 10;

  private NotComparableNote() {}

  /**
   * The sentence; empty where everything could be compared. At most ten test cases are named for
   * each reason, the others counted.
   *
   * @param quote how the format at hand sets off a test case's name
   */
  public static Optional<String> of(List<NotComparable> cases, UnaryOperator<String> quote) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    String parts =
        Stream.of(
                part(cases, Comparability.ZERO_BASELINE, "with a zero baseline", quote),
                part(cases, Comparability.NOT_A_NUMBER, "without a number", quote))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return Optional.of("Not in the table: " + parts + ".");
  }

  private static Optional<String> part(
      List<NotComparable> cases, Comparability reason, String label, UnaryOperator<String> quote) {
    List<String> names =
        cases.stream()
            .filter(some -> some.reason() == reason)
            .map(some -> quote.apply(some.testCase().toString()))
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String named = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    return Optional.of(
        Numbers.counted(names.size(), "test case") + " " + label + " (" + named + more + ")");
  }
}
