package dev.perftriage.report.document;

/**
 * A column of a table.
 *
 * @param name its header
 * @param shortName its header on a terminal
 */
public record TableColumn(String name, String shortName, Role role) {

  /** A column of names, which are cut short if the table is too wide. */
  public static TableColumn name(String name) {
    return new TableColumn(name, name, Role.NAME);
  }

  /** A column of labels, which are never cut short. */
  public static TableColumn label(String name) {
    return new TableColumn(name, name, Role.LABEL);
  }

  /** A column of numbers. */
  public static TableColumn number(String name) {
    return new TableColumn(name, name, Role.NUMBER);
  }

  /** A column of numbers that is left out if the table is too wide. */
  public static TableColumn detail(String name) {
    return new TableColumn(name, name, Role.DETAIL);
  }

  /** A column of numbers that only a wide terminal shows, so that names are not cut short. */
  public static TableColumn wideOnly(String name) {
    return new TableColumn(name, name, Role.WIDE_ONLY);
  }

  /** The same column with another header on a terminal. */
  public TableColumn onTerminal(String header) {
    return new TableColumn(name, header, role);
  }

  /** Whether the cells are text, possibly from outside; numbers otherwise. */
  public boolean isText() {
    return role == Role.NAME || role == Role.LABEL;
  }

  /** What the cells hold, and which of them a narrow terminal can do without. */
  public enum Role {
    NAME,
    LABEL,
    NUMBER,
    DETAIL,
    WIDE_ONLY
  }
}
