package dev.perftriage.report.markdown;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Bridge;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Merge;
import dev.perftriage.model.MissingComparison;
import dev.perftriage.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The head's notes on what a report does not cover merge by merge; nothing where it all does. */
final class CoverageNotes {

  private CoverageNotes() {}

  /** The notes as a list with an empty line after it; empty text where there are none. */
  static String render(Coverage coverage) {
    List<String> notes = new ArrayList<>();
    if (coverage.askedEnd() != null) {
      notes.add(
          "The range was to end at "
              + MasterCommit.shortSha(coverage.askedEnd())
              + ", which has no data yet: it ends at the last measured merge before.");
    }
    coverage.bridges().forEach(bridge -> notes.add(bridge(bridge)));
    coverage.missing().forEach(missing -> notes.add(missing(missing)));
    if (coverage.wholeMissing() != null) {
      notes.add("The summary is missing: " + reason(coverage.wholeMissing()) + ".");
    }
    return notes.isEmpty()
        ? ""
        : notes.stream().map(note -> "- " + note + "\n").collect(Collectors.joining()) + "\n";
  }

  private static String bridge(Bridge bridge) {
    String end = name(bridge.end());
    if (bridge.unmeasured().isEmpty()) {
      return "The comparison of " + end + " spans several merges; those before it have no data.";
    }
    int count = bridge.unmeasured().size();
    String unmeasured =
        bridge.unmeasured().stream().map(CoverageNotes::name).collect(Collectors.joining(", "));
    return "The comparison of "
        + end
        + " spans "
        + (count + 1)
        + " merges: "
        + unmeasured
        + (count == 1 ? " has" : " have")
        + " no data of "
        + (count == 1 ? "its" : "their")
        + " own.";
  }

  private static String missing(MissingComparison missing) {
    return "The comparison of "
        + name(missing.end())
        + " is missing: "
        + reason(missing.reason())
        + ".";
  }

  /** A reason holds the words of servers and proxies. */
  private static String reason(String reason) {
    return TitleMarkdown.inParagraph(PlainText.onOneLine(reason));
  }

  private static String name(Merge merge) {
    String commit = MarkdownText.inCodeSpan(MasterCommit.shortSha(merge.sha()));
    Integer pr = merge.pr();
    return pr == null ? commit : MarkdownText.pullLink(pr) + " (" + commit + ")";
  }
}
