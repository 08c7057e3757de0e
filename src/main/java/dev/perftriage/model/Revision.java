package dev.perftriage.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A revision of the compiler as the user writes it. Resolving it takes the list of merges, the
 * store or the site.
 *
 * @param value the significant part of the word: a SHA or its beginning in lower case, a tag, a
 *     channel, a day as {@code YYYY-MM-DD}, a number of days or a pull request number; empty if the
 *     form needs none
 * @param generations how many merges to go back from the named one, 0 or more
 */
public record Revision(String word, Form form, String value, int generations) {

  /** Left to the site, like {@link Bound#OPEN}. */
  public static final Revision UNNAMED = new Revision("", Form.UNNAMED, "", 0);

  private static final Pattern ANCESTOR = Pattern.compile("(.+?)((?:\\^|~\\d{0,6}){1,99})");
  private static final String COMMIT_PAGE =
      "(?i)(?:https?://)?(?:www\\.)?github\\.com/rust-lang/rust/commit/";
  private static final Pattern STEP = Pattern.compile("\\^|~(\\d*)");

  /**
   * Reads a revision.
   *
   * @throws IllegalArgumentException if the word is not a revision; the message is for the user
   */
  public static Revision parse(String word) {
    String whole = word.strip();
    Matcher ancestor = ANCESTOR.matcher(whole);
    boolean isAncestor = ancestor.matches();
    String name = isAncestor ? ancestor.group(1) : whole;
    String steps = isAncestor ? ancestor.group(2) : "";
    int generations = generations(steps);
    Optional<String> commit = commitOfPage(name);
    if (commit.isPresent()) {
      name = commit.get();
    }
    for (Form form : Form.values()) {
      Matcher matcher = form.pattern.matcher(name);
      if (matcher.matches()) {
        if (commit.isEmpty() && (form == Form.RELEASE || form == Form.SHORT_SHA)) {
          refuseLookalike(word, name, steps);
        }
        Revision revision = new Revision(whole, form, value(form, matcher.group(1)), generations);
        if (isAncestor && !revision.isMerge()) {
          throw new IllegalArgumentException(
              "'" + word + "': " + name + " is a release, which has no parent on master");
        }
        return revision;
      }
    }
    refuseLookalike(word, name, steps);
    throw new IllegalArgumentException(
        "'"
            + word
            + "' is not a revision; expected a SHA, a release such as 1.91.0, stable, beta,"
            + " nightly, a date such as 2025-11-03, 7d, pr:148040, latest, REV^ or REV~2");
  }

  /** The commit whose page on GitHub an address is; empty for any other text. */
  private static Optional<String> commitOfPage(String name) {
    if (!name.contains("/commit/")) {
      return Optional.empty();
    }
    Matcher page = Pattern.compile(COMMIT_PAGE + "(\\p{XDigit}{4,40})(?:[/?#].*)?").matcher(name);
    return page.matches() ? Optional.of(page.group(1)) : Optional.empty();
  }

  /** Refuses a name that is meant as another form than the one it would pass for. */
  private static void refuseLookalike(String word, String name, String steps) {
    RevisionLookalike.adviceOn(name, steps)
        .ifPresent(
            advice -> {
              throw new IllegalArgumentException("'" + word + "' " + advice);
            });
  }

  private static String value(Form form, String value) {
    return switch (form) {
      case COMMIT, SHORT_SHA, CHANNEL -> value.toLowerCase(Locale.ROOT);
      case DAY -> day(value);
      case NIGHTLY -> value.isEmpty() ? "" : day(value.substring(1));
      case LATEST, UNNAMED -> "";
      case PULL, DAYS_AGO, RELEASE -> value;
    };
  }

  private static String day(String value) {
    try {
      return LocalDate.parse(value).toString();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + value + "' is not a valid date", e);
    }
  }

  private static int generations(String steps) {
    return STEP.matcher(steps)
        .results()
        .map(step -> step.group(1))
        .mapToInt(count -> count == null || count.isEmpty() ? 1 : Integer.parseInt(count))
        .sum();
  }

  /** Whether it names a merge or a try build, which have a parent, unlike a release. */
  public boolean isMerge() {
    return form != Form.RELEASE && form != Form.CHANNEL && form != Form.UNNAMED;
  }

  /**
   * The day it names; of a nightly the day before its build, whose merges it contains.
   *
   * @param today the day that {@link Form#DAYS_AGO} counts from, and of the newest nightly
   * @throws IllegalStateException if it names none
   */
  public LocalDate day(LocalDate today) {
    return switch (form) {
      case DAY -> LocalDate.parse(value);
      case DAYS_AGO -> today.minusDays(Long.parseLong(value));
      case NIGHTLY -> (value.isEmpty() ? today : LocalDate.parse(value)).minusDays(1);
      default -> throw new IllegalStateException(word + " names no day");
    };
  }

  /** The forms of a revision; a word that matches several has the first one. */
  public enum Form {
    /** The newest measured merge. */
    LATEST("(latest)"),
    /** The last measured merge before the build of a nightly, by its day, or of the newest one. */
    NIGHTLY("nightly(|-\\d{4}-\\d{2}-\\d{2})"),
    /** The newest measured release of a channel. */
    CHANNEL("(stable|beta)"),
    /** The merge of a pull request of rust-lang/rust, by its number or address. */
    PULL(PullRef.NAME),
    /** A number of days before today, in UTC. */
    DAYS_AGO("(\\d{1,3})d"),
    /** As a start the first measured merge from that day on, as an end the last up to it. */
    DAY("(\\d{4}-\\d{2}-\\d{2})"),
    /** A full SHA, of a merge or a try build. */
    COMMIT("(" + Sha.FULL + ")"),
    SHORT_SHA("(" + Sha.PREFIX + ")"),
    RELEASE("(?![0-9a-f]{41})(?!.*\\.\\.)([a-z0-9][a-z0-9._+-]*)"),
    /** Unspecified: the site chooses. */
    UNNAMED("()(?!)");

    private final Pattern pattern;

    Form(String pattern) {
      this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
  }
}
