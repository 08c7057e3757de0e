package dev.perftriage.report.document;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.function.Consumer;

/** Writes a document in one format, block by block. A writer owns escaping and layout. */
public interface DocumentWriter {

  /** Writes what only a web page shows; on a terminal, the block after it stands alone. */
  void onPage(Consumer<DocumentWriter> blocks);

  /** Writes what only a terminal shows. */
  void onTerminal(Consumer<DocumentWriter> blocks);

  /**
   * Writes a heading.
   *
   * @param level from 1, the title, to 6
   * @param remark what only a terminal adds to it; empty for nothing
   */
  void heading(int level, Phrase words, String remark);

  default void section(Phrase words, String remark) {
    heading(4, words, remark);
  }

  void fields(List<Field> fields);

  void paragraph(Phrase words);

  /** Writes a paragraph that a terminal shows on one line, however long it is. */
  default void line(Phrase words) {
    paragraph(words);
  }

  /** Writes a paragraph that a terminal shows right below what it is about. */
  default void note(Phrase words) {
    paragraph(words);
  }

  void table(Table table);

  /** Writes a table whose rows have tones, not signs. */
  default void list(List<TableColumn> columns, List<TableRow> rows) {
    table(new Table(columns, rows, false));
  }

  /** Writes the summary table as the site has it, with a note on test cases not in it. */
  void summary(ComparisonSummary summary);

  /** Writes links to charts in files beside the document; a terminal shows none. */
  void figures(List<FigureFile> files);

  /** Writes benchmarks that fail, with their messages. */
  void errors(List<BenchmarkError> errors);

  /**
   * A name with its value.
   *
   * @param parts of the value, the most important one first
   */
  record Field(String name, List<Phrase> parts) {}
}
