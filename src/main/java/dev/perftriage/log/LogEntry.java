package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One merge that a log lists.
 *
 * @param title the pull request's title; empty in logs that give only the number
 * @param pull the link to the pull request; empty if the log names none
 * @param comparison the link to the comparison; empty if the log has none
 * @param tables its tables, in document order; empty in logs from before there were tables
 * @param notes the notes below its title
 * @param start the offset of its title
 * @param titleEnd the offset after its title, links included
 * @param end the offset after it: of the next entry or heading, or the log's end
 * @param line the line of its title, from 1
 */
public record LogEntry(
    String title,
    Optional<LogLink> pull,
    Optional<LogLink> comparison,
    List<LogTable> tables,
    List<Note> notes,
    int start,
    int titleEnd,
    int end,
    int line) {

  /** Copies the lists. */
  public LogEntry {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** Its title, links included. */
  public TextSpan titleSpan() {
    return new TextSpan(start, titleEnd);
  }

  /** The pull request's number; empty if the log names none. */
  public OptionalInt number() {
    return pull.map(LogLink::subject).orElse(OptionalInt.empty());
  }

  /** Whether it merges several pull requests. */
  public boolean isRollup() {
    return PullRequest.isRollup(title);
  }

  /** The compared revisions; empty if no comparison link names them. */
  public Optional<SiteUrl> revisions() {
    return comparison.flatMap(LogLink::perf);
  }

  /** The furthest claim of its notes that it is noise; empty if none says so. */
  public Optional<NoiseClaim> noise() {
    return notes.stream().flatMap(note -> note.noise().stream()).max(Comparator.naturalOrder());
  }

  /** Its name in messages: the number, or else the title. */
  public String name() {
    OptionalInt number = number();
    return number.isPresent() ? "#" + number.getAsInt() : "'" + title + "'";
  }
}
