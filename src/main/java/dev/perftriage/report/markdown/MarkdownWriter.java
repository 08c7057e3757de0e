package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.Table;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup.Phrase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes documents as Markdown, for comments on pull requests. */
public final class MarkdownWriter implements DocumentWriter {

  private static final String GAP = "\n\n";

  private final StringBuilder out = new StringBuilder();

  private MarkdownWriter() {}

  /** The document, with an empty line after each block. */
  public static String write(Consumer<DocumentWriter> document) {
    MarkdownWriter writer = new MarkdownWriter();
    document.accept(writer);
    return writer.out.toString();
  }

  @Override
  public void onPage(Consumer<DocumentWriter> blocks) {
    blocks.accept(this);
  }

  @Override
  public void onTerminal(Consumer<DocumentWriter> blocks) {}

  @Override
  public void heading(int level, Phrase words, String remark) {
    out.append("#".repeat(level)).append(' ').append(words.in(MARKDOWN)).append(GAP);
  }

  @Override
  public void fields(List<Field> fields) {
    for (Field field : fields) {
      out.append("- ").append(field.name()).append(": ");
      out.append(
          field.parts().stream().map(part -> part.in(MARKDOWN)).collect(Collectors.joining(", ")));
      out.append('\n');
    }
    out.append('\n');
  }

  @Override
  public void paragraph(Phrase words) {
    out.append(words.in(MARKDOWN)).append(GAP);
  }

  @Override
  public void table(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(column -> cell(column.name(), true)).toList());
    for (TableRow row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columns().size(); column++) {
        cells.add(cell(row.cells().get(column), table.columns().get(column).isText()));
      }
      if (table.isSummary()) {
        cells.set(0, signed(cells.get(0), row.tone()));
      } else if (row.tone() == Tone.TOTAL) {
        cells.set(0, "**" + cells.get(0) + "**");
      }
      lines.add(cells);
    }
    out.append(MarkdownTable.render(lines, table.isSummary())).append('\n');
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
    out.append(SummaryTable.withNote(summary)).append('\n');
  }

  @Override
  public void figures(List<FigureFile> files) {
    out.append(charts(files));
  }

  /** The section of charts, with relative links and descriptions; empty without charts. */
  static String charts(List<FigureFile> files) {
    return files.isEmpty()
        ? ""
        : files.stream()
            .map(MarkdownWriter::picture)
            .collect(Collectors.joining(GAP, "#### Charts" + GAP, GAP));
  }

  private static String picture(FigureFile file) {
    return "!" + MARKDOWN.link(TitleMarkdown.inImage(file.description()), address(file.path()));
  }

  /** A path as a URL: characters with a meaning in Markdown or URLs are encoded. */
  private static String address(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  @Override
  public void errors(List<BenchmarkError> errors) {
    for (BenchmarkError error : errors) {
      out.append("- ").append(MARKDOWN.code(error.benchmark())).append(": ");
      out.append(MARKDOWN.code(error.message())).append('\n');
    }
    out.append('\n');
  }
}
