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
    TextTable table =
        new TextTable(
            List.of(
                TableColumn.label("date"),
                TableColumn.name("triager"),
                TableColumn.name("range"),
                TableColumn.detail("merges"),
                TableColumn.number("regr"),
                TableColumn.number("impr"),
                TableColumn.number("mixed"),
                TableColumn.detail("rollups"),
                TableColumn.detail("noise"),
                TableColumn.detail("part"),
                TableColumn.detail("hedged"),
                TableColumn.detail(ranges ? "regressions (primary)" : "regr. (p)"),
                TableColumn.detail(ranges ? "(secondary)" : "(s)"),
                TableColumn.detail(ranges ? "improvements (primary)" : "impr. (p)"),
                TableColumn.detail(ranges ? "(secondary)" : "(s)"),
                TableColumn.number(ranges ? "all (primary)" : "all (p)")));
    for (HistoryWeek week : weeks) {
      table.row(
          week.date().toString(),
          PlainText.onOneLine(String.join(", ", week.triagers())),
          PlainText.onOneLine(
              end(week.log().firstRevision()) + ".." + end(week.log().lastRevision())),
          number(week.merges()),
          Integer.toString(week.entries(SectionKind.REGRESSIONS)),
          Integer.toString(week.entries(SectionKind.IMPROVEMENTS)),
          Integer.toString(week.entries(SectionKind.MIXED)),
          Integer.toString(week.rollups()),
          Integer.toString(week.noise(NoiseClaim.WHOLE)),
          Integer.toString(week.noise(NoiseClaim.PART)),
          Integer.toString(week.noise(NoiseClaim.HEDGED)),
          cell(week, RowKind.PRIMARY_REGRESSIONS, ranges),
          cell(week, RowKind.SECONDARY_REGRESSIONS, ranges),
          cell(week, RowKind.PRIMARY_IMPROVEMENTS, ranges),
          cell(week, RowKind.SECONDARY_IMPROVEMENTS, ranges),
          cell(week, RowKind.PRIMARY_ALL, ranges));
    }
    return table;
  }

  /** Groups of weeks as a table; every line ends with a newline. */
  public static String renderGroups(List<HistoryGroup> groups, Grouping by, TextStyle style) {
    TextTable table =
        new TextTable(
            List.of(
                TableColumn.name(by.name().toLowerCase(Locale.ROOT)),
                TableColumn.number("logs"),
                TableColumn.detail("merges"),
                TableColumn.number("regr"),
                TableColumn.number("impr"),
                TableColumn.number("mixed"),
                TableColumn.detail("rollups"),
                TableColumn.detail("noise"),
                TableColumn.detail("part"),
                TableColumn.detail("hedged")));
    for (HistoryGroup group : groups) {
      table.row(
          PlainText.onOneLine(group.name()),
          Integer.toString(group.weeks().size()),
          number(group.merges()),
          Integer.toString(group.entries(SectionKind.REGRESSIONS)),
          Integer.toString(group.entries(SectionKind.IMPROVEMENTS)),
          Integer.toString(group.entries(SectionKind.MIXED)),
          Integer.toString(group.rollups()),
          Integer.toString(group.noise(NoiseClaim.WHOLE)),
          Integer.toString(group.noise(NoiseClaim.PART)),
          Integer.toString(group.noise(NoiseClaim.HEDGED)));
    }
    return table.render(style);
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
