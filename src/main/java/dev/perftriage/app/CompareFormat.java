package dev.perftriage.app;

import dev.perftriage.report.BackendReport;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.data.BackendData;
import dev.perftriage.report.data.CaseData;
import dev.perftriage.report.data.JsonComparison;
import dev.perftriage.report.document.BackendDocument;
import dev.perftriage.report.document.ComparisonDocument;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownWriter;
import dev.perftriage.report.text.TextWriter;
import java.util.List;
import java.util.function.Supplier;

/** The formats of a comparison. */
public enum CompareFormat {
  /** For a terminal. */
  TEXT,
  /** For a comment. */
  MARKDOWN,
  /** For programs. */
  JSON,
  /** For spreadsheets: one test case per line. */
  CSV,
  /** For programs that read line by line: one test case per line. */
  JSONL,
  /** For reading in a browser. */
  HTML;

  /**
   * Renders a comparison.
   *
   * @param figures supplies the charts of a page, once they are drawn
   * @param histories the histories on a page
   */
  public String render(
      ComparisonReport report,
      Supplier<List<Figure>> figures,
      CaseHistories histories,
      ComparisonLayout layout) {
    return switch (this) {
      case TEXT ->
          TextWriter.write(
              layout.summaryLast()
                  ? ComparisonDocument.withSummaryLast(report)
                  : ComparisonDocument.of(report),
              layout.style(),
              layout.limit());
      case MARKDOWN -> MarkdownWriter.write(ComparisonDocument.of(report), layout.budget());
      case JSON -> JsonComparison.render(report);
      case CSV -> CaseData.csv(report);
      case JSONL -> CaseData.jsonLines(report);
      case HTML -> HtmlPage.render(Pages.ofComparison(report, figures.get(), histories));
    };
  }

  /** Renders a comparison of two backends, which has no page. */
  public String render(BackendReport report, ComparisonLayout layout) {
    return switch (this) {
      case TEXT -> TextWriter.write(BackendDocument.of(report), layout.style(), layout.limit());
      case MARKDOWN -> MarkdownWriter.write(BackendDocument.of(report), layout.budget());
      case JSON -> BackendData.json(report);
      case CSV -> BackendData.csv(report);
      case JSONL -> BackendData.jsonLines(report);
      case HTML -> throw new IllegalStateException("backends have no web page");
    };
  }
}
