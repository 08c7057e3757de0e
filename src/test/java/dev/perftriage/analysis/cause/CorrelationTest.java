package dev.perftriage.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Correlation.Property;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "2, 2, false",
    "3, 3, true",
    "3, 4, false",
    "4, 5, true",
    "11, 14, false",
    "12, 14, true",
    "8, 10, true",
    "7, 9, false",
  })
  void threeThatAreFourFifthsHaveSomethingInCommon(int agreeing, int total, boolean found) {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      changes.add(change("crate" + i, i < agreeing ? "doc" : "profile" + i, "scenario" + i));
    }

    assertThat(Correlation.of(changes))
        .isEqualTo(
            found
                ? Optional.of(new Correlation(Property.PROFILE, "doc", agreeing, total))
                : Optional.empty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serde-1.0.219/check/full serde-1.0.136/opt/incr-full serde-1.0/doc/incr-unchanged | BENCHMARK | serde
          a/check/full b/check/incr-full c/check/incr-unchanged                             | PROFILE   | check
          a/check/incr-patched:x b/opt/incr-patched:y c/doc/incr-patched                     | SCENARIO  | incr-patched
          # of what as many agree in, the narrowest
          a/check/full a/check/full a/check/full                                             | BENCHMARK | a
          a/check/full b/check/full c/check/full                                             | PROFILE   | check
          # what more of them agree in comes before what is narrower
          a/opt/full a/doc/full a/check/full a/debug/full b/x/full                           | SCENARIO  | full
          """)
  void whatMostAgreeInIsNamed(String testCases, Property property, String value) {
    List<TestCaseChange> changes = new ArrayList<>();
    for (String each : testCases.split(" ", -1)) {
      String[] parts = each.split("/", -1);
      changes.add(change(parts[0], parts[1], parts[2]));
    }

    Correlation found = Correlation.of(changes).orElseThrow();

    assertThat(found.property()).isEqualTo(property);
    assertThat(found.value()).isEqualTo(value);
  }

  @Test
  void onlyAnotherTargetThanTheDefaultOneIsWorthSaying() {
    assertThat(Correlation.of(onTarget(TestCase.DEFAULT_TARGET))).isEmpty();
    assertThat(Correlation.of(onTarget(ARM))).contains(new Correlation(Property.TARGET, ARM, 3, 3));
  }

  private static List<TestCaseChange> onTarget(String target) {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      changes.add(change(new TestCase("crate" + i, "profile" + i, "scenario" + i, "llvm", target)));
    }
    return changes;
  }

  private static TestCaseChange change(String benchmark, String profile, String scenario) {
    return change(new TestCase(benchmark, profile, scenario, "llvm", TestCase.DEFAULT_TARGET));
  }

  private static TestCaseChange change(TestCase testCase) {
    return new TestCaseChange(
        testCase,
        Category.PRIMARY,
        new TestResultComparison(1000, 1010, 0.002, 5, true),
        Magnitude.MEDIUM);
  }
}
