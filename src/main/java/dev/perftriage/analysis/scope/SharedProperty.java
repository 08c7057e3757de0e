package dev.perftriage.analysis.scope;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.TestCase;
import java.util.Optional;

/** Properties that changes can share. */
public enum SharedProperty {
  CATEGORY,
  /** The site's variant of a crate, such as {@code -new-solver}. */
  VARIANT,
  PROFILE,
  /** The scenario without the name of its patch. */
  SCENARIO,
  /** The target triple, unless it is the default one. */
  TARGET;

  /** A change's value; empty if it has none worth naming. */
  Optional<String> of(TestCaseChange change) {
    TestCase testCase = change.testCase();
    return switch (this) {
      case CATEGORY -> Optional.of(change.category().label());
      case VARIANT -> BenchmarkName.variant(testCase);
      case PROFILE -> Optional.of(testCase.profile()).filter(profile -> !profile.isEmpty());
      case SCENARIO -> Optional.of(testCase.scenarioKind()).filter(kind -> !kind.isEmpty());
      case TARGET ->
          Optional.of(testCase.target()).filter(target -> !target.equals(TestCase.DEFAULT_TARGET));
    };
  }
}
