package dev.perftriage.report.data;

/**
 * A column of a table of values.
 *
 * @param name its name, unique in the table
 * @param kind what its cells hold
 * @param isOptional whether a cell may be empty
 */
public record TableColumn(String name, Kind kind, boolean isOptional) {

  /** What cells hold, in JSON's types. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A time in UTC, as text like {@code 2025-10-30T09:43:47Z}. */
    TIME,
    /** A whole number of at most 32 bits. */
    WHOLE,
    /** A number, perhaps not finite. */
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH
  }
}
