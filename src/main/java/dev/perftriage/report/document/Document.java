package dev.perftriage.report.document;

import java.util.List;

/** What a report says, piece by piece. */
public record Document(List<Block> blocks) {

  /** Copies the blocks. */
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** Passes the blocks to a writer, in their order. */
  public void write(DocumentWriter writer) {
    blocks.forEach(block -> block.write(writer));
  }
}
