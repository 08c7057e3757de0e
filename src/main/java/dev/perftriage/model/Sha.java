package dev.perftriage.model;

import java.util.regex.Pattern;

/**
 * A commit, identified by its full SHA: 40 hexadecimal digits in lower case.
 *
 * <p>The text is not checked, because released artifacts have a tag in place of a SHA; {@link
 * #isFull()} tells them apart.
 *
 * @param text the SHA, or the tag of a release
 */
public record Sha(String text) implements Comparable<Sha> {

  /** A full SHA, as part of a regular expression. */
  public static final String FULL = "[0-9a-f]{40}";

  /** An abbreviated SHA that is long enough to resolve, as part of a regular expression. */
  public static final String PREFIX = "[0-9a-f]{4,39}";

  /** An abbreviated or full SHA as written in prose, as part of a regular expression. */
  public static final String IN_PROSE = "[0-9a-f]{7,40}";

  private static final int SHORT_LENGTH = 8;
  private static final Pattern WHOLE = Pattern.compile(FULL);

  /** Whether it is a full SHA, the only form of a SHA that the site accepts. */
  public boolean isFull() {
    return WHOLE.matcher(text).matches();
  }

  /** The first eight digits of a full SHA; any other text, such as a tag, unchanged. */
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
