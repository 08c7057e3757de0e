package dev.perftriage.log.followup;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.Note;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Whether notes say that a regression is triaged, in the words of the published logs. */
final class TriagedNote {

  private static final Pattern CLAUSE_END = Pattern.compile("[.;!?](?=\\s|$)|\\bbut\\b");

  private static final Pattern TRIAGED =
      Pattern.compile(
          "\\b(?:mark|label|call)(?:l?ed|l?ing)?\\b.{0,60}\\btriaged\\b"
              + "|\\balready (?:been )?triaged\\b|\\btriaged already\\b|\\bwas triaged\\b"
              + "|^\\W*(?:regression )?triaged\\b|\\btriaged by\\b"
              + "|\\btriaged marking\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_TRIAGED =
      Pattern.compile(
          "(?:\\b(?:not|no|never|without|until|unless|attempted to|tried to|instead of|before)"
              + "\\b|n't\\b).{0,50}\\b(?:mark|label|call|triaged)",
          Pattern.CASE_INSENSITIVE);

  private TriagedNote() {}

  /** Whether a note of an entry says that it is triaged, or is marked so now. */
  static boolean isOf(LogEntry entry) {
    return entry.notes().stream().map(Note::words).anyMatch(TriagedNote::saysTriaged);
  }

  static boolean saysTriaged(String words) {
    return Arrays.stream(CLAUSE_END.split(words, -1))
        .anyMatch(clause -> TRIAGED.matcher(clause).find() && !NOT_TRIAGED.matcher(clause).find());
  }
}
