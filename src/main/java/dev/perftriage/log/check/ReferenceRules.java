package dev.perftriage.log.check;

import dev.perftriage.log.LogFiles;
import dev.perftriage.log.LogLink;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.model.PullRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for what a log refers to: its own date, and pull requests in its sentences. */
final class ReferenceRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "title-date",
              "heading missing, or of another date than the file",
              ReferenceRules::date),
          LogRule.repairing(
              "link-swapped", "link whose text and URL are swapped", ReferenceRules::swapped),
          LogRule.finding(
              "bare-number", "pull request number without a link", ReferenceRules::bareNumbers));

  private static final Pattern NAMED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.md$");

  /** Until then, some logs had no heading. */
  private static final LocalDate TITLED_SINCE = LocalDate.of(2021, 9, 1);

  /** An address where the text of a link belongs, and something else where its address does. */
  private static final Pattern SWAPPED =
      Pattern.compile(
          "\\[(https?://[^\\]\\s]+)\\]\\((?!https?://)([^()\\n]+)\\)"
              + "|\\(([^()\\[\\]\\n]+)\\)\\[(https?://[^\\]\\s]+)\\]");

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w/&#])#\\d{4,6}\\b(?!\\)\\[)");

  private static final Pattern QUOTE = Pattern.compile("[\\s*+-]*>");

  private ReferenceRules() {}

  private static Stream<Violation> date(TriageLog log) {
    Optional<LocalDate> file =
        NAMED
            .matcher(log.source().name())
            .results()
            .findFirst()
            .flatMap(name -> LogFiles.date(name.group(1)));
    if (log.title().isEmpty()) {
      return log.date().filter(TITLED_SINCE::isAfter).isPresent()
          ? Stream.empty()
          : Stream.of(new Violation(1, "no heading '# {date} Triage Log'"));
    }
    LocalDate title = log.title().get();
    return file.filter(date -> !date.equals(title)).stream()
        .map(
            date ->
                new Violation(
                    1, "the heading says %s, but the file is of %s".formatted(title, date)));
  }

  /** Whether a text has a link whose text and URL are swapped. */
  static boolean isSwapped(String words) {
    return SWAPPED.matcher(words).find();
  }

  private static Stream<Violation> swapped(TriageLog log) {
    return SWAPPED
        .matcher(log.source().text())
        .results()
        .map(
            link ->
                new Violation(
                    log.line(link.start()),
                    "text and URL of '%s' are swapped".formatted(link.group()),
                    repair(link)));
  }

  /** Swaps text and URL; nothing if they would then name different pull requests. */
  private static List<SourceEdit> repair(MatchResult link) {
    boolean bracketsFirst = link.group(1) != null;
    String text = link.group(bracketsFirst ? 2 : 3);
    String url = link.group(bracketsFirst ? 1 : 4);
    OptionalInt number = PullRef.numberIn(url);
    boolean contradicts =
        text.startsWith("#") && number.isPresent() && !text.equals("#" + number.getAsInt());
    return contradicts
        ? List.of()
        : List.of(new SourceEdit(link.start(), link.end(), "[" + text + "](" + url + ")"));
  }

  private static Stream<Violation> bareNumbers(TriageLog log) {
    return log.passages().stream()
        .filter(passage -> log.links().stream().noneMatch(link -> contains(link, passage)))
        .filter(passage -> !isQuoted(log, passage))
        .flatMap(
            passage ->
                NUMBER
                    .matcher(passage.words())
                    .results()
                    .map(
                        number ->
                            new Violation(
                                log.line(passage.start()), number.group() + " is no link")));
  }

  /** Whether a passage is a quotation, whose words are somebody else's. */
  private static boolean isQuoted(TriageLog log, Passage passage) {
    String before = log.source().text().substring(0, passage.start());
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return QUOTE.matcher(line).lookingAt();
  }

  private static boolean contains(LogLink link, Passage passage) {
    return link.start() <= passage.start() && passage.start() < link.end();
  }
}
