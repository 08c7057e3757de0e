package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.data.JsonReport;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is written of a report.
 *
 * @param report the report in its format
 * @param page the page beside it; empty where none is asked for
 */
public record ReportDocuments(String report, Optional<String> page) {

  /**
   * Writes a report as documents, and its charts as files.
   *
   * @param charts draws, and has the report's charts
   * @throws DataException where Java cannot draw, or a chart could not be written
   */
  public static ReportDocuments of(
      ReportRun.FinishedReport finished, Parts parts, ChartJob charts) {
    parts.charts.ifPresent(charts::beginToWrite);
    try {
      return new ReportDocuments(
          switch (parts.format) {
            case MARKDOWN -> markdown(finished, parts, charts);
            case JSON ->
                new JsonReport(finished.report(), finished.annotations().orElseThrow()).render();
            case HTML -> page(finished, parts, charts);
          },
          parts.withPage ? Optional.of(page(finished, parts, charts)) : Optional.empty());
    } finally {
      charts.finishWriting();
    }
  }

  private static String markdown(ReportRun.FinishedReport finished, Parts parts, ChartJob charts) {
    List<FigureFile> links =
        parts.charts.map(files -> charts.links(files, parts.folder)).orElse(List.of());
    return new MarkdownReport(
            finished.report(), finished.annotations().filter(some -> parts.annotated))
        .render(links);
  }

  private static String page(ReportRun.FinishedReport finished, Parts parts, ChartJob charts) {
    return HtmlPage.render(
        Pages.ofReport(
            finished.report(),
            finished.annotations(),
            charts.figures(),
            parts.withAll ? finished.range().whole() : Optional.empty()));
  }

  /**
   * Which parts of a report are written.
   *
   * @param annotated whether Markdown has the annotations; the other formats always do
   * @param withPage whether a page is made besides
   * @param withAll whether a page lists all comparable test cases
   * @param charts where charts are written; empty where none are
   * @param folder the report's, which links in it are relative to
   */
  public record Parts(
      ReportFormat format,
      boolean annotated,
      boolean withPage,
      boolean withAll,
      Optional<ChartFiles> charts,
      Path folder) {}

  /** What a report can be. */
  public enum ReportFormat {
    /** To be edited and published. */
    MARKDOWN(".md"),
    /** To be looked at. */
    HTML(".html"),
    /** For programs. */
    JSON(".json");

    private final String extension;

    ReportFormat(String extension) {
      this.extension = extension;
    }

    /** What the names of its files end in. */
    public String extension() {
      return extension;
    }
  }
}
