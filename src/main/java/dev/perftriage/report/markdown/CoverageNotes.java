package dev.perftriage.report.markdown;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.report.CoverageSentences;
import java.util.List;
import java.util.stream.Collectors;

/** The head's notes on what a report does not cover merge by merge; nothing where it all does. */
final class CoverageNotes {

  private CoverageNotes() {}

  /** The notes as a list with an empty line after it; empty text where there are none. */
  static String render(Coverage coverage) {
    List<String> notes =
        CoverageSentences.of(coverage, CoverageNotes::name, TitleMarkdown::inParagraph);
    return notes.isEmpty()
        ? ""
        : notes.stream().map(note -> "- " + note + "\n").collect(Collectors.joining()) + "\n";
  }

  private static String name(Merge merge) {
    String commit = MarkdownText.inCodeSpan(Sha.shortened(merge.sha()));
    Integer pr = merge.pr();
    return pr == null ? commit : MarkdownText.pullLink(pr) + " (" + commit + ")";
  }
}
