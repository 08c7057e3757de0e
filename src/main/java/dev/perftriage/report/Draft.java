package dev.perftriage.report;

/** How a sentence that nobody has read yet is marked. */
public final class Draft {

  /** Invisible on GitHub; whoever has read the sentence deletes it. */
  public static final String MARK = "<!-- draft -->";

  private Draft() {}
}
