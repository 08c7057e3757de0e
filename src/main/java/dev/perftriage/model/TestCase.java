package dev.perftriage.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A unit of measurement: a benchmark with its profile, scenario, backend, target and whatever else
 * the site tells its test cases apart by, or a benchmark of the runtime suite.
 *
 * <p>Names are the site's and may be unknown to this program.
 *
 * @param benchmark the crate that is compiled, such as {@code serde-1.0.219}
 * @param profile such as {@code check} or {@code opt}; empty for a runtime benchmark
 * @param scenario such as {@code full} or {@code incr-patched: println}; empty for a runtime
 *     benchmark
 * @param backend the code generator; {@link #DEFAULT_BACKEND} if a recording names none
 * @param target the target triple; {@link #DEFAULT_TARGET} if a recording names none
 * @param further the values of the site's fields that this program does not know, such as a number
 *     of threads, by name and sorted by it; empty for most
 */
public record TestCase(
    String benchmark,
    String profile,
    String scenario,
    String backend,
    String target,
    Map<String, String> further) {

  /** By {@link #toString()}: an order that does not depend on that of an answer. */
  public static final Comparator<TestCase> BY_NAME =
      (one, other) -> one.toString().compareTo(other.toString());

  /** The code generator of a recording that names none. */
  public static final String DEFAULT_BACKEND = "llvm";

  /** The target of triage, assumed for a recording that names none. */
  public static final String DEFAULT_TARGET = "x86_64-unknown-linux-gnu";

  /** Copies and sorts the further fields. */
  public TestCase {
    further = further.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(further));
  }

  /** A test case without further fields. */
  public TestCase(
      String benchmark, String profile, String scenario, String backend, String target) {
    this(benchmark, profile, scenario, backend, target, Map.of());
  }

  /** A benchmark of the runtime suite, which has no profile, scenario or backend. */
  public static TestCase ofRuntime(String benchmark, String target) {
    return ofRuntime(benchmark, target, Map.of());
  }

  /** A benchmark of the runtime suite with further fields. */
  public static TestCase ofRuntime(String benchmark, String target, Map<String, String> further) {
    return new TestCase(benchmark, "", "", DEFAULT_BACKEND, target, further);
  }

  /** The names of the further fields that any of some test cases has, sorted. */
  public static List<String> furtherFields(Collection<TestCase> testCases) {
    TreeSet<String> names = new TreeSet<>();
    testCases.forEach(testCase -> names.addAll(testCase.further.keySet()));
    return List.copyOf(names);
  }

  /**
   * The names of the further fields that tell some test cases apart, sorted: those whose value,
   * which may be absent, is not the same for all.
   */
  public static List<String> distinguishingFields(Collection<TestCase> testCases) {
    return furtherFields(testCases).stream()
        .filter(
            name -> testCases.stream().map(testCase -> testCase.field(name)).distinct().count() > 1)
        .toList();
  }

  /** The value of a further field; empty if it has none. */
  public String field(String name) {
    return further.getOrDefault(name, "");
  }

  /** Whether it is a benchmark of the runtime suite. */
  public boolean isRuntime() {
    return profile.isEmpty() && scenario.isEmpty();
  }

  /**
   * Identifies it among the test cases of a benchmark and profile: the scenario, then backend and
   * target unless they are the defaults, then the further fields as {@code name=value}.
   */
  public String variant() {
    return joined(knownVariant(), furtherText());
  }

  /** The {@link #variant()} without the further fields. */
  public String knownVariant() {
    return joined(
        scenario,
        backend.equals(DEFAULT_BACKEND) ? "" : backend,
        target.equals(DEFAULT_TARGET) ? "" : target);
  }

  /** The {@link #knownVariant()} without a backend. */
  public String variantOnAnyBackend() {
    return joined(scenario, target.equals(DEFAULT_TARGET) ? "" : target);
  }

  private String furtherText() {
    if (further.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    further.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value));
    return text.toString();
  }

  /** The scenario without the name of its patch: {@code incr-patched} for all patches. */
  public String scenarioKind() {
    int colon = scenario.indexOf(':');
    return colon < 0 ? scenario : scenario.substring(0, colon);
  }

  /** Benchmark, profile and {@link #variant()}. */
  @Override
  public String toString() {
    return joined(benchmark, profile, variant());
  }

  private static String joined(String... words) {
    String joined = "";
    for (String word : words) {
      if (!word.isEmpty()) {
        joined = joined.isEmpty() ? word : joined + " " + word;
      }
    }
    return joined;
  }
}
