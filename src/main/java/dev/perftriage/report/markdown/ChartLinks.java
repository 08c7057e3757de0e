package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.report.FigureFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The charts beside a report. */
final class ChartLinks {

  private static final String GAP = "\n\n";

  private ChartLinks() {}

  /** The section of charts, with relative links and descriptions; empty without charts. */
  static String section(List<FigureFile> files) {
    return files.isEmpty()
        ? ""
        : files.stream()
            .map(ChartLinks::picture)
            .collect(Collectors.joining(GAP, "#### Charts" + GAP, GAP));
  }

  /** A chart's picture, or its sentence if it has nothing to show. */
  private static String picture(FigureFile file) {
    if (file.path().isEmpty()) {
      return MARKDOWN.words(file.description());
    }
    return "!" + MARKDOWN.link(TitleMarkdown.inImage(file.description()), address(file.path()));
  }

  /** A path as a URL: characters with a meaning in Markdown or URLs are encoded. */
  private static String address(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
