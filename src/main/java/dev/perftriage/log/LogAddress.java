package dev.perftriage.log;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log is published on GitHub.
 *
 * @param repository the repository, as owner and name
 * @param revision its branch or commit that has the log
 * @param path the log's path in it, with {@code /} between folders
 */
public record LogAddress(String repository, String revision, String path) {

  /** The repository of the logs. */
  public static final String RUSTC_PERF = "rust-lang/rustc-perf";

  /** Its default branch since 2026. */
  public static final String BRANCH = "main";

  /** The first log that lies in a folder of its year; those before lie in {@code triage} itself. */
  private static final LocalDate FIRST_IN_YEAR = LocalDate.of(2025, 6, 17);

  private static final Pattern IN_YEAR =
      Pattern.compile("(?:^|.*/)(triage/\\d{4}/\\d{4}-\\d{2}-\\d{2}\\.md)");

  /**
   * The address of a log on the default branch of rustc-perf.
   *
   * @param file the log's absolute path, which says where it lies if it ends like a path in
   *     rustc-perf
   * @return empty if neither the path nor the log has a date
   */
  public static Optional<LogAddress> of(TriageLog log, String file) {
    Matcher inYear = IN_YEAR.matcher(file.replace('\\', '/'));
    Optional<String> path =
        inYear.matches() ? Optional.of(inYear.group(1)) : log.date().map(LogAddress::path);
    return path.map(some -> new LogAddress(RUSTC_PERF, BRANCH, some));
  }

  /** The path in rustc-perf of the log of a day. */
  public static String path(LocalDate date) {
    return date.isBefore(FIRST_IN_YEAR)
        ? "triage/" + date + ".md"
        : String.format(Locale.ROOT, "triage/%tY/%s.md", date, date);
  }

  /** The same log at another branch or commit. */
  public LogAddress at(String otherRevision) {
    return new LogAddress(repository, otherRevision, path);
  }

  /** The URL of its page. */
  public String url() {
    return "https://github.com/%s/blob/%s/%s".formatted(repository, revision, path);
  }
}
