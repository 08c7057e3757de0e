package dev.perftriage.log;

import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;

/** Reads the summary tables of logs of all years from the syntax tree. */
final class TableReader {

  private static final int COLUMN_LAYOUT_WIDTH = 6;
  private static final List<String> COLUMN_LAYOUT_ROWS = List.of("count", "mean", "max");
  private static final String PERCENT = "(-?\\d+(?:\\.\\d+)?)%";
  private static final Pattern PERCENTAGE = Pattern.compile(PERCENT);
  private static final Pattern RANGE = Pattern.compile("\\[" + PERCENT + ", " + PERCENT + "\\]");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern METRIC = Pattern.compile("^\\((\\S+)\\)$");
  private static final String NO_FIGURE = "-";

  private final LogText source;
  private final List<ParseWarning> warnings;
  private final List<Note> notes = new ArrayList<>();

  TableReader(LogText source, List<ParseWarning> warnings) {
    this.source = source;
    this.warnings = warnings;
  }

  /** Returns, once, the sentences directly below tables that Markdown parsed as rows. */
  List<Note> takeNotes() {
    List<Note> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  /** Reads a summary table; empty for any other table. */
  Optional<LogTable> read(TableBlock block) {
    List<TableRow> rows = SyntaxTree.all(block, TableRow.class);
    List<String> header = cells(rows.get(0));
    List<TableRow> body = rows.subList(1, rows.size());
    return layout(header)
        .map(
            layout ->
                new LogTable(
                    layout,
                    METRIC
                        .matcher(header.get(0))
                        .results()
                        .findFirst()
                        .map(metric -> new Metric(metric.group(1))),
                    layout == LogTable.Layout.COLUMNS ? columns(header, body) : rows(layout, body),
                    source.lines(block)));
  }

  private static Optional<LogTable.Layout> layout(List<String> header) {
    List<String> labels = header.stream().skip(1).toList();
    if (labels.equals(List.of("mean", "range", "count"))) {
      return Optional.of(LogTable.Layout.ROWS_WITH_RANGE);
    }
    if (labels.equals(List.of("mean", "max", "count"))) {
      return Optional.of(LogTable.Layout.ROWS_WITH_MAX);
    }
    return header.size() == COLUMN_LAYOUT_WIDTH
            && labels.stream().allMatch(label -> kind(label).isPresent())
        ? Optional.of(LogTable.Layout.COLUMNS)
        : Optional.empty();
  }

  private List<SummaryFigures> rows(LogTable.Layout layout, List<TableRow> body) {
    boolean hasRange = layout == LogTable.Layout.ROWS_WITH_RANGE;
    List<SummaryFigures> figures = new ArrayList<>();
    for (TableRow row : body) {
      List<String> cells = cells(row);
      int line = source.line(row);
      Optional<SummaryRow.RowKind> kind = kind(cells.get(0));
      if (kind.isPresent()) {
        figures.add(
            new SummaryFigures(
                kind.get(),
                count(cells.get(3), line),
                percent(cells.get(1), line),
                hasRange ? range(cells.get(2), line) : Optional.empty(),
                hasRange ? Optional.empty() : percent(cells.get(2), line),
                line));
      } else if (cells.stream().skip(1).allMatch(String::isEmpty)) {
        notes.add(new Note(cells.get(0), line));
      } else {
        warnings.add(new ParseWarning(line, "a table row of '" + cells.get(0) + "'"));
      }
    }
    return figures;
  }

  private List<SummaryFigures> columns(List<String> header, List<TableRow> body) {
    Map<String, TableRow> rows = new HashMap<>();
    for (TableRow row : body) {
      String label = cells(row).get(0);
      if (COLUMN_LAYOUT_ROWS.contains(label)) {
        rows.put(label, row);
      } else {
        notes.add(new Note(String.join(" ", cells(row)).strip(), source.line(row)));
      }
    }
    TableRow counts = rows.get("count");
    List<SummaryFigures> figures = new ArrayList<>();
    for (int column = 1; counts != null && column < header.size(); column++) {
      int line = source.line(counts);
      figures.add(
          new SummaryFigures(
              kind(header.get(column)).orElseThrow(),
              count(cells(counts).get(column), line),
              percent(cell(rows, "mean", column), line),
              Optional.empty(),
              percent(cell(rows, "max", column), line),
              line));
    }
    return figures;
  }

  private static String cell(Map<String, TableRow> rows, String label, int column) {
    TableRow row = rows.get(label);
    return row == null ? NO_FIGURE : cells(row).get(column);
  }

  private int count(String cell, int line) {
    if (COUNT.matcher(cell).matches()) {
      return Integer.parseInt(cell);
    }
    warnings.add(new ParseWarning(line, "a count of '" + cell + "' in a table"));
    return 0;
  }

  private Optional<BigDecimal> percent(String cell, int line) {
    return figure(PERCENTAGE, cell, line).map(percent -> new BigDecimal(percent.group(1)));
  }

  private Optional<SummaryFigures.Range> range(String cell, int line) {
    return figure(RANGE, cell, line)
        .map(
            range ->
                new SummaryFigures.Range(
                    new BigDecimal(range.group(1)), new BigDecimal(range.group(2))));
  }

  private Optional<MatchResult> figure(Pattern pattern, String cell, int line) {
    Matcher figure = pattern.matcher(cell);
    if (figure.matches()) {
      return Optional.of(figure);
    }
    if (!cell.equals(NO_FIGURE) && !cell.equals("N/A")) {
      warnings.add(new ParseWarning(line, "a figure of '" + cell + "' in a table"));
    }
    return Optional.empty();
  }

  /** The kind of change that a label names; the symbols between its words changed over time. */
  private static Optional<SummaryRow.RowKind> kind(String label) {
    return Arrays.stream(SummaryRow.RowKind.values())
        .filter(kind -> label.startsWith(kind.label() + " "))
        .filter(kind -> label.endsWith("(" + kind.category() + ")"))
        .findFirst();
  }

  private static List<String> cells(TableRow row) {
    return SyntaxTree.children(row).stream().map(SyntaxTree::words).toList();
  }
}
