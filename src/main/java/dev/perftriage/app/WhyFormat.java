package dev.perftriage.app;

import dev.perftriage.report.WhyReport;
import dev.perftriage.report.data.JsonWhy;
import dev.perftriage.report.document.WhyDocument;
import dev.perftriage.report.markdown.MarkdownWriter;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextWriter;

/** The formats of what self-profiles say. */
public enum WhyFormat {
  /** For a terminal. */
  TEXT,
  /** For a comment. */
  MARKDOWN,
  /** For programs. */
  JSON;

  /** Renders a report. */
  public String render(WhyReport report, TextStyle style) {
    return switch (this) {
      case TEXT -> TextWriter.write(WhyDocument.of(report), style);
      case MARKDOWN -> MarkdownWriter.write(WhyDocument.of(report));
      case JSON -> JsonWhy.render(report);
    };
  }
}
