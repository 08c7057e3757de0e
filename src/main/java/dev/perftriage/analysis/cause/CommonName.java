package dev.perftriage.analysis.cause;

import dev.perftriage.model.TestCase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all of some test cases have in common, in the words of those who write logs. */
public final class CommonName {

  private static final Pattern VERSION = Pattern.compile("-\\d+\\.\\d[^-]*");

  /** Ends the names of benchmarks that run another benchmark with another part of the compiler. */
  private static final Pattern VARIANT =
      Pattern.compile("-(?:new-solver|polonius|nll|threads\\d+)$");

  private static final List<Function<TestCase, String>> PARTS =
      List.of(
          CommonName::variant,
          CommonName::family,
          TestCase::profile,
          TestCase::scenarioKind,
          testCase ->
              testCase.backend().equals(TestCase.DEFAULT_BACKEND) ? "" : testCase.backend());

  private CommonName() {}

  /**
   * The first that all test cases share of: the variant of their benchmarks, such as {@code
   * -new-solver}; the benchmark without its version, such as {@code syn}; the profile; the
   * scenario; a backend other than the default one. Empty if they share none, or there are none.
   */
  public static Optional<String> of(Collection<TestCase> testCases) {
    return PARTS.stream().flatMap(part -> shared(part, testCases).stream()).findFirst();
  }

  private static Optional<String> shared(
      Function<TestCase, String> part, Collection<TestCase> testCases) {
    List<String> values = testCases.stream().map(part).distinct().toList();
    return values.size() == 1
        ? Optional.of(values.get(0)).filter(some -> !some.isEmpty())
        : Optional.empty();
  }

  private static String variant(TestCase testCase) {
    Matcher variant = VARIANT.matcher(testCase.benchmark());
    return variant.find() ? variant.group() : "";
  }

  private static String family(TestCase testCase) {
    return VERSION.matcher(testCase.benchmark()).replaceFirst("");
  }
}
