package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.report.ListLimit;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TextWidth;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.Table;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableColumn.Role;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.SelectionSentences;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes documents for a terminal, which untrusted text cannot control. */
public final class TextWriter implements DocumentWriter {

  /** From this width on, SHAs are written in full. */
  private static final int FULL_SHAS = 100;

  /** From this width on, tables have all their columns. */
  private static final int ALL_COLUMNS = 110;

  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private final TextStyle style;
  private final ListLimit limit;
  private final Markup markup;
  private final StringBuilder out = new StringBuilder();

  /** Whether the last block introduces the next one, so that no empty line comes between. */
  private boolean introduces;

  private TextWriter(TextStyle style, ListLimit limit) {
    this.style = style;
    this.limit = limit;
    this.markup = style.width() < FULL_SHAS ? Markup.SHORT_LINE : Markup.LINE;
  }

  /** The whole document; every line ends with a newline. */
  public static String write(Consumer<DocumentWriter> document, TextStyle style) {
    return write(document, style, ListLimit.ALL);
  }

  /** The document with limited lists of test cases; every line ends with a newline. */
  public static String write(Consumer<DocumentWriter> document, TextStyle style, ListLimit limit) {
    TextWriter writer = new TextWriter(style, limit);
    document.accept(writer);
    return writer.out.toString();
  }

  /**
   * The table of a summary, on a terminal with the marks of a page, and the note on what its
   * figures leave out; every line ends with a newline.
   */
  public static String summary(ComparisonSummary summary, TextStyle style) {
    TextTable table =
        new TextTable(
            List.of(
                TableColumn.label(PlainText.onOneLine(summary.metric().name())),
                TableColumn.label(""),
                TableColumn.number("mean"),
                TableColumn.number("range"),
                TableColumn.number("count")));
    for (SummaryRow row : SummaryRow.of(summary)) {
      table.row(
          row.count().equals("0") ? style::faint : style.paint(Tone.of(row.kind())),
          List.of(
              style.width() == TextStyle.UNLIMITED
                  ? row.kind().label()
                  : row.kind().mark() + " " + row.kind().label(),
              row.kind().category(),
              row.mean(),
              row.range(),
              row.count()));
    }
    return table.render(style)
        + SelectionSentences.leftOut(summary)
            .map(note -> style.wrapped(note.in(Markup.LINE)))
            .orElse("");
  }

  @Override
  public void onPage(Consumer<DocumentWriter> blocks) {
    introduces = false;
  }

  @Override
  public void onTerminal(Consumer<DocumentWriter> blocks) {
    blocks.accept(this);
  }

  @Override
  public void heading(int level, Phrase words, String remark) {
    out.append('\n').append(style.bold(words.in(markup) + remark)).append('\n');
    introduces = true;
  }

  @Override
  public void fields(List<Field> fields) {
    int width = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    for (Field field : fields) {
      out.append(style.bold(field.name()));
      String value =
          field.parts().stream().map(part -> part.in(markup)).collect(Collectors.joining(GAP));
      // An address or a command that does not fit begins a line, so that it can be copied whole.
      out.append(
          field.parts().size() == 1 && width + GAP.length() + TextWidth.of(value) > style.width()
              ? "\n"
              : " ".repeat(width - field.name().length()) + GAP);
      out.append(value).append('\n');
    }
  }

  @Override
  public void paragraph(Phrase words) {
    out.append('\n').append(style.wrapped(words.in(markup)));
    introduces = true;
  }

  @Override
  public void line(Phrase words) {
    out.append('\n').append(words.in(markup)).append('\n');
    introduces = true;
  }

  @Override
  public void note(Phrase words) {
    out.append(style.wrapped(words.in(markup)));
    introduces = false;
  }

  @Override
  public void table(Table table) {
    List<TableColumn> columns = table.columns();
    // The columns that fit this width, with wide-only ones last.
    List<Integer> shown =
        IntStream.range(0, columns.size())
            .boxed()
            .filter(at -> style.width() >= ALL_COLUMNS || columns.get(at).role() != Role.WIDE_ONLY)
            .sorted(Comparator.comparing(at -> columns.get(at).role() == Role.WIDE_ONLY))
            .toList();
    TextTable text = new TextTable(shown.stream().map(columns::get).toList());
    for (TableRow row : table.rows()) {
      text.row(
          style.paint(table.isSummary() ? Tone.PLAIN : row.tone()),
          shown.stream().map(at -> cell(row.cells().get(at), columns.get(at))).toList());
    }
    append(text.render(style));
  }

  private static String cell(String cell, TableColumn column) {
    return column.isText() ? PlainText.onOneLine(cell) : cell;
  }

  private void append(String table) {
    out.append(introduces ? "" : "\n").append(table);
    introduces = false;
  }

  @Override
  public void summary(ComparisonSummary summary) {
    append(summary(summary, style));
  }

  @Override
  public void cases(List<TableColumn> columns, List<TableRow> rows) {
    List<TableRow> ranked = rows.stream().filter(row -> row.tone() != Tone.TOTAL).toList();
    Stream<TableRow> totals = rows.stream().filter(row -> row.tone() == Tone.TOTAL);
    list(columns, Stream.concat(ranked.stream().limit(limit.most()), totals).toList());
    if (ranked.size() > limit.most()) {
      out.append(
          style.wrapped("and %s more%s".formatted(ranked.size() - limit.most(), limit.remedy())));
    }
  }

  @Override
  public void errors(List<BenchmarkError> errors) {
    for (BenchmarkError error : errors) {
      out.append(PlainText.onOneLine(error.benchmark())).append(":\n");
      error
          .message()
          .lines()
          .forEach(line -> out.append(INDENT).append(PlainText.onOneLine(line)).append('\n'));
    }
    introduces = false;
  }
}
