package dev.perftriage.report.markdown;

/** A block of a document: Markdown that ends with an empty line, or nothing. */
interface MarkdownBlock {

  /** Renders the block with at most {@code most} rows or items. */
  String render(int most);
}
