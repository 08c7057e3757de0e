package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.model.BenchmarkError;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.document.Block;
import dev.perftriage.report.document.Column;
import dev.perftriage.report.document.Document;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes documents as Markdown, fit for a comment on a pull request. */
public final class MarkdownWriter implements DocumentWriter {

  private static final String GAP = "\n\n";

  private final StringBuilder out = new StringBuilder();

  private MarkdownWriter() {}

  /** The document, with an empty line after each block. */
  public static String write(Document document) {
    MarkdownWriter writer = new MarkdownWriter();
    document.write(writer);
    return writer.out.toString();
  }

  @Override
  public Medium medium() {
    return Medium.PAGE;
  }

  /** Nothing: every block stands alone. */
  @Override
  public void omit() {}

  @Override
  public void heading(Block.Heading heading) {
    out.append("#".repeat(heading.level())).append(' ');
    out.append(heading.words().in(MARKDOWN)).append(GAP);
  }

  @Override
  public void facts(Block.Facts facts) {
    for (Block.Fact fact : facts.facts()) {
      out.append("- ").append(fact.name()).append(": ");
      out.append(
          fact.parts().stream().map(part -> part.in(MARKDOWN)).collect(Collectors.joining(", ")));
      out.append('\n');
    }
    out.append('\n');
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    out.append(paragraph.words().in(MARKDOWN)).append(GAP);
  }

  @Override
  public void table(Block.Table table) {
    List<String> header = table.columns().stream().map(MarkdownWriter::header).toList();
    MarkdownTable markdown =
        table.isSummary() ? MarkdownTable.centred(header) : MarkdownTable.plain(header);
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < header.size(); column++) {
        String cell = row.cells().get(column);
        boolean isText = table.columns().get(column).isText() && !cell.isEmpty();
        cells.add(isText ? MARKDOWN.cell(cell) : cell);
      }
      cells.set(0, label(cells.get(0), row.tone(), table.isSummary()));
      markdown.row(cells);
    }
    out.append(markdown.render()).append('\n');
  }

  private static String header(Column column) {
    return column.name().isEmpty() ? "" : MARKDOWN.cell(column.name());
  }

  private static String label(String label, Row.Tone tone, boolean inSummary) {
    return switch (tone) {
      case REGRESSION -> inSummary ? label + " ❌" : label;
      case IMPROVEMENT -> inSummary ? label + " ✅" : label;
      case TOTAL -> inSummary ? label + " ❌✅" : "**" + label + "**";
      case PLAIN -> label;
    };
  }

  @Override
  public void summary(Block.Summary summary) {
    out.append(SummaryTable.withNote(summary.summary())).append('\n');
  }

  @Override
  public void figures(Block.Figures figures) {
    out.append(charts(figures.files()));
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
    return "!" + MARKDOWN.link(TitleMarkdown.inLink(file.description()), address(file.path()));
  }

  /** A path as an address: everything that Markdown or an address reads otherwise is encoded. */
  private static String address(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  @Override
  public void errors(Block.Errors errors) {
    for (BenchmarkError error : errors.errors()) {
      out.append("- ").append(MARKDOWN.code(error.benchmark())).append(": ");
      out.append(MARKDOWN.code(error.message())).append('\n');
    }
    out.append('\n');
  }
}
