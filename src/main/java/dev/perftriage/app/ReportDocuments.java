package dev.perftriage.app;

import dev.perftriage.app.ChartFiles.ChartFormat;
import dev.perftriage.model.DataException;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.data.JsonReport;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownReport;
import dev.perftriage.report.markdown.NoteStyle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a report.
 *
 * @param report the report in the requested format
 * @param page the page written with it; empty if not requested
 * @param card the range in one picture; empty if not requested or nothing could be compared
 */
public record ReportDocuments(String report, Optional<String> page, Optional<byte[]> card) {

  /**
   * Writes a report as documents, and its charts as files.
   *
   * @param charts the report's charts
   * @throws DataException if Java cannot draw, or a chart cannot be written
   */
  public static ReportDocuments of(FinishedReport finished, Parts parts, ChartJob charts) {
    parts.charts.ifPresent(charts::beginToWrite);
    try {
      return new ReportDocuments(
          switch (parts.format) {
            case MARKDOWN -> markdown(finished, parts, charts);
            case JSON ->
                new JsonReport(finished.report(), finished.annotations().orElseThrow()).render();
            case HTML -> page(finished, parts, charts);
          },
          parts.withPage ? Optional.of(page(finished, parts, charts)) : Optional.empty(),
          parts.card.flatMap(format -> card(finished, format, charts)));
    } finally {
      charts.finishWriting();
    }
  }

  private static String markdown(FinishedReport finished, Parts parts, ChartJob charts) {
    List<FigureFile> links =
        parts.charts.map(files -> charts.links(files, parts.folder)).orElse(List.of());
    return new MarkdownReport(
            finished.report(),
            finished.annotations().filter(some -> parts.notes.isPresent()),
            parts.notes.orElse(NoteStyle.DRAFT),
            parts.withWorklist)
        .render(links);
  }

  private static Optional<byte[]> card(
      FinishedReport finished, ChartFormat format, ChartJob charts) {
    return charts.draw(
        () ->
            finished
                .range()
                .card(finished.report())
                .map(
                    card ->
                        switch (format) {
                          case SVG -> card.svg().getBytes(StandardCharsets.UTF_8);
                          case PNG -> card.png();
                        }));
  }

  private static String page(FinishedReport finished, Parts parts, ChartJob charts) {
    return HtmlPage.render(
        Pages.ofReport(
            finished.report(),
            finished.annotations(),
            charts.figures(),
            finished.wholes(),
            finished.range().thresholds(),
            parts.withAll));
  }

  /**
   * The parts of a report to write.
   *
   * @param notes the style of the annotations in Markdown; empty for none. The other formats always
   *     include them
   * @param withWorklist whether Markdown ends with what is left to do
   * @param withPage whether to make a page, too
   * @param withAll whether a page lists all comparable test cases
   * @param charts where to write charts; empty for none
   * @param card the format of the picture of the range; empty for none
   * @param folder the report's folder, which its links are relative to
   */
  public record Parts(
      ReportFormat format,
      Optional<NoteStyle> notes,
      boolean withWorklist,
      boolean withPage,
      boolean withAll,
      Optional<ChartFiles> charts,
      Optional<ChartFormat> card,
      Path folder) {}

  /** The formats of a report. */
  public enum ReportFormat {
    /** For editing and publishing. */
    MARKDOWN(".md"),
    /** For reading in a browser. */
    HTML(".html"),
    /** For programs. */
    JSON(".json");

    private final String extension;

    ReportFormat(String extension) {
      this.extension = extension;
    }

    /** The file name extension, with its dot. */
    public String extension() {
      return extension;
    }
  }
}
