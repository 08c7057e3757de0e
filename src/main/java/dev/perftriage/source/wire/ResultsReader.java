package dev.perftriage.source.wire;

import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bulk of a comparison: the results of its test cases. A scalar field that this program
 * does not know is part of a test case's identity; unknown lists and objects are skipped.
 */
final class ResultsReader {

  private static final String COMPARISON = "comparison";

  private final WireInput in;
  private final TestCaseInterner.TestCaseSequence testCases;

  ResultsReader(WireInput in, TestCaseInterner testCases) {
    this.in = in;
    this.testCases = testCases.sequence(in);
  }

  /** The results of the compile benchmarks; null if the value is null. */
  @Nullable List<TestCaseComparison> compile() throws IOException {
    return in.beginList() ? in.elements(each -> compileComparison()) : null;
  }

  private TestCaseComparison compileComparison() throws IOException {
    TestCase known = testCases.recalled(COMPARISON);
    if (known == null) {
      return newComparison();
    }
    TestResultComparison result = in.required(result(), COMPARISON);
    in.nextField();
    return new TestCaseComparison(known, result);
  }

  private TestCaseComparison newComparison() throws IOException {
    in.beginRequiredObject();
    String benchmark = null;
    String profile = null;
    String scenario = null;
    String backend = null;
    String target = null;
    Map<String, String> further = Map.of();
    TestResultComparison result = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "benchmark" -> benchmark = in.name();
        case "profile" -> profile = in.name();
        case "scenario" -> scenario = in.name();
        case "backend" -> backend = in.name();
        case "target" -> target = in.name();
        case COMPARISON -> result = result();
        default -> further = with(further, field);
      }
    }
    TestCase testCase =
        testCases.next(
            in.required(benchmark, "benchmark"),
            in.required(profile, "profile"),
            in.required(scenario, "scenario"),
            Objects.requireNonNullElse(backend, TestCase.DEFAULT_BACKEND),
            Objects.requireNonNullElse(target, TestCase.DEFAULT_TARGET),
            further);
    return new TestCaseComparison(testCase, in.required(result, COMPARISON));
  }

  /** Whether the compile results read so far are on more than one target. */
  boolean areOnSeveralTargets() {
    return testCases.hasSeveralTargets();
  }

  /** Whether the compile results read so far have a test case more than once. */
  boolean haveRepeatedTestCases() {
    return testCases.hasRepeated();
  }

  /** The results of the runtime benchmarks; empty if there are none. */
  List<TestCaseComparison> runtime() throws IOException {
    return in.list(each -> runtimeComparison());
  }

  private TestCaseComparison runtimeComparison() throws IOException {
    in.beginRequiredObject();
    String benchmark = null;
    String target = null;
    Map<String, String> further = Map.of();
    TestResultComparison result = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "benchmark" -> benchmark = in.name();
        case "target" -> target = in.name();
        case COMPARISON -> result = result();
        default -> further = with(further, field);
      }
    }
    TestCase testCase =
        TestCase.ofRuntime(
            in.required(benchmark, "benchmark"),
            Objects.requireNonNullElse(target, TestCase.DEFAULT_TARGET),
            further);
    return new TestCaseComparison(testCase, in.required(result, COMPARISON));
  }

  /** The further fields with the value that follows, if it is a scalar. */
  private Map<String, String> with(Map<String, String> further, String field) throws IOException {
    String value = in.scalar();
    if (value == null) {
      return further;
    }
    Map<String, String> more = further.isEmpty() ? new TreeMap<>() : further;
    more.put(field, value);
    return more;
  }

  private @Nullable TestResultComparison result() throws IOException {
    if (!in.beginObject()) {
      return null;
    }
    Boolean relevant = null;
    double threshold = Double.NaN;
    double factor = Double.NaN;
    double before = Double.NaN;
    double after = Double.NaN;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "is_relevant" -> relevant = in.flag();
        case "significance_threshold" -> threshold = in.number();
        case "significance_factor" -> factor = in.number();
        case "statistics" -> {
          before = Double.NaN;
          after = Double.NaN;
          if (in.beginList()) {
            int size = 0;
            for (; in.nextElement(); size++) {
              before = after;
              after = in.number();
            }
            requirePair(size);
          }
        }
        default -> in.skip();
      }
    }
    return new TestResultComparison(
        before, after, threshold, factor, in.required(relevant, "is_relevant"));
  }

  private void requirePair(int size) {
    if (size != 2) {
      throw in.path.wrong("a pair of numbers");
    }
  }
}
