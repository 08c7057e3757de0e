package dev.perftriage.source.wire;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.Bound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Checks that an artifact of a comparison is the one that was asked for. */
final class AnsweredBound {

  private AnsweredBound() {}

  /**
   * Checks one end of a comparison.
   *
   * @param asked a commit or a tag, which the artifact must be, or a day, of which it must be on
   *     the right side; any artifact answers an open bound
   * @param artifact {@code a} or {@code b}
   * @throws WrongAnswerException if it is another one
   */
  static void require(Bound asked, Artifact answered, String artifact, Payload answer) {
    if (asked.isFixed() && !asked.is(answered.commit())) {
      throw WrongAnswerException.of(
          answer.origin(), artifact + ".commit", answered.commit(), asked);
    }
    Instant date = answered.date();
    Optional<LocalDate> day = asked.day();
    if (day.isPresent() && date != null) {
      LocalDate merged = LocalDate.ofInstant(date, ZoneOffset.UTC);
      boolean isStart = artifact.equals("a");
      if (isStart ? merged.isBefore(day.get()) : merged.isAfter(day.get())) {
        throw WrongAnswerException.of(
            answer.origin(),
            artifact + ".date",
            merged,
            "a merge on or " + (isStart ? "after " : "before ") + asked);
      }
    }
  }
}
