package dev.perftriage.log.history;

import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.history.HistoryGroup.Grouping;
import dev.perftriage.model.Sha;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SummaryRow.RowKind;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The weeks as a table for a terminal: without ranges if it is too narrow, and with fewer columns
 * if it is narrower still.
 */
public final class HistoryText {

  private static final String NONE = "-";

  /** The columns of {@link HistoryCounts}. */
  private static final List<TableColumn> COUNTS =
      List.of(
          TableColumn.detail("merges"),
          TableColumn.number("regr"),
          TableColumn.number("impr"),
          TableColumn.number("mixed"),
          TableColumn.detail("rollups"),
          TableColumn.detail("noise"),
          TableColumn.detail("part"),
          TableColumn.detail("hedged"));

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
    TextStyle unlimited = new TextStyle(false, TextStyle.UNLIMITED);
    boolean fits =
        table(weeks, true)
            .render(unlimited)
            .lines()
            .allMatch(line -> line.length() <= style.width());
    return table(weeks, fits).render(style);
  }

  private static TextTable table(List<HistoryWeek> weeks, boolean ranges) {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.label("date"));
    columns.add(TableColumn.name("triager"));
    columns.add(TableColumn.name("range"));
    columns.addAll(COUNTS);
    columns.add(TableColumn.detail(ranges ? "regressions (primary)" : "regr. (p)"));
    columns.add(TableColumn.detail(ranges ? "(secondary)" : "(s)"));
    columns.add(TableColumn.detail(ranges ? "improvements (primary)" : "impr. (p)"));
    columns.add(TableColumn.detail(ranges ? "(secondary)" : "(s)"));
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
    return table.render(style);
  }

  private static List<String> counts(HistoryCounts counts) {
    return List.of(
        number(counts.merges()),
        Integer.toString(counts.entries(SectionKind.REGRESSIONS)),
        Integer.toString(counts.entries(SectionKind.IMPROVEMENTS)),
        Integer.toString(counts.entries(SectionKind.MIXED)),
        Integer.toString(counts.rollups()),
        Integer.toString(counts.noise(NoiseClaim.WHOLE)),
        Integer.toString(counts.noise(NoiseClaim.PART)),
        Integer.toString(counts.noise(NoiseClaim.HEDGED)));
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
