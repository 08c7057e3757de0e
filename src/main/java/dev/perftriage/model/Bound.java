package dev.perftriage.model;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One end of a comparison as the site takes it.
 *
 * @param value a full SHA, a day as {@code YYYY-MM-DD}, or else a release's tag; empty where the
 *     site decides
 */
public record Bound(String value) {

  /** As a start the first merge of the last 30 days, as an end the newest: the site decides. */
  public static final Bound OPEN = new Bound("");

  private static final Pattern DAY = Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}");

  /** A commit, or the tag of a release. */
  public static Bound of(Sha commit) {
    return new Bound(commit.text());
  }

  /** A day: as a start the first measured merge on or after it, as an end the last until it. */
  public static Bound on(LocalDate day) {
    return new Bound(day.toString());
  }

  /** Whether it means the same artifact on any day: a commit or a release. */
  public boolean isFixed() {
    return !isOpen() && !DAY.matcher(value).matches();
  }

  /** Whether it is a full SHA. */
  public boolean isCommit() {
    return sha().isFull();
  }

  /** Whether the site decides. */
  public boolean isOpen() {
    return value.isEmpty();
  }

  /** The commit or tag that it is, if {@linkplain #isFixed() fixed}. */
  public Sha sha() {
    return new Sha(value);
  }

  /** Whether it is this commit or tag. */
  public boolean is(Sha commit) {
    return sha().equals(commit);
  }

  /** Its value with a SHA shortened, for messages. */
  public String shortened() {
    return sha().shortened();
  }

  @Override
  public String toString() {
    return value;
  }
}
