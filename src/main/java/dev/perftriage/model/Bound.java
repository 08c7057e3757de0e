package dev.perftriage.model;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One end of a comparison as the site takes it.
 *
 * @param kind what it is
 * @param value as the site takes it: a full SHA, a tag, a day as {@code YYYY-MM-DD}, or empty
 */
public record Bound(Kind kind, String value) {

  /** As a start the first merge of the last 30 days, as an end the newest: the site decides. */
  public static final Bound OPEN = new Bound(Kind.OPEN, "");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The bound that a text stands for; any text but a SHA and a day is taken for a tag. */
  public static Bound of(String value) {
    if (value.isEmpty()) {
      return OPEN;
    }
    Kind other = DAY.matcher(value).matches() ? Kind.DAY : Kind.RELEASE;
    return new Bound(new Sha(value).isFull() ? Kind.COMMIT : other, value);
  }

  /** A day: as a start the first measured merge on or after it, as an end the last until it. */
  public static Bound on(LocalDate day) {
    return new Bound(Kind.DAY, day.toString());
  }

  /** Whether it means the same artifact on any day. */
  public boolean isFixed() {
    return kind == Kind.COMMIT || kind == Kind.RELEASE;
  }

  /** Whether it is a full SHA. */
  public boolean isCommit() {
    return kind == Kind.COMMIT;
  }

  /** Whether the site decides. */
  public boolean isOpen() {
    return kind == Kind.OPEN;
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

  /** As the site takes it. */
  @Override
  public String toString() {
    return value;
  }

  /** What a bound may be. */
  public enum Kind {
    /** A full SHA. */
    COMMIT,
    /** The tag of a release. */
    RELEASE,
    /** A day. */
    DAY,
    /** Left to the site. */
    OPEN
  }
}
