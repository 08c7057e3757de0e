package dev.perftriage.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened to a pull request. Texts are those of its authors: not safe for markup.
 *
 * @param actor the login of who did it; empty if GitHub does not say
 * @param text the label's name, the comment, or the title of what refers to the pull request; empty
 *     for other kinds
 * @param url the address of a comment; empty for other kinds
 * @param number what refers to the pull request; empty for other kinds
 * @param state the state of a pull request that refers to it; empty for an issue and other kinds
 */
public record PullEvent(
    PullEventKind kind,
    Instant time,
    String actor,
    String text,
    String url,
    OptionalInt number,
    Optional<PullState> state) {

  /** The kinds of events that triage needs; GitHub has many more. */
  public enum PullEventKind {
    LABELED,
    UNLABELED,
    COMMENTED,
    /** Another issue or pull request refers to it. */
    CROSS_REFERENCED,
    MERGED,
    CLOSED,
    REOPENED
  }

  /** The states of a pull request. */
  public enum PullState {
    OPEN,
    MERGED,
    /** Closed without being merged. */
    CLOSED
  }
}
