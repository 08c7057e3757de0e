package dev.perftriage.log.followup;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import dev.perftriage.model.discussion.TriagedLabel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A comment that a triager may post under a pull request.
 *
 * @param pull the number of the pull request
 * @param body its text, which ends with a newline
 */
public record PreparedComment(int pull, String body) {

  /** The hidden mark by which a later run sees that the comments of a log were posted. */
  public static String mark(LocalDate date) {
    return "<!-- perf-triage: " + date + " -->";
  }

  /** Whether the comment of a log has been posted. */
  public static boolean isPosted(PullTimeline timeline, LocalDate date) {
    return timeline.comments().stream()
        .map(PullEvent::text)
        .anyMatch(text -> text.contains(mark(date)));
  }

  /** Whether an entry's note says that it is triaged, but its pull request lacks the label. */
  public static boolean lacksLabel(LogEntry entry, PullTimeline timeline) {
    return TriagedNote.isOf(entry) && timeline.labelled(PullTimeline.TRIAGED).isEmpty();
  }

  /**
   * The comment on an entry: its note and the line that sets the label, if its pull request lacks
   * it, and the line that asks for measurements of a rollup's members.
   *
   * @param date the log's date
   * @param unmeasured the builds to measure; empty for none
   * @return empty if there is nothing to say
   */
  public static Optional<PreparedComment> of(
      TriageLog log, LocalDate date, LogEntry entry, PullTimeline timeline, List<Sha> unmeasured) {
    List<String> parts = new ArrayList<>();
    if (lacksLabel(entry, timeline)) {
      String note = log.notes(entry);
      parts.add(note);
      if (!note.contains(TriagedLabel.COMMAND)) {
        parts.add(TriagedLabel.COMMAND);
      }
    }
    if (!unmeasured.isEmpty()) {
      parts.add(
          unmeasured.stream()
              .map(Sha::text)
              .collect(Collectors.joining(" ", "@rust-timer triage ", "")));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    parts.add(mark(date));
    return Optional.of(
        new PreparedComment(entry.number().orElseThrow(), String.join("\n\n", parts) + "\n"));
  }
}
