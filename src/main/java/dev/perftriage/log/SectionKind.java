package dev.perftriage.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of sections. */
public enum SectionKind {
  /** Merges that are regressions. */
  REGRESSIONS("Regressions"),
  /** Merges that are improvements. */
  IMPROVEMENTS("Improvements"),
  /** Merges with regressions and improvements. */
  MIXED("Mixed"),
  /** The charts of a report. */
  CHARTS("Charts"),
  /** What the figures of the range have that its entries do not say. */
  UNEXPLAINED("Not explained by the entries"),
  /** Merged regressions that nobody has triaged. */
  UNTRIAGED("Untriaged Pull Requests"),
  /** Pull requests whose authors need a reminder. */
  NAGS("Nags requiring follow up"),
  /** Any other section. */
  OTHER("");

  private static final Pattern COUNT_OR_COLON = Pattern.compile("^\\d+\\s+|:$");

  private final String heading;

  SectionKind(String heading) {
    this.heading = heading;
  }

  /** Its heading in today's format; empty for {@link #OTHER}. */
  public String heading() {
    return heading;
  }

  /** Whether it is one of the three that the counts line counts. */
  public boolean isCounted() {
    return this == REGRESSIONS || this == IMPROVEMENTS || this == MIXED;
  }

  static SectionKind of(String words) {
    String name = COUNT_OR_COLON.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("").strip();
    return switch (name) {
      case "regressions" -> REGRESSIONS;
      case "improvements" -> IMPROVEMENTS;
      case "mixed" -> MIXED;
      case "charts" -> CHARTS;
      case "not explained by the entries" -> UNEXPLAINED;
      case "untriaged pull requests" -> UNTRIAGED;
      case "nags", "nags requiring follow up", "new nags to follow up on" -> NAGS;
      default -> OTHER;
    };
  }
}
