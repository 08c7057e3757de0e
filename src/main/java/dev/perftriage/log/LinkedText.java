package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text of a log as it can stand elsewhere: its reference links are inline links, and its lines end
 * with {@code \n}.
 */
final class LinkedText {

  private LinkedText() {}

  /** A part of a log, without spaces at its ends. */
  static String of(TriageLog log, TextSpan place) {
    List<SourceEdit> edits =
        log.links().stream()
            .filter(link -> place.contains(link.start()) && link.destinationStart().isEmpty())
            .map(link -> new SourceEdit(link.start(), link.end(), link(log, link)))
            .toList();
    LogText resolved = log.source().with(edits);
    int growth = resolved.text().length() - log.source().text().length();
    return resolved
        .text()
        .substring(place.start(), place.end() + growth)
        .lines()
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** A link, on one line. */
  static String link(TriageLog log, LogLink link) {
    String written =
        log.text(new TextSpan(link.start(), link.end())).replaceAll("\\s*\\R\\s*", " ");
    if (link.destinationStart().isPresent() || !written.startsWith("[")) {
      return written;
    }
    int labelEnd = written.indexOf("][");
    String label = written.substring(1, labelEnd < 0 ? written.length() - 1 : labelEnd);
    return "[" + label + "](" + link.destination() + ")";
  }
}
