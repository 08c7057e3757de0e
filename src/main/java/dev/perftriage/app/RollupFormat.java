package dev.perftriage.app;

import dev.perftriage.report.RollupReport;
import dev.perftriage.report.data.JsonRollup;
import dev.perftriage.report.document.RollupDocument;
import dev.perftriage.report.markdown.MarkdownWriter;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextWriter;

/** The formats of what a rollup's members explain. */
public enum RollupFormat {
  /** For a terminal. */
  TEXT,
  /** For a comment. */
  MARKDOWN,
  /** For programs. */
  JSON;

  /** Renders a report. */
  public String render(RollupReport report, TextStyle style) {
    return switch (this) {
      case TEXT -> TextWriter.write(RollupDocument.of(report), style);
      case MARKDOWN -> MarkdownWriter.write(RollupDocument.of(report));
      case JSON -> JsonRollup.render(report);
    };
  }
}
