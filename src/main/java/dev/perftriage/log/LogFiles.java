package dev.perftriage.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the files of logs are named: {@code YYYY-MM-DD.md}. */
public final class LogFiles {

  private static final Pattern NAME = Pattern.compile("(?:^|.*[/\\\\])(\\d{4}-\\d{2}-\\d{2})\\.md");

  private LogFiles() {}

  /** The date that a file is named after; empty where its name is no date. */
  public static Optional<LocalDate> dateIn(String path) {
    Matcher name = NAME.matcher(path);
    return name.matches() ? date(name.group(1)) : Optional.empty();
  }

  static Optional<LocalDate> date(String words) {
    try {
      return Optional.of(LocalDate.parse(words));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
