package dev.perftriage.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One end of a comparison, in a form that the site accepts.
 *
 * @param value a full SHA, a day as {@code YYYY-MM-DD} or a release tag; empty to let the site
 *     choose
 */
public record Bound(String value) {

  /** Left to the site: as a start the first merge of the last 30 days, as an end the newest. */
  public static final Bound OPEN = new Bound("");

  private static final Pattern DAY = Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}");

  /** A commit, or the tag of a release. */
  public static Bound of(Sha commit) {
    return new Bound(commit.text());
  }

  /** A day: as a start the first measured merge from that day on, as an end the last up to it. */
  public static Bound on(LocalDate day) {
    return new Bound(day.toString());
  }

  /** Whether it always means the same artifact, as a commit or a release does. */
  public boolean isFixed() {
    return !isOpen() && !DAY.matcher(value).matches();
  }

  /** The day, if it is one that the calendar has; otherwise empty. */
  public Optional<LocalDate> day() {
    if (isOpen() || isFixed()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it is a full SHA. */
  public boolean isCommit() {
    return sha().isFull();
  }

  /** Whether the choice is left to the site. */
  public boolean isOpen() {
    return value.isEmpty();
  }

  /** Its commit or tag; meaningful only if it is {@linkplain #isFixed() fixed}. */
  public Sha sha() {
    return new Sha(value);
  }

  /** Whether it is this commit or tag. */
  public boolean is(Sha commit) {
    return sha().equals(commit);
  }

  /** Its value for messages, with a SHA shortened to eight digits. */
  public String shortened() {
    return sha().shortened();
  }

  @Override
  public String toString() {
    return value;
  }
}
