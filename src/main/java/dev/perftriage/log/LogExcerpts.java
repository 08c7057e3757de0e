package dev.perftriage.log;

import static java.util.stream.Collectors.joining;

import dev.perftriage.report.Numbers;
import dev.perftriage.report.SummaryRow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a log that are published elsewhere, with {@code \n} as line ending. */
public final class LogExcerpts {

  private static final Pattern RANGE =
      Pattern.compile("\\s*\\bRevision range\\b.*", Pattern.DOTALL);

  /** Where Zulip would notify people: {@code @**all**}, {@code @_**name**}, {@code @*group*}. */
  private static final Pattern MENTION = Pattern.compile("@(?=_?\\*)");

  /** Between the sign and the asterisks, it ends the mention and is not seen. */
  private static final String SIGN_ALONE = "@\u200B";

  private LogExcerpts() {}

  /**
   * The section for This Week in Rust. The sentences of the log's authors are quoted; only where
   * the newsletter's renderer would read them otherwise than GitHub, their markup changes. Nobody
   * is notified by what a log quotes, such as titles.
   *
   * @param address where the log is published
   * @param withTable whether the section has the summary table
   * @return empty if the log lacks a range, or a summary table with a row per kind
   */
  public static Optional<String> thisWeekInRust(
      TriageLog log, LogAddress address, boolean withTable) {
    Optional<LogTable> table = newsletterTable(log);
    if (table.isEmpty() || log.ranges().isEmpty()) {
      return Optional.empty();
    }
    String summary =
        withTable ? "**Summary**:\n\n" + paragraph(lines(log.text(table.get().lines()))) : "";
    return Optional.of(
        withoutMentions(
            """
        ### Rust Compiler Performance Triage

        %s%s
        %s%s[Full report here](%s)
        """
                .formatted(
                    paragraph(NewsletterMarkdown.of(opening(log))),
                    creditAndRanges(log),
                    summary,
                    paragraph(NewsletterMarkdown.of(countLines(log))),
                    address.url())));
  }

  /**
   * The message for chat. Nobody is notified by what a log quotes, such as titles.
   *
   * @param address where the log is published
   * @return empty if the log lacks a date or a range
   */
  public static Optional<String> zulip(TriageLog log, LogAddress address) {
    return log.ranges().isEmpty()
        ? Optional.empty()
        : log.date().map(date -> withoutMentions(zulip(log, date, address)));
  }

  private static String zulip(TriageLog log, LocalDate date, LogAddress address) {
    String change =
        newsletterTable(log)
            .or(() -> log.summary().stream().findFirst())
            .flatMap(table -> table.figures(SummaryRow.RowKind.PRIMARY_ALL))
            .map(LogExcerpts::change)
            .orElse("");
    return "**[Triage log of %s](%s)**\n\n%s%s%s%s"
        .formatted(
            date,
            address.url(),
            paragraph(opening(log)),
            paragraph(credit(log)),
            countLines(log),
            change);
  }

  private static String withoutMentions(String text) {
    return MENTION.matcher(text).replaceAll(SIGN_ALONE);
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

  private static String opening(TriageLog log) {
    return LinkedText.of(log, log.opening());
  }

  /** The line that names the authors, in their words; empty if the log has none. */
  private static String credit(TriageLog log) {
    String words = log.credit().map(span -> LinkedText.of(log, span)).orElse("");
    return RANGE.matcher(words).replaceFirst("").strip();
  }

  private static String creditAndRanges(TriageLog log) {
    String ranges =
        log.ranges().stream()
            .map(range -> "Revision range: " + LinkedText.link(log, range) + "\n")
            .collect(joining());
    String credit = NewsletterMarkdown.of(credit(log));
    return credit.isEmpty() ? ranges : credit + "\n" + ranges;
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
}
