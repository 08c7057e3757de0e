package dev.perftriage.analysis;

/**
 * A filter criterion: one of the site's filters, or the size of the change.
 *
 * <p>Runtime benchmarks have neither profile, scenario, backend nor category, and a benchmark that
 * fails has no test case; criteria that do not apply to them are ignored.
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
  /** The direction of the change; anything but an increase is an improvement, as on the site. */
  DIRECTION("direction", true, false),
  /** The minimum size of the relative change. */
  MIN_CHANGE("min-change", true, false);

  private final String label;
  private final boolean forRuntime;
  private final boolean forErrors;

  Criterion(String label, boolean forRuntime, boolean forErrors) {
    this.label = label;
    this.forRuntime = forRuntime;
    this.forErrors = forErrors;
  }

  /** Its name on the command line and in data formats. */
  public String label() {
    return label;
  }

  /** Whether it tests the outcome of a test case, not its identity. */
  public boolean isOutcome() {
    return this == DIRECTION || this == MIN_CHANGE;
  }

  /** Whether its names come from the site and are open-ended; the others are fixed. */
  boolean isOpen() {
    return switch (this) {
      case BENCHMARK, PROFILE, SCENARIO, BACKEND, TARGET -> true;
      case CATEGORY, ARTIFACT, DIRECTION, MIN_CHANGE -> false;
    };
  }

  /** Whether it applies to a runtime benchmark. */
  boolean isForRuntime() {
    return forRuntime;
  }

  /** Whether it applies to a benchmark that fails. */
  boolean isForErrors() {
    return forErrors;
  }
}
