package dev.perftriage.log.followup;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a log leaves open about an entry, in the words of the published logs. */
public enum Promise {
  /** Somebody was asked: "pinged the author", "left a note". */
  ASKED(
      "\\b(?:pinged|nudged|nagged|asked|asking (?:the|for)|reached out)\\b(?! for (?:in|by)\\b)"
          + "|\\b(?:left|posted) (?:a |another )?(?:note|comment|message|question)\\b"
          + "|\\bwaiting (?:on|for)\\b"),

  /** A measurement was started: "started perf runs". */
  RUN_STARTED(
      "\\b(?:started|starting|queued|kicked off|fired off|requested|requesting|launched|scheduled"
          + "|doing|triggered)\\b.{0,40}\\b(?:perf|(?:rust-)?timer)\\b.{0,12}\\b(?:runs?|builds?)\\b"),

  /** It is deliberately not marked as triaged: "not marking as triaged yet". */
  NOT_TRIAGED(
      "\\b(?:not|n't|without)\\b.{0,30}\\b(?:mark(?:ed|ing)?|label(?:l?ed|l?ing)?)\\b.{0,40}\\btriaged?\\b"),

  /** It is a regression without the label that says that it is triaged. */
  UNLABELED("(?!)");

  private final Pattern pattern;

  Promise(String words) {
    this.pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What a note leaves open; empty if nothing, as far as its words are known. */
  static Optional<Promise> in(String words) {
    return Arrays.stream(values())
        .filter(promise -> promise.pattern.matcher(words).find())
        .findFirst();
  }
}
