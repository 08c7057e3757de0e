package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that search the source of a log for lines that are not meant to be published. */
final class SourceRules {

  private static final String WORD = "\\b(?:draft|TODO|FIXME|XXX)\\b";
  private static final String WITHIN = "(?:(?!-->)[^\\r\\n])*";
  private static final Pattern COMMENT =
      Pattern.compile("<!--" + WITHIN + WORD + WITHIN + "(?:-->)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONFLICT =
      Pattern.compile("^(?:[<>|]{7}(?: [^\\r\\n]*)?|={7})(?=\\r?$)", Pattern.MULTILINE);
  private static final Pattern BOT =
      Pattern.compile("^[ \\t>*+-]*@(?:rustbot|bors|rust-timer)\\b[^\\r\\n]*", Pattern.MULTILINE);

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding("draft", "comment that marks a draft or a TODO", SourceRules::drafts),
          LogRule.finding(
              "conflict",
              "conflict marker of Git",
              log -> found(log, CONFLICT, "the conflict marker '%s' is left")),
          LogRule.finding(
              "bot-command",
              "line that is a command to a bot",
              log -> found(log, BOT, "'%s' is a command to a bot")));

  private SourceRules() {}

  static Stream<Violation> drafts(TriageLog log) {
    return found(log, COMMENT, "the comment '%s' is left");
  }

  private static Stream<Violation> found(TriageLog log, Pattern pattern, String message) {
    return pattern
        .matcher(log.source().text())
        .results()
        .map(
            place ->
                new Violation(log.line(place.start()), message.formatted(place.group().strip())));
  }
}
