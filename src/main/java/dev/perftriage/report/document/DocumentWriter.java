package dev.perftriage.report.document;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a document in one format, block by block. A writer is responsible for escaping and layout.
 */
public interface DocumentWriter {

  /**
   * Writes blocks for markup formats only. A terminal shows an empty line before the next block.
   */
  void onPage(Consumer<DocumentWriter> blocks);

  /** Writes blocks for a terminal only. */
  void onTerminal(Consumer<DocumentWriter> blocks);

  /**
   * Writes a heading.
   *
   * @param level from 1, the title, to 6
   * @param remark text that only a terminal appends; may be empty
   */
  void heading(int level, Phrase words, String remark);

  default void section(Phrase words, String remark) {
    heading(4, words, remark);
  }

  void fields(List<Field> fields);

  void paragraph(Phrase words);

  /** Writes a paragraph that a terminal does not wrap. */
  default void line(Phrase words) {
    paragraph(words);
  }

  /** Writes a paragraph that a terminal prints directly below the previous block. */
  default void note(Phrase words) {
    paragraph(words);
  }

  void table(Table table);

  /** Writes a table that is not a summary. */
  default void list(List<TableColumn> columns, List<TableRow> rows) {
    table(new Table(columns, rows, false));
  }

  /**
   * Writes a list of test cases, most important first. A writer may leave out the last ones, and
   * then says how many.
   */
  void cases(List<TableColumn> columns, List<TableRow> rows);

  /** Writes the site's summary table, with a note on the test cases that it excludes. */
  void summary(ComparisonSummary summary);

  /** Writes the benchmarks that newly fail, with their messages. */
  void errors(List<BenchmarkError> errors);

  /**
   * A labelled value.
   *
   * @param parts the parts of the value, most important first
   */
  record Field(String name, List<Phrase> parts) {}
}
