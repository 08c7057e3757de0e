package dev.perftriage.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that people type as revisions and that would pass for a release or a short SHA: names of
 * git, durations and dates in another form, numbers of pull requests.
 */
final class RevisionLookalike {

  private static final Pattern GIT_NAME =
      Pattern.compile("(?i)@|(?:(?:origin|upstream)/)?(?:head|master|main)");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?i)\\d+" + " ?(?:h|w|m|y|hours?|days?|weeks?|months?|years?)|today|yesterday");
  private static final Pattern DATE = Pattern.compile("(\\d{4})([-/._])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern COMPLETE_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Fewer digits than git's shortest SHAs have, and as many as pull requests have. */
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

  private RevisionLookalike() {}

  /**
   * What to type in place of a word.
   *
   * @param name the word without its generations
   * @param steps its generations as written, such as {@code ~2}
   * @return the rest of a sentence that begins with the word; empty if it may be a revision
   */
  static Optional<String> adviceOn(String name, String steps) {
    if (GIT_NAME.matcher(name).matches()) {
      return Optional.of(
          "is a name of git, which says nothing about what was measured; the newest measured merge"
              + " is latest"
              + (steps.isEmpty() ? "" : ", here latest" + steps));
    }
    if (NUMBER.matcher(name).matches()) {
      return Optional.of(
          "is a number: did you mean pr:"
              + name
              + steps
              + ", the merge of that pull request? For a SHA that begins so, give 7 digits or"
              + " more");
    }
    if (DURATION.matcher(name).matches()) {
      return Optional.of(
          "is not a number of days, which is the form of durations: 7d is a week ago, 1d is"
              + " yesterday");
    }
    Matcher date = DATE.matcher(name);
    if (date.matches() && !COMPLETE_DATE.matcher(name).matches()) {
      return Optional.of("is not a date of the form YYYY-MM-DD" + complete(date));
    }
    return name.contains("..")
        ? Optional.of("is not a revision but two; where one is expected, give one")
        : Optional.empty();
  }

  private static String complete(Matcher date) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(3)),
              Integer.parseInt(date.group(4)));
      return String.format(Locale.ROOT, "; did you mean %s?", day);
    } catch (DateTimeException e) {
      return "";
    }
  }
}
