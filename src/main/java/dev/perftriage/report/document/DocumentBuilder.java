package dev.perftriage.report.document;

import dev.perftriage.report.document.Block.Placement;
import dev.perftriage.report.document.DocumentWriter.Medium;
import dev.perftriage.report.prose.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Collects the blocks of a document. */
final class DocumentBuilder {

  private static final int SECTION = 4;

  private final List<Block> blocks = new ArrayList<>();

  void add(Block block) {
    blocks.add(block);
  }

  void onPage(Block block) {
    add(new Block.Only(Medium.PAGE, block));
  }

  void onTerminal(Block block) {
    add(new Block.Only(Medium.TERMINAL, block));
  }

  /** A paragraph right below what it is about. */
  void note(Phrase words) {
    add(new Block.Paragraph(Placement.NOTE, words));
  }

  /** A list of things; its rows have tones, not signs. */
  void list(List<Column> columns, List<Row> rows) {
    add(new Block.Table(columns, rows, false));
  }

  /** The heading of a section. */
  static Block section(Phrase words, String remark) {
    return new Block.Heading(SECTION, words, remark);
  }

  Document build() {
    return new Document(blocks);
  }
}
