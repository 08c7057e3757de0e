package dev.perftriage.report.document;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.SummaryRow;
import java.util.List;

/**
 * A table.
 *
 * @param isSummary whether it is a summary, whose rows Markdown marks with symbols
 */
public record Table(List<TableColumn> columns, List<TableRow> rows, boolean isSummary) {

  /** Copies the lists; throws {@link IllegalArgumentException} if a row lacks or adds a cell. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (TableRow row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            row.cells().size() + " cells in a table of " + columns.size() + " columns");
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param name its header
   * @param shortName its header on a terminal
   */
  public record TableColumn(String name, String shortName, Role role) {

    /** A column of names, which are truncated if the table is too wide. */
    public static TableColumn name(String name) {
      return new TableColumn(name, name, Role.NAME);
    }

    /** A column of labels, which are never truncated. */
    public static TableColumn label(String name) {
      return new TableColumn(name, name, Role.LABEL);
    }

    /** A column of numbers. */
    public static TableColumn number(String name) {
      return new TableColumn(name, name, Role.NUMBER);
    }

    /** A column of numbers that is left out, with the other details, if the table is too wide. */
    public static TableColumn detail(String name) {
      return new TableColumn(name, name, Role.DETAIL);
    }

    /** A column of numbers that is left out if truncated names leave too little space for it. */
    public static TableColumn minor(String name) {
      return new TableColumn(name, name, Role.MINOR);
    }

    /** A column of numbers that only a wide terminal shows, to leave space for names. */
    public static TableColumn wideOnly(String name) {
      return new TableColumn(name, name, Role.WIDE_ONLY);
    }

    /** The same column with another header on a terminal. */
    public TableColumn onTerminal(String header) {
      return new TableColumn(name, header, role);
    }

    /** Whether the cells are text, possibly untrusted, rather than numbers. */
    public boolean isText() {
      return role == Role.NAME || role == Role.LABEL;
    }

    /** The content of the cells, and what a narrow terminal truncates or omits. */
    public enum Role {
      NAME,
      LABEL,
      NUMBER,
      DETAIL,
      MINOR,
      WIDE_ONLY
    }
  }

  /**
   * A row of a table.
   *
   * @param cells one for each column
   */
  public record TableRow(Tone tone, List<String> cells) {

    public TableRow {
      cells = List.copyOf(cells);
    }

    /** A row with a tone. */
    public static TableRow of(Tone tone, String... cells) {
      return new TableRow(tone, List.of(cells));
    }

    /** What a row is about, which decides its colour or symbol. */
    public enum Tone {
      PLAIN,
      REGRESSION,
      IMPROVEMENT,
      /** All other rows together. */
      TOTAL;

      /** The tone of a change. */
      public static Tone of(TestCaseChange change) {
        return change.isRegression() ? REGRESSION : IMPROVEMENT;
      }

      /** The tone of a row of a summary table. */
      public static Tone of(SummaryRow.RowKind kind) {
        return switch (kind) {
          case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> REGRESSION;
          case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> IMPROVEMENT;
          case PRIMARY_ALL -> TOTAL;
        };
      }
    }
  }
}
