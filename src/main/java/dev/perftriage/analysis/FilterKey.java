package dev.perftriage.analysis;

/** What a filter tests: a {@link Criterion}, or a field that this program does not know. */
public sealed interface FilterKey permits Criterion, FieldKey {

  /** Its name in sentences and data formats. */
  String label();

  /** Whether it tests the outcome of a test case, not its identity. */
  boolean isOutcome();

  /** Whether its names come from the site and are open-ended; the others are fixed. */
  boolean isOpen();

  /** Whether it applies to runtime benchmarks. */
  boolean isForRuntime();

  /** Whether it applies to failing benchmarks. */
  boolean isForErrors();
}
