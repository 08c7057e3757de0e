package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.Table;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes documents as Markdown, for comments on pull requests. */
public final class MarkdownWriter implements DocumentWriter {

  private static final String GAP = "\n\n";

  /** The longest message of an error, in characters. */
  private static final int LONGEST_MESSAGE = 1_000;

  private final List<MarkdownBlock> blocks = new ArrayList<>();
  private final int visible;

  private MarkdownWriter(int visible) {
    this.visible = visible;
  }

  /** The whole document, with an empty line after each block. */
  public static String write(Consumer<DocumentWriter> document) {
    return write(document, MarkdownBudget.NONE);
  }

  /** The document within a budget: what does not fit is counted. */
  public static String write(Consumer<DocumentWriter> document, MarkdownBudget budget) {
    MarkdownWriter writer = new MarkdownWriter(budget.listed().most());
    document.accept(writer);
    return budget.fit(writer.blocks);
  }

  @Override
  public void onPage(Consumer<DocumentWriter> content) {
    content.accept(this);
  }

  @Override
  public void onTerminal(Consumer<DocumentWriter> content) {}

  @Override
  public void heading(int level, Phrase words, String remark) {
    add("#".repeat(level) + " " + words.in(MARKDOWN) + GAP);
  }

  @Override
  public void fields(List<Field> fields) {
    add(items(fields, MarkdownWriter::field) + "\n");
  }

  private static String field(Field field) {
    return field.parts().stream()
        .map(part -> part.in(MARKDOWN))
        .collect(Collectors.joining(", ", "- " + field.name() + ": ", "\n"));
  }

  @Override
  public void paragraph(Phrase words) {
    add(words.in(MARKDOWN) + GAP);
  }

  @Override
  public void table(Table table) {
    if (table.isSummary()) {
      add(render(table) + "\n");
    } else {
      blocks.add(most -> first(table, most) + more(table.rows(), most));
    }
  }

  /** The first rows; no table if none of them may be shown. */
  private static String first(Table table, int most) {
    int shown = Math.min(most, table.rows().size());
    return shown == 0 && !table.rows().isEmpty() ? "" : render(part(table, 0, shown)) + "\n";
  }

  private static Table part(Table table, int from, int to) {
    return new Table(table.columns(), table.rows().subList(from, to), table.isSummary());
  }

  @Override
  public void cases(List<TableColumn> columns, List<TableRow> rows) {
    Table ranked = new Table(columns, rows.stream().filter(row -> !isTotal(row)).toList(), false);
    List<TableRow> totals = rows.stream().filter(MarkdownWriter::isTotal).toList();
    blocks.add(most -> cases(ranked, totals, most));
  }

  private static boolean isTotal(TableRow row) {
    return row.tone() == Tone.TOTAL;
  }

  /** The first rows visible, with the totals; more of them folded, and the others counted. */
  private String cases(Table ranked, List<TableRow> totals, int most) {
    int listed = Math.min(most, ranked.rows().size());
    int shown = Math.min(listed, visible);
    List<TableRow> rows = new ArrayList<>(ranked.rows().subList(0, shown));
    rows.addAll(totals);
    String folded =
        shown == listed
            ? ""
            : "<details>\n<summary>%s more</summary>\n\n%s\n</details>\n\n"
                .formatted(listed - shown, render(part(ranked, shown, listed)));
    return (rows.isEmpty() ? "" : render(new Table(ranked.columns(), rows, false)) + "\n")
        + folded
        + more(ranked.rows(), most);
  }

  private static String more(List<?> all, int most) {
    return all.size() <= most ? "" : "and %s more\n\n".formatted(all.size() - most);
  }

  private static String render(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(column -> cell(column.name(), true)).toList());
    for (TableRow row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columns().size(); column++) {
        cells.add(cell(row.cells().get(column), table.columns().get(column).isText()));
      }
      if (table.isSummary()) {
        cells.set(0, signed(cells.get(0), row.tone()));
      } else if (isTotal(row)) {
        cells.set(0, "**" + cells.get(0) + "**");
      }
      lines.add(cells);
    }
    return MarkdownTable.render(lines, table.isSummary());
  }

  private static String cell(String text, boolean isText) {
    return isText && !text.isEmpty() ? MARKDOWN.cell(text) : text;
  }

  /** The label of a row of a summary, with the symbol of its tone. */
  static String signed(String label, Tone tone) {
    return switch (tone) {
      case REGRESSION -> label + " ❌";
      case IMPROVEMENT -> label + " ✅";
      case TOTAL -> label + " ❌✅";
      case PLAIN -> label;
    };
  }

  @Override
  public void summary(ComparisonSummary summary) {
    add(SummaryTable.withNote(summary) + "\n");
  }

  @Override
  public void errors(List<BenchmarkError> errors) {
    blocks.add(
        most -> {
          List<BenchmarkError> shown = errors.subList(0, Math.min(most, errors.size()));
          String end = shown.isEmpty() ? "" : "\n";
          return items(shown, MarkdownWriter::error) + end + more(errors, most);
        });
  }

  private static String error(BenchmarkError error) {
    String message = error.message();
    String shown =
        message.length() > LONGEST_MESSAGE
            ? message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE / 2)) + "…"
            : message;
    return "- " + MARKDOWN.code(error.benchmark()) + ": " + MARKDOWN.code(shown) + "\n";
  }

  private static <T> String items(List<T> all, Function<T, String> item) {
    return all.stream().map(item).collect(Collectors.joining());
  }

  private void add(String block) {
    blocks.add(most -> block);
  }
}
