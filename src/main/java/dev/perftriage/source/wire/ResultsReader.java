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

  private final WireInput in;
  private final TestCaseInterner.TestCaseSequence testCases;

  ResultsReader(WireInput in, TestCaseInterner testCases) {
    this.in = in;
    this.testCases = testCases.sequence();
  }

  /** The results of the compile benchmarks; null if the value is null. */
  @Nullable List<TestCaseComparison> compile() throws IOException {
    return in.beginList() ? in.elements(each -> compileComparison()) : null;
  }

  private TestCaseComparison compileComparison() throws IOException {
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
        case "comparison" -> result = result();
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
    return new TestCaseComparison(testCase, in.required(result, "comparison"));
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
        case "comparison" -> result = result();
        default -> further = with(further, field);
      }
    }
    TestCase testCase =
        TestCase.ofRuntime(
            in.required(benchmark, "benchmark"),
            Objects.requireNonNullElse(target, TestCase.DEFAULT_TARGET),
            further);
    return new TestCaseComparison(testCase, in.required(result, "comparison"));
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
    double[] statistics = {Double.NaN, Double.NaN};
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "is_relevant" -> relevant = in.flag();
        case "significance_threshold" -> threshold = in.number();
        case "significance_factor" -> factor = in.number();
        case "statistics" -> statistics = pair();
        default -> in.skip();
      }
    }
    return new TestResultComparison(
        statistics[0], statistics[1], threshold, factor, in.required(relevant, "is_relevant"));
  }

  private double[] pair() throws IOException {
    double[] pair = {Double.NaN, Double.NaN};
    if (in.beginList()) {
      int size = 0;
      for (; in.nextElement(); size++) {
        double number = in.number();
        if (size < pair.length) {
          pair[size] = number;
        }
      }
      if (size != pair.length) {
        throw in.path.wrong("a pair of numbers");
      }
    }
    return pair;
  }
}
