package dev.perftriage.log;

import dev.perftriage.model.Metric;
import dev.perftriage.report.SummaryRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Reads the tables of all years from the syntax tree. */
final class TableReader {

  private static final int COLUMN_LAYOUT_WIDTH = 6;
  private static final String PERCENT = "(-?\\d+(?:\\.\\d+)?)%";
  private static final Pattern PERCENTAGE = Pattern.compile(PERCENT);
  private static final Pattern RANGE = Pattern.compile("\\[" + PERCENT + ", " + PERCENT + "\\]");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern METRIC = Pattern.compile("\\((\\S+)\\)");

  private final LogText source;
  private final List<ParseWarning> warnings = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  TableReader(LogText source) {
    this.source = source;
  }

  /** What could not be read so far. */
  List<ParseWarning> warnings() {
    return warnings;
  }

  /** Sentences that follow a table so closely that Markdown makes rows of them. */
  List<Note> takeNotes() {
    List<Note> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  /** The table of a node; empty where it is a table of something else. */
  Optional<LogTable> read(TableBlock block) {
    List<TableRow> rows = SyntaxTree.all(block, TableRow.class);
    List<String> header = cells(rows.get(0));
    Optional<LogTable.Layout> layout = layout(header);
    if (layout.isEmpty()) {
      return Optional.empty();
    }
    List<TableRow> body = rows.subList(1, rows.size());
    List<SummaryFigures> figures =
        layout.get() == LogTable.Layout.COLUMNS ? columns(header, body) : rows(layout.get(), body);
    Matcher metric = METRIC.matcher(header.get(0));
    int start = SyntaxTree.start(block);
    return Optional.of(
        new LogTable(
            layout.get(),
            metric.matches() ? Optional.of(new Metric(metric.group(1))) : Optional.empty(),
            figures,
            source.lineStart(start),
            source.lineEnd(SyntaxTree.end(block)),
            source.line(start)));
  }

  private static Optional<LogTable.Layout> layout(List<String> header) {
    List<String> figures = header.stream().skip(1).toList();
    if (figures.equals(List.of("mean", "range", "count"))) {
      return Optional.of(LogTable.Layout.ROWS_WITH_RANGE);
    }
    if (figures.equals(List.of("mean", "max", "count"))) {
      return Optional.of(LogTable.Layout.ROWS_WITH_MAX);
    }
    boolean columns =
        header.size() == COLUMN_LAYOUT_WIDTH
            && figures.stream().allMatch(label -> kind(label).isPresent());
    return columns ? Optional.of(LogTable.Layout.COLUMNS) : Optional.empty();
  }

  private List<SummaryFigures> rows(LogTable.Layout layout, List<TableRow> body) {
    List<SummaryFigures> figures = new ArrayList<>();
    for (TableRow row : body) {
      List<String> cells = cells(row);
      int line = source.line(SyntaxTree.start(row));
      Optional<SummaryRow.Kind> kind = kind(cells.get(0));
      if (kind.isEmpty()) {
        if (cells.stream().skip(1).allMatch(String::isEmpty)) {
          notes.add(new Note(cells.get(0), line));
        } else {
          warnings.add(new ParseWarning(line, "a table row of '" + cells.get(0) + "'"));
        }
        continue;
      }
      boolean hasRange = layout == LogTable.Layout.ROWS_WITH_RANGE;
      figures.add(
          new SummaryFigures(
              kind.get(),
              count(cells.get(3), line),
              percent(cells.get(1), line),
              hasRange ? range(cells.get(2), line) : Optional.empty(),
              hasRange ? Optional.empty() : percent(cells.get(2), line),
              line));
    }
    return figures;
  }

  private List<SummaryFigures> columns(List<String> header, List<TableRow> body) {
    List<String> counts = List.of();
    List<String> means = List.of();
    List<String> maxima = List.of();
    int line = 0;
    for (TableRow row : body) {
      List<String> cells = cells(row);
      int rowLine = source.line(SyntaxTree.start(row));
      switch (cells.get(0)) {
        case "count" -> {
          counts = cells;
          line = rowLine;
        }
        case "mean" -> means = cells;
        case "max" -> maxima = cells;
        default -> notes.add(new Note(String.join(" ", cells).strip(), rowLine));
      }
    }
    List<SummaryFigures> figures = new ArrayList<>();
    for (int column = 1; column < counts.size(); column++) {
      figures.add(
          new SummaryFigures(
              kind(header.get(column)).orElseThrow(),
              count(counts.get(column), line),
              means.isEmpty() ? Optional.empty() : percent(means.get(column), line),
              Optional.empty(),
              maxima.isEmpty() ? Optional.empty() : percent(maxima.get(column), line),
              line));
    }
    return figures;
  }

  private int count(String cell, int line) {
    if (COUNT.matcher(cell).matches()) {
      return Integer.parseInt(cell);
    }
    warnings.add(new ParseWarning(line, "a count of '" + cell + "' in a table"));
    return 0;
  }

  private Optional<BigDecimal> percent(String cell, int line) {
    Matcher percent = PERCENTAGE.matcher(cell);
    if (percent.matches()) {
      return Optional.of(new BigDecimal(percent.group(1)));
    }
    warnUnlessNone(cell, line);
    return Optional.empty();
  }

  private Optional<SummaryFigures.Range> range(String cell, int line) {
    Matcher range = RANGE.matcher(cell);
    if (range.matches()) {
      return Optional.of(
          new SummaryFigures.Range(new BigDecimal(range.group(1)), new BigDecimal(range.group(2))));
    }
    warnUnlessNone(cell, line);
    return Optional.empty();
  }

  private void warnUnlessNone(String cell, int line) {
    if (!cell.equals("-") && !cell.equals("N/A")) {
      warnings.add(new ParseWarning(line, "a figure of '" + cell + "' in a table"));
    }
  }

  /** The kind of change that a label is about; the signs beside its words changed over time. */
  private static Optional<SummaryRow.Kind> kind(String label) {
    boolean primary = label.endsWith("(primary)");
    if (!primary && !label.endsWith("(secondary)")) {
      return Optional.empty();
    }
    if (label.startsWith("Regressions ")) {
      return Optional.of(
          primary ? SummaryRow.Kind.PRIMARY_REGRESSIONS : SummaryRow.Kind.SECONDARY_REGRESSIONS);
    }
    if (label.startsWith("Improvements ")) {
      return Optional.of(
          primary ? SummaryRow.Kind.PRIMARY_IMPROVEMENTS : SummaryRow.Kind.SECONDARY_IMPROVEMENTS);
    }
    return primary && label.startsWith("All ")
        ? Optional.of(SummaryRow.Kind.PRIMARY_ALL)
        : Optional.empty();
  }

  private static List<String> cells(Node row) {
    return SyntaxTree.children(row).stream().map(SyntaxTree::words).toList();
  }
}
