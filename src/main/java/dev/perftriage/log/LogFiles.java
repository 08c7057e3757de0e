package dev.perftriage.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file names of logs: {@code YYYY-MM-DD.md}. */
public final class LogFiles {

  private static final Pattern NAME = Pattern.compile("(?:^|.*[/\\\\])(\\d{4}-\\d{2}-\\d{2})\\.md");

  private LogFiles() {}

  /** The date in a file's name; empty if the name is not a date. */
  public static Optional<LocalDate> dateIn(String path) {
    Matcher name = NAME.matcher(path);
    return name.matches() ? date(name.group(1)) : Optional.empty();
  }

  /** The date that a text in the form {@code YYYY-MM-DD} names; empty if there is no such day. */
  public static Optional<LocalDate> date(String words) {
    try {
      return Optional.of(LocalDate.parse(words));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
