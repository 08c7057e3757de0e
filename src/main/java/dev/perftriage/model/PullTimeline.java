package dev.perftriage.model;

import dev.perftriage.model.PullEvent.PullEventKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a pull request of rust-lang/rust.
 *
 * @param events oldest first
 */
public record PullTimeline(List<PullEvent> events) {

  /** Says that somebody has judged a regression. */
  public static final String TRIAGED = "perf-regression-triaged";

  /** The bot that runs benchmarks, and comments their results. */
  public static final String TIMER = "rust-timer";

  /** Copies the list. */
  public PullTimeline {
    events = List.copyOf(events);
  }

  /** The event that set a label; empty if the pull request does not have it now. */
  public Optional<PullEvent> labelled(String label) {
    return lastOf(label).filter(event -> event.kind() == PullEventKind.LABELED);
  }

  /** Whether the pull request has a label now; empty if nothing was ever done about it. */
  public Optional<Boolean> hasLabel(String label) {
    return lastOf(label).map(event -> event.kind() == PullEventKind.LABELED);
  }

  private Optional<PullEvent> lastOf(String label) {
    return events.stream()
        .filter(
            event ->
                event.kind() == PullEventKind.LABELED || event.kind() == PullEventKind.UNLABELED)
        .filter(event -> event.text().equals(label))
        .reduce((older, newer) -> newer);
  }

  /** The comments, oldest first. */
  public List<PullEvent> comments() {
    return events.stream().filter(event -> event.kind() == PullEventKind.COMMENTED).toList();
  }

  /** The events after a time, oldest first. */
  public List<PullEvent> after(Instant time) {
    return events.stream().filter(event -> event.time().isAfter(time)).toList();
  }
}
