package dev.perftriage.model;

/**
 * A unit of measurement: a benchmark with its profile, scenario, backend and target, or a benchmark
 * of the runtime suite.
 *
 * <p>Names are the site's and may be unknown to this program.
 *
 * @param benchmark the crate that is compiled, such as {@code serde-1.0.219}
 * @param profile such as {@code check} or {@code opt}; empty for a runtime benchmark
 * @param scenario such as {@code full} or {@code incr-patched: println}; empty for a runtime
 *     benchmark
 * @param backend the code generator; {@link #DEFAULT_BACKEND} if a recording names none
 * @param target the target triple; {@link #DEFAULT_TARGET} if a recording names none
 */
public record TestCase(
    String benchmark, String profile, String scenario, String backend, String target) {

  /** The code generator of a recording that names none. */
  public static final String DEFAULT_BACKEND = "llvm";

  /** The target of triage, assumed for a recording that names none. */
  public static final String DEFAULT_TARGET = "x86_64-unknown-linux-gnu";

  /** A benchmark of the runtime suite, which has no profile, scenario or backend. */
  public static TestCase ofRuntime(String benchmark, String target) {
    return new TestCase(benchmark, "", "", DEFAULT_BACKEND, target);
  }

  /** Whether it is a benchmark of the runtime suite. */
  public boolean isRuntime() {
    return profile.isEmpty() && scenario.isEmpty();
  }

  /**
   * Identifies it among the test cases of a benchmark and profile: the scenario, then backend and
   * target unless they are the defaults.
   */
  public String variant() {
    return joined(
        scenario,
        backend.equals(DEFAULT_BACKEND) ? "" : backend,
        target.equals(DEFAULT_TARGET) ? "" : target);
  }

  /** The {@link #variant()} without a backend. */
  public String variantOnAnyBackend() {
    return joined(scenario, target.equals(DEFAULT_TARGET) ? "" : target);
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
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(word);
      }
    }
    return joined.toString();
  }
}
