package dev.perftriage.report.text;

import dev.perftriage.model.BenchmarkError;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.document.Block;
import dev.perftriage.report.document.Block.Placement;
import dev.perftriage.report.document.Column;
import dev.perftriage.report.document.Document;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.Row;
import dev.perftriage.report.prose.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes documents for a terminal: text from outside can neither break a line nor control it. */
public final class TextWriter implements DocumentWriter {

  /** From this width on, SHAs are written in full. */
  private static final int FULL_SHAS = 100;

  /** From this width on, tables have all their columns. */
  private static final int ALL_COLUMNS = 110;

  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private final TextStyle style;
  private final Markup markup;
  private final StringBuilder out = new StringBuilder();

  /** Whether the last block introduces the next one, so that no empty line comes between. */
  private boolean introduces;

  private TextWriter(TextStyle style) {
    this.style = style;
    this.markup = style.width() < FULL_SHAS ? Markup.SHORT_LINE : Markup.LINE;
  }

  /** The document, every line ending with a newline. */
  public static String write(Document document, TextStyle style) {
    TextWriter writer = new TextWriter(style);
    document.write(writer);
    return writer.out.toString();
  }

  @Override
  public Medium medium() {
    return Medium.TERMINAL;
  }

  @Override
  public void omit() {
    introduces = false;
  }

  @Override
  public void heading(Block.Heading heading) {
    String words = heading.words().in(markup) + heading.remark();
    out.append('\n').append(style.bold(words)).append('\n');
    introduces = true;
  }

  @Override
  public void facts(Block.Facts facts) {
    int width = facts.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Block.Fact fact : facts.facts()) {
      out.append(style.bold(fact.name())).append(" ".repeat(width - fact.name().length()));
      fact.parts().forEach(part -> out.append(GAP).append(part.in(markup)));
      out.append('\n');
    }
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    String words = paragraph.words().in(markup);
    introduces = paragraph.placement() != Placement.NOTE;
    out.append(introduces ? "\n" : "");
    out.append(paragraph.placement() == Placement.LINE ? words + "\n" : style.wrapped(words));
  }

  @Override
  public void table(Block.Table table) {
    List<Integer> shown = shown(table.columns());
    TextTable text = new TextTable(shown.stream().map(table.columns()::get).toList());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column : shown) {
        String cell = row.cells().get(column);
        cells.add(table.columns().get(column).isText() ? PlainText.onOneLine(cell) : cell);
      }
      text.row(style.paint(table.isSummary() ? Row.Tone.PLAIN : row.tone()), cells);
    }
    append(text.render(style));
  }

  /** The indices of the columns that this width has room for, the dispensable ones last. */
  private List<Integer> shown(List<Column> columns) {
    return IntStream.range(0, columns.size())
        .filter(at -> style.width() >= ALL_COLUMNS || !columns.get(at).isWideOnly())
        .boxed()
        .sorted(Comparator.comparing(at -> columns.get(at).isWideOnly()))
        .toList();
  }

  private void append(String table) {
    out.append(introduces ? "" : "\n").append(table);
    introduces = false;
  }

  @Override
  public void summary(Block.Summary summary) {
    append(TextSummary.render(summary.summary(), style));
  }

  /** Nothing: a terminal shows no pictures. */
  @Override
  public void figures(Block.Figures figures) {}

  @Override
  public void errors(Block.Errors errors) {
    for (BenchmarkError error : errors.errors()) {
      out.append(PlainText.onOneLine(error.benchmark())).append(":\n");
      out.append(
          error
              .message()
              .lines()
              .map(line -> INDENT + PlainText.onOneLine(line) + "\n")
              .collect(Collectors.joining()));
    }
    introduces = false;
  }
}
