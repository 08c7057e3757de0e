package dev.perftriage.log;

import static java.util.stream.Collectors.joining;

import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a log that are published elsewhere, with {@code \n} as line ending. */
public final class LogExcerpts {

  private static final String PUBLISHED = "https://github.com/rust-lang/rustc-perf/blob/";

  private LogExcerpts() {}

  /**
   * The section for This Week in Rust.
   *
   * @param commit the commit or branch of rustc-perf that contains the log
   * @return empty if the log lacks a date, a range, or a summary table with a row per kind
   */
  public static Optional<String> thisWeekInRust(TriageLog log, String commit) {
    Optional<LogTable> table = newsletterTable(log);
    if (table.isEmpty() || log.ranges().isEmpty() || log.date().isEmpty()) {
      return Optional.empty();
    }
    String ranges =
        log.ranges().stream()
            .map(range -> "Revision range: " + linkText(log, range) + "\n")
            .collect(joining());
    return Optional.of(
        """
        ### Rust Compiler Performance Triage

        %sTriage done by %s.

        %s
        **Summary**:

        %s
        %s[Full report here](%s).
        """
            .formatted(
                paragraph(opening(log)),
                triagers(log, "**@%s**"),
                ranges,
                lines(log.text(table.get().lines())),
                paragraph(countLines(log)),
                address(log.date().get(), commit)));
  }

  /**
   * The message for chat.
   *
   * @param commit the commit or branch of rustc-perf that contains the log
   * @return empty if the log lacks a date or a range
   */
  public static Optional<String> zulip(TriageLog log, String commit) {
    return log.ranges().isEmpty()
        ? Optional.empty()
        : log.date().map(date -> zulip(log, date, commit));
  }

  private static String zulip(TriageLog log, LocalDate date, String commit) {
    String change =
        newsletterTable(log)
            .or(() -> log.summary().stream().findFirst())
            .flatMap(table -> table.figures(SummaryRow.RowKind.PRIMARY_ALL))
            .map(LogExcerpts::change)
            .orElse("");
    return "**[Triage log of %s](%s)**%s\n\n%s%s%s"
        .formatted(
            date,
            address(date, commit),
            log.triagers().isEmpty() ? "" : " by " + triagers(log, "@%s"),
            paragraph(opening(log)),
            countLines(log),
            change);
  }

  private static String change(SummaryFigures all) {
    if (all.mean().isEmpty()) {
      return "No relevant change of a primary benchmark\n";
    }
    String extent =
        all.range()
            .map(range -> ", range " + range.words())
            .or(() -> all.max().map(max -> ", max " + max + "%"))
            .orElse("");
    return "All primary changes: mean %s%%%s, %s\n"
        .formatted(all.mean().get(), extent, Numbers.counted(all.count(), "test case"));
  }

  /** The table for the newsletter, which cannot show a second one. */
  private static Optional<LogTable> newsletterTable(TriageLog log) {
    return LogTable.main(
        log.summary().stream().filter(table -> table.layout() != LogTable.Layout.COLUMNS).toList());
  }

  /** The opening, with reference links turned into inline links. */
  private static String opening(TriageLog log) {
    TextSpan opening = log.opening();
    List<SourceEdit> edits =
        log.links().stream()
            .filter(link -> opening.contains(link.start()) && link.destinationStart().isEmpty())
            .map(link -> new SourceEdit(link.start(), link.end(), linkText(log, link)))
            .toList();
    LogText resolved = log.source().with(edits);
    int growth = resolved.text().length() - log.source().text().length();
    return lines(resolved.text().substring(opening.start(), opening.end() + growth)).strip();
  }

  private static String linkText(TriageLog log, LogLink link) {
    String written =
        log.text(new TextSpan(link.start(), link.end())).replaceAll("\\s*\\R\\s*", " ");
    if (link.destinationStart().isPresent() || !written.startsWith("[")) {
      return written;
    }
    int labelEnd = written.indexOf("][");
    String label = written.substring(1, labelEnd < 0 ? written.length() - 1 : labelEnd);
    return "[" + label + "](" + link.destination() + ")";
  }

  private static String triagers(TriageLog log, String mention) {
    return log.triagers().stream().map(mention::formatted).collect(joining(" and "));
  }

  private static String countLines(TriageLog log) {
    return log.countLines().stream()
        .map(place -> lines(log.text(place)).strip() + "\n")
        .collect(joining());
  }

  private static String paragraph(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? "" : stripped + "\n\n";
  }

  private static String lines(String text) {
    return text.lines().map(line -> line + "\n").collect(joining());
  }

  private static String address(LocalDate date, String commit) {
    return String.format(Locale.ROOT, "%s%s/triage/%tY/%s.md", PUBLISHED, commit, date, date);
  }
}
