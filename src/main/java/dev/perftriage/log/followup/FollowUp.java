package dev.perftriage.log.followup;

import dev.perftriage.log.LogAddress;
import dev.perftriage.log.followup.Outcome.OutcomeKind;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.report.Numbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What happened to something that a log left open.
 *
 * @param item what was left open
 * @param outcomes what happened since, oldest first
 * @param silentDays the days since the log if nothing happened; 0 otherwise, or on the log's day
 * @param reminder a sentence to send if nothing happened, which mentions nobody; empty otherwise
 */
public record FollowUp(
    OpenItem item, List<Outcome> outcomes, int silentDays, Optional<String> reminder) {

  /** Copies the list. */
  public FollowUp {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Follows an item up.
   *
   * @param today the current day
   * @param address where the log is published; empty if unknown
   * @return empty if it is a regression that was left open only as far as the log knew
   */
  public static Optional<FollowUp> of(
      OpenItem item, PullTimeline timeline, LocalDate today, Optional<LogAddress> address) {
    List<Outcome> outcomes = Outcome.of(item, timeline);
    boolean isTriaged = has(outcomes, OutcomeKind.TRIAGED);
    if (item.promise() == Promise.UNLABELED && isTriaged) {
      return Optional.empty();
    }
    int days = (int) Math.max(0, ChronoUnit.DAYS.between(item.date(), today));
    boolean isSilent = outcomes.isEmpty();
    return Optional.of(
        new FollowUp(
            item,
            outcomes,
            isSilent ? days : 0,
            isSilent ? Optional.of(reminder(item, days, address)) : Optional.empty()));
  }

  private static String reminder(OpenItem item, int days, Optional<LogAddress> address) {
    String log = "triage log of " + item.date();
    return "Is this regression expected, or is somebody looking into it? It is in the "
        + address.map(where -> "[" + log + "](" + where.url() + ")").orElse(log)
        + ", "
        + Numbers.counted(days, "day")
        + " ago, and there has been no answer since.";
  }

  /** Whether it needs nothing more: it is triaged or reverted. */
  public boolean isSettled() {
    return has(outcomes, OutcomeKind.TRIAGED) || has(outcomes, OutcomeKind.REVERTED);
  }

  private static boolean has(List<Outcome> outcomes, OutcomeKind kind) {
    return outcomes.stream().anyMatch(outcome -> outcome.kind() == kind);
  }
}
