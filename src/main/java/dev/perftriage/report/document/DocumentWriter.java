package dev.perftriage.report.document;

/** Writes the blocks of a document in one format. */
public interface DocumentWriter {

  /** Where the format is read. */
  Medium medium();

  /** Leaves out a block of another medium: the next one stands alone. */
  void omit();

  /** Writes a heading. */
  void heading(Block.Heading heading);

  /** Writes names with their values. */
  void facts(Block.Facts facts);

  /** Writes a paragraph. */
  void paragraph(Block.Paragraph paragraph);

  /** Writes a table. */
  void table(Block.Table table);

  /** Writes the summary table as the site has it, with its note. */
  void summary(Block.Summary summary);

  /** Writes links to charts. */
  void figures(Block.Figures figures);

  /** Writes error messages. */
  void errors(Block.Errors errors);

  /** Where a document is read. */
  enum Medium {
    /** Rendered from Markdown, on a web page. */
    PAGE,
    /** In a terminal. */
    TERMINAL
  }
}
