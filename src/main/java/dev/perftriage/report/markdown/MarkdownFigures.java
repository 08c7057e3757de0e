package dev.perftriage.report.markdown;

import dev.perftriage.report.FigureFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Charts in a Markdown document: pictures with relative links and words for those who see none. */
final class MarkdownFigures {

  private MarkdownFigures() {}

  /** The section of the charts; empty without any. */
  static String section(List<FigureFile> figures) {
    if (figures.isEmpty()) {
      return "";
    }
    return "#### Charts\n\n"
        + figures.stream()
            .map(MarkdownFigures::picture)
            .collect(Collectors.joining("\n\n", "", "\n\n"));
  }

  private static String picture(FigureFile file) {
    return "!" + MarkdownText.link(TitleMarkdown.inLink(file.description()), address(file.path()));
  }

  /** A path as an address: everything that Markdown or an address reads otherwise is encoded. */
  private static String address(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
