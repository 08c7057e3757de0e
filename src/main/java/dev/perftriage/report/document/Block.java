package dev.perftriage.report.document;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.prose.Phrase;
import java.util.List;

/** A piece of a document. */
public sealed interface Block {

  /** Has a writer write it. */
  void write(DocumentWriter writer);

  /**
   * A heading.
   *
   * @param level from 1, the title, to 6
   * @param remark what only a terminal adds to it; empty for nothing
   */
  record Heading(int level, Phrase words, String remark) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.heading(this);
    }
  }

  /** Names with their values. */
  record Facts(List<Fact> facts) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.facts(this);
    }
  }

  /**
   * A name with its value.
   *
   * @param parts of the value, the most important one first
   */
  record Fact(String name, List<Phrase> parts) {}

  /** Words. */
  record Paragraph(Placement placement, Phrase words) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.paragraph(this);
    }
  }

  /** How a terminal sets a paragraph off; on a page, all stand alone. */
  enum Placement {
    /** Below an empty line. */
    ALONE,
    /** Below an empty line, on one line however long it is. */
    LINE,
    /** Right below what it is about. */
    NOTE
  }

  /**
   * A table.
   *
   * @param isSummary whether it sums up others: then a page marks the rows with signs
   */
  record Table(List<Column> columns, List<Row> rows, boolean isSummary) implements Block {

    /** Copies the lists; {@link IllegalArgumentException} if a row has another width. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              row.cells().size() + " cells in a table of " + columns.size() + " columns");
        }
      }
    }

    @Override
    public void write(DocumentWriter writer) {
      writer.table(this);
    }
  }

  /** The summary table as the site has it, with a note on the test cases that are not in it. */
  record Summary(ComparisonSummary summary) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.summary(this);
    }
  }

  /** Charts in files beside the document; a terminal shows none. */
  record Figures(List<FigureFile> files) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.figures(this);
    }
  }

  /** Benchmarks that fail, with their messages. */
  record Errors(List<BenchmarkError> errors) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      writer.errors(this);
    }
  }

  /** A block that one medium does without. */
  record Only(DocumentWriter.Medium medium, Block block) implements Block {
    @Override
    public void write(DocumentWriter writer) {
      if (writer.medium() == medium) {
        block.write(writer);
      } else {
        writer.omit();
      }
    }
  }
}
