package dev.perftriage.log.history;

import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.history.HistoryGroup.Grouping;
import dev.perftriage.model.Sha;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SummaryRow.RowKind;
import dev.perftriage.report.TextWidth;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The weeks as a table for a terminal: without ranges if it is too narrow, and with fewer columns
 * if it is narrower still.
 */
public final class HistoryText {

  private static final String NONE = "-";

  /** The columns of entries. */
  private static final List<TableColumn> ENTRIES =
      List.of(TableColumn.number("regr"), TableColumn.number("impr"), TableColumn.number("mixed"));

  /** The columns of {@link HistoryCounts}. */
  private static final List<TableColumn> COUNTS =
      Stream.of(
              Stream.of(TableColumn.minor("merges")),
              ENTRIES.stream(),
              Stream.of("rollups", "noise", "part", "hedged").map(TableColumn::minor))
          .flatMap(Function.identity())
          .toList();

  /** The columns of figures. */
  private static final List<RowKind> FIGURES =
      List.of(
          RowKind.PRIMARY_REGRESSIONS,
          RowKind.SECONDARY_REGRESSIONS,
          RowKind.PRIMARY_IMPROVEMENTS,
          RowKind.SECONDARY_IMPROVEMENTS,
          RowKind.PRIMARY_ALL);

  private HistoryText() {}

  /** The table; every line ends with a newline. */
  public static String render(List<HistoryWeek> weeks, TextStyle style) {
    boolean withRanges = width(table(weeks, true), TextStyle.UNLIMITED) <= style.width();
    return fitted(table(weeks, withRanges), style, entries(weeks));
  }

  /** The first table if it fits, else the second one, if need be with its lines cut. */
  private static String fitted(TextTable table, TextStyle style, TextTable narrow) {
    if (width(table, style.width()) <= style.width()) {
      return table.render(style);
    }
    return narrow
        .render(new TextStyle(false, style.width()))
        .lines()
        .map(line -> TextWidth.cut(line, style.width()) + "\n")
        .collect(Collectors.joining());
  }

  /** The width of a table that is to fit a terminal. */
  private static int width(TextTable table, int limit) {
    return table
        .render(new TextStyle(false, limit))
        .lines()
        .mapToInt(TextWidth::of)
        .max()
        .orElse(0);
  }

  /** The number of entries in each section, by day. */
  private static TextTable entries(List<HistoryWeek> weeks) {
    List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.label("date")));
    columns.addAll(ENTRIES);
    TextTable table = new TextTable(columns);
    for (HistoryWeek week : weeks) {
      List<String> cells = new ArrayList<>(List.of(week.date().toString()));
      cells.addAll(entries(week));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static TextTable table(List<HistoryWeek> weeks, boolean ranges) {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.label("date"));
    columns.add(TableColumn.name("triager"));
    columns.add(TableColumn.name("range"));
    columns.addAll(COUNTS);
    columns.add(TableColumn.minor(ranges ? "regressions (primary)" : "regr. (p)"));
    columns.add(TableColumn.minor(ranges ? "(secondary)" : "(s)"));
    columns.add(TableColumn.minor(ranges ? "improvements (primary)" : "impr. (p)"));
    columns.add(TableColumn.minor(ranges ? "(secondary)" : "(s)"));
    columns.add(TableColumn.number(ranges ? "all (primary)" : "all (p)"));
    TextTable table = new TextTable(columns);
    for (HistoryWeek week : weeks) {
      List<String> cells = new ArrayList<>();
      cells.add(week.date().toString());
      cells.add(PlainText.onOneLine(String.join(", ", week.triagers())));
      cells.add(
          PlainText.onOneLine(
              end(week.log().firstRevision()) + ".." + end(week.log().lastRevision())));
      cells.addAll(counts(week));
      FIGURES.forEach(kind -> cells.add(cell(week, kind, ranges)));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** Groups of weeks as a table; every line ends with a newline. */
  public static String renderGroups(List<HistoryGroup> groups, Grouping by, TextStyle style) {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.name(by.name().toLowerCase(Locale.ROOT)));
    columns.add(TableColumn.number("logs"));
    columns.addAll(COUNTS);
    TextTable table = new TextTable(columns);
    for (HistoryGroup group : groups) {
      List<String> cells = new ArrayList<>();
      cells.add(PlainText.onOneLine(group.name()));
      cells.add(Integer.toString(group.weeks().size()));
      cells.addAll(counts(group));
      table.row(cells.toArray(String[]::new));
    }
    return fitted(table, style, table);
  }

  private static List<String> counts(HistoryCounts counts) {
    List<String> cells = new ArrayList<>(List.of(number(counts.merges())));
    cells.addAll(entries(counts));
    cells.add(Integer.toString(counts.rollups()));
    for (NoiseClaim claim : List.of(NoiseClaim.WHOLE, NoiseClaim.PART, NoiseClaim.HEDGED)) {
      cells.add(Integer.toString(counts.noise(claim)));
    }
    return cells;
  }

  private static List<String> entries(HistoryCounts counts) {
    return Stream.of(SectionKind.REGRESSIONS, SectionKind.IMPROVEMENTS, SectionKind.MIXED)
        .map(kind -> Integer.toString(counts.entries(kind)))
        .toList();
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : NONE;
  }

  private static String end(Optional<String> revision) {
    return revision.map(Sha::new).map(Sha::shortened).orElse("?");
  }

  private static String cell(HistoryWeek week, RowKind kind, boolean ranges) {
    return week.figures(kind).map(figures -> cell(figures, ranges)).orElse(NONE);
  }

  private static String cell(SummaryFigures figures, boolean ranges) {
    String mean = figures.mean().map(value -> value + "%").orElse(NONE);
    String extent =
        figures
            .range()
            .map(range -> " " + range.words())
            .or(() -> figures.max().map(max -> " max " + max + "%"))
            .orElse("");
    return mean + (ranges ? extent : "") + " ×" + figures.count();
  }
}
