package dev.perftriage.app;

import dev.perftriage.app.ExplainRun.Explained;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.report.data.JsonExplain;
import dev.perftriage.report.document.ExplainDocument;
import dev.perftriage.report.markdown.MarkdownWriter;
import dev.perftriage.report.text.TextExplanation;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextWriter;

/** The formats of the verdicts on one revision. */
public enum ExplainFormat {
  /** For a terminal, with the evidence. */
  TEXT,
  /** For a comment on the pull request. */
  MARKDOWN,
  /** For programs. */
  JSON;

  /** The most characters of a comment on GitHub. */
  static final int LONGEST_COMMENT = 65_536;

  private static final int MOST_ON_TERMINAL = 8;

  /** Renders the verdicts. */
  public String render(Explained explained, TextStyle style) {
    ExplainReport report = explained.report();
    return switch (this) {
      case TEXT ->
          explained
              .annotations()
              .map(some -> TextExplanation.render(some, report.step(), report.caveats(), style))
              .orElseGet(
                  () -> TextWriter.write(ExplainDocument.of(report, MOST_ON_TERMINAL), style));
      case MARKDOWN -> comment(report);
      case JSON -> JsonExplain.render(report);
    };
  }

  /** The comment with as many changes as fit. */
  private static String comment(ExplainReport report) {
    int fitting = 0;
    int tooMany = report.cases().size() + 1;
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) / 2;
      if (comment(report, middle).length() <= LONGEST_COMMENT) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return comment(report, fitting);
  }

  private static String comment(ExplainReport report, int shown) {
    return MarkdownWriter.write(ExplainDocument.of(report, shown));
  }
}
