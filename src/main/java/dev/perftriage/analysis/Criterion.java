package dev.perftriage.analysis;

import java.util.Locale;

/**
 * A filter criterion: one of the site's filters, or the size of the change.
 *
 * <p>Runtime benchmarks have no profile, scenario, backend or category, and a failing benchmark has
 * no test case; criteria that do not apply to them are ignored.
 */
public enum Criterion implements FilterKey {
  BENCHMARK(true, true),
  PROFILE(false, false),
  /** The scenario or its kind, such as {@code incr-patched} for every patch. */
  SCENARIO(false, false),
  BACKEND(false, false),
  TARGET(true, false),
  CATEGORY(false, true),
  ARTIFACT(false, true),
  /** The direction of the change; anything but an increase is an improvement, as on the site. */
  DIRECTION(true, false),
  /** The minimum size of the relative change. */
  MIN_CHANGE(true, false);

  private final boolean forRuntime;
  private final boolean forErrors;

  Criterion(boolean forRuntime, boolean forErrors) {
    this.forRuntime = forRuntime;
    this.forErrors = forErrors;
  }

  /** Its name on the command line and in data formats, such as {@code min-change}. */
  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isOutcome() {
    return this == DIRECTION || this == MIN_CHANGE;
  }

  @Override
  public boolean isOpen() {
    return switch (this) {
      case BENCHMARK, PROFILE, SCENARIO, BACKEND, TARGET -> true;
      case CATEGORY, ARTIFACT, DIRECTION, MIN_CHANGE -> false;
    };
  }

  @Override
  public boolean isForRuntime() {
    return forRuntime;
  }

  @Override
  public boolean isForErrors() {
    return forErrors;
  }
}
