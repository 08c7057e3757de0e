package dev.perftriage.analysis;

import java.util.Locale;

/** A property for grouping test cases. */
public enum Dimension {
  PROFILE,
  /** The kind of the scenario, whatever its patch. */
  SCENARIO,
  BENCHMARK,
  BACKEND,
  TARGET,
  CATEGORY;

  /** Its name on the command line and in data formats. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group that a test case belongs to. */
  public String groupOf(TestCaseChange change) {
    return switch (this) {
      case PROFILE -> change.testCase().profile();
      case SCENARIO -> change.testCase().scenarioKind();
      case BENCHMARK -> change.testCase().benchmark();
      case BACKEND -> change.testCase().backend();
      case TARGET -> change.testCase().target();
      case CATEGORY -> change.category().label();
    };
  }
}
