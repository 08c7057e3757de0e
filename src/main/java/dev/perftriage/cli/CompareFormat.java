package dev.perftriage.cli;

import dev.perftriage.report.BackendReport;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.data.BackendData;
import dev.perftriage.report.data.CaseData;
import dev.perftriage.report.data.JsonComparison;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownBackends;
import dev.perftriage.report.markdown.MarkdownComparison;
import dev.perftriage.report.text.TextBackends;
import dev.perftriage.report.text.TextComparison;
import dev.perftriage.report.text.TextStyle;
import java.util.List;
import java.util.function.Supplier;

/** What a comparison can be printed as. */
enum CompareFormat {
  /** For a terminal. */
  TEXT {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return TextComparison.render(report, style);
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      return TextBackends.render(report, style);
    }
  },
  /** For a comment. */
  MARKDOWN {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return MarkdownComparison.render(report, files);
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      return MarkdownBackends.render(report);
    }
  },
  /** For programs. */
  JSON {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return JsonComparison.render(report);
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      return BackendData.json(report);
    }
  },
  /** For spreadsheets: one test case a line. */
  CSV {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return CaseData.csv(report);
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      return BackendData.csv(report);
    }
  },
  /** For programs that read line by line: one test case each. */
  JSONL {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return CaseData.jsonLines(report);
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      return BackendData.jsonLines(report);
    }
  },
  /** To be looked at. */
  HTML {
    @Override
    String render(
        ComparisonReport report,
        Supplier<List<Figure>> figures,
        List<FigureFile> files,
        TextStyle style) {
      return HtmlPage.render(Pages.ofComparison(report, figures.get()));
    }

    @Override
    String render(BackendReport report, TextStyle style) {
      throw new IllegalStateException("two backends have no page");
    }
  };

  /**
   * The comparison in this format.
   *
   * @param figures the charts that a page carries, once they are drawn
   * @param files the same as files that Markdown links to
   */
  abstract String render(
      ComparisonReport report,
      Supplier<List<Figure>> figures,
      List<FigureFile> files,
      TextStyle style);

  /** Two backends in this format. */
  abstract String render(BackendReport report, TextStyle style);
}
