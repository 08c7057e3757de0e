package dev.perftriage.log.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a log is checked for. */
public enum LogRule {
  /** The counts line against the entries. */
  COUNTS("the counts line against the entries of each section", true),
  /** The number of rollups against the entries. */
  ROLLUPS("the number of rollups against the entries", true),
  /** The number of comparisons against the entries. */
  COMPARISONS("fewer artifact comparisons than entries", false),
  /** The range itself. */
  RANGE("the revision range: missing, or its text against its link", false),
  /** Where the range starts. */
  RANGE_START("not starting where the log of --previous ended", false),
  /** Entries against the range. */
  ENTRY_OUTSIDE_RANGE("an entry beyond or outside the range", false),
  /** Entries against those of the log before. */
  ENTRY_REPEATED("an entry that the log of --previous has", false),
  /** Sections against tables. */
  SECTION_TABLE("an entry whose table belongs in another section", false),
  /** A table's counts. */
  TABLE_COUNT("a table's count of All, or counts without figures", false),
  /** A table's means. */
  TABLE_MEAN("a table's mean outside its range", false),
  /** A table's signs. */
  TABLE_SIGN("a table's figure of the wrong sign, a range reversed", false),
  /** The number of a pull request against its link. */
  PR_LINK("a pull request's number against its link", true),
  /** Links to nowhere. */
  LINK_EMPTY("a link without an address", true),
  /** Links that are none. */
  LINK_MALFORMED("a link that is broken, or leads to no comparison", false),
  /** Links to another metric. */
  LINK_METRIC("a link to another metric than its table's", true),
  /** Placeholders. */
  TODO("a TODO left over", false),
  /** The triager's placeholder. */
  TRIAGER("@??? left over, or nobody named", false),
  /** Bullets with nothing behind them. */
  EMPTY_NOTE("a note without words", false),
  /** Regressions that nobody wrote about. */
  MISSING_NOTE("a regression without a note; not while the opening is a TODO", false),
  /** Whatever the program has no name for. */
  NOT_UNDERSTOOD("anything this program does not understand", false);

  private final String description;
  private final boolean repairs;

  LogRule(String description, boolean repairs) {
    this.description = description;
    this.repairs = repairs;
  }

  /** Its name on the command line and in output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it finds. */
  public String description() {
    return description;
  }

  /** Whether some of what it finds has one right answer. */
  public boolean repairs() {
    return repairs;
  }

  /** The rule of a name; empty where there is none. */
  public static Optional<LogRule> named(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label().equals(label)).findFirst();
  }
}
