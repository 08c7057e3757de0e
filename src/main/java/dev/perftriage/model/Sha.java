package dev.perftriage.model;

import java.util.regex.Pattern;

/**
 * A commit by its full SHA: 40 hexadecimal digits in lower case.
 *
 * <p>Whatever the site or the list of merges calls a commit is taken over unchecked, as released
 * artifacts have their tag in its place; {@link #isFull()} tells them apart.
 *
 * @param text the SHA, or the tag of a release
 */
public record Sha(String text) implements Comparable<Sha> {

  /** A full SHA, as part of a regular expression. */
  public static final String FULL = "[0-9a-f]{40}";

  /** The beginning of a SHA that is long enough to look for, as part of a regular expression. */
  public static final String PREFIX = "[0-9a-f]{4,39}";

  /** A SHA as people abbreviate it in prose, or a full one, as part of a regular expression. */
  public static final String IN_PROSE = "[0-9a-f]{7,40}";

  private static final int SHORT_LENGTH = 8;
  private static final Pattern WHOLE = Pattern.compile(FULL);

  /** Whether it is a full SHA: the only form of one that the site understands. */
  public boolean isFull() {
    return WHOLE.matcher(text).matches();
  }

  /** The first eight digits of a full SHA; any other revision, such as a tag, as it is. */
  public String shortened() {
    return isFull() ? text.substring(0, SHORT_LENGTH) : text;
  }

  @Override
  public int compareTo(Sha other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
