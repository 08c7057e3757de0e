package dev.perftriage.analysis;

/**
 * What a test case is selected by: the site's filters, and the size of the change.
 *
 * <p>Runtime benchmarks have neither profile, scenario, backend nor category, and a benchmark that
 * fails has no test case; criteria that mean nothing to them leave them alone.
 */
public enum Criterion {
  /** The benchmark's name. */
  BENCHMARK("benchmark", true, true),
  /** The profile. */
  PROFILE("profile", false, false),
  /** The scenario, or its kind: {@code incr-patched} is that of every patch. */
  SCENARIO("scenario", false, false),
  /** The code generator. */
  BACKEND("backend", false, false),
  /** The target triple. */
  TARGET("target", true, false),
  /** Primary or secondary. */
  CATEGORY("category", false, true),
  /** What the benchmark is compiled to. */
  ARTIFACT("artifact", false, true),
  /** Which way the test case went; what did not grow is an improvement, as on the site. */
  DIRECTION("direction", true, false),
  /** The least size of the relative change. */
  MIN_CHANGE("min-change", true, false);

  private final String label;
  private final boolean forRuntime;
  private final boolean forErrors;

  Criterion(String label, boolean forRuntime, boolean forErrors) {
    this.label = label;
    this.forRuntime = forRuntime;
    this.forErrors = forErrors;
  }

  /** The word used on the command line and in data formats. */
  public String label() {
    return label;
  }

  /** Whether it is about how a test case came out, not about which one it is. */
  public boolean isOutcome() {
    return this == DIRECTION || this == MIN_CHANGE;
  }

  /** Whether its names are the site's, which may be any; the others are a few fixed words. */
  boolean isOpen() {
    return switch (this) {
      case BENCHMARK, PROFILE, SCENARIO, BACKEND, TARGET -> true;
      case CATEGORY, ARTIFACT, DIRECTION, MIN_CHANGE -> false;
    };
  }

  /** Whether it means something to a runtime benchmark. */
  boolean isForRuntime() {
    return forRuntime;
  }

  /** Whether it means something to a benchmark that fails. */
  boolean isForErrors() {
    return forErrors;
  }
}
