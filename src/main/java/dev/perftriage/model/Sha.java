package dev.perftriage.model;

import java.util.regex.Pattern;

/** The forms of a commit's SHA: 40 hexadecimal digits in lower case, or the first of them. */
public final class Sha {

  /** A full SHA, as part of a regular expression. */
  public static final String FULL = "[0-9a-f]{40}";

  /** The beginning of a SHA that is long enough to look for, as part of a regular expression. */
  public static final String PREFIX = "[0-9a-f]{4,39}";

  /** A SHA as people abbreviate it in prose, or a full one, as part of a regular expression. */
  public static final String IN_PROSE = "[0-9a-f]{7,40}";

  private static final int SHORT_LENGTH = 8;
  private static final Pattern WHOLE = Pattern.compile(FULL);

  private Sha() {}

  /** Whether a text is a full SHA: the only form of one that the site understands. */
  public static boolean isFull(String text) {
    return WHOLE.matcher(text).matches();
  }

  /** The first eight digits of a full SHA; any other revision, such as a tag, as it is. */
  public static String shortened(String revision) {
    return isFull(revision) ? revision.substring(0, SHORT_LENGTH) : revision;
  }
}
