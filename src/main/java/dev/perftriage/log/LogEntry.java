package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One merge that a log lists.
 *
 * @param title the pull request's title as a reader sees it; may be empty, as some logs give the
 *     number alone
 * @param pull the link to the pull request; empty where the log names none
 * @param comparison the link to the comparison; empty where the log has none
 * @param tables its tables, in the order in which they stand; none in logs before there were any
 * @param notes what is said about it
 * @param start the offset of its title
 * @param titleEnd the offset behind its title, links included
 * @param end the offset of what comes behind it: the next entry or heading
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

  /** The pull request's number. */
  public OptionalInt number() {
    return pull.map(LogLink::subject).orElse(OptionalInt.empty());
  }

  /** Whether it merges several pull requests. */
  public boolean isRollup() {
    return PullRequest.isRollup(title);
  }

  /** The revisions that were compared. */
  public Optional<SiteUrl> revisions() {
    return comparison.flatMap(LogLink::perf);
  }

  /** Whether a note calls it noise; one that is only partly noise is none. */
  public boolean isNoise() {
    return notes.stream().anyMatch(Note::saysNoise);
  }

  /** What messages call it. */
  public String name() {
    OptionalInt number = number();
    return number.isPresent() ? "#" + number.getAsInt() : "'" + title + "'";
  }
}
