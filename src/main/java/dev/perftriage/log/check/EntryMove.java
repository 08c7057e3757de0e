package dev.perftriage.log.check;

import dev.perftriage.log.CommitOrder;
import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SectionText;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Optional;

/** Moves an entry to another section, or removes it, and corrects the counts. */
public final class EntryMove {

  private final TriageLog log;
  private final LogEntry entry;
  private final String newline;

  private EntryMove(TriageLog log, LogEntry entry) {
    this.log = log;
    this.entry = entry;
    this.newline = log.source().lineEnding();
  }

  /**
   * The log with an entry moved. A sentence such as "No regressions this week." goes when an entry
   * comes to its section.
   *
   * @param entry one of its entries
   * @param to one of the three counted sections; empty removes the entry
   */
  public static LogText apply(TriageLog log, LogEntry entry, Optional<SectionKind> to) {
    List<SourceEdit> placeholders =
        log.sections().stream()
            .filter(section -> to.filter(section.kind()::equals).isPresent())
            .flatMap(section -> section.texts().stream())
            .filter(SectionText::saysNone)
            .map(text -> removal(log, text))
            .toList();
    TriageLog cleared = LogParser.parse(log.source().with(placeholders));
    return move(cleared, cleared.entries().get(log.entries().indexOf(entry)), to);
  }

  /** Removes a block of text with one blank line after it. */
  private static SourceEdit removal(TriageLog log, SectionText text) {
    int end = text.lines().end();
    int after = log.source().lineEnd(end);
    boolean blankFollows = log.source().text().substring(end, after).isBlank();
    return new SourceEdit(text.lines().start(), blankFollows ? after : end, "");
  }

  private static LogText move(TriageLog log, LogEntry entry, Optional<SectionKind> to) {
    SourceEdit cut = new SourceEdit(entry.start(), entry.end(), "");
    EntryMove move = new EntryMove(log, entry);
    LogText moved =
        log.source().with(to.map(kind -> List.of(cut, move.insertion(kind))).orElse(List.of(cut)));
    TriageLog after = LogParser.parse(moved);
    return LogRepair.of(after, CheckContext.NONE, CountRules.RULES).log();
  }

  private SourceEdit insertion(SectionKind kind) {
    Optional<LogSection> section = log.sections(kind).findFirst();
    if (section.isEmpty()) {
      int at = placeForSection(kind);
      String heading = "#### " + kind.heading() + newline + newline;
      return at(at, blankBefore(at) + heading + block());
    }
    List<LogEntry> entries = section.get().entries();
    List<SectionText> texts = section.get().texts();
    if (entries.isEmpty() && !texts.isEmpty()) {
      int at = texts.get(texts.size() - 1).lines().end();
      return at(at, blankBefore(at) + block());
    }
    if (entries.isEmpty()) {
      int at = log.source().lineEnd(section.get().start());
      boolean blankFollows = log.source().text().startsWith(newline, at);
      return blankFollows ? at(at + newline.length(), block()) : at(at, newline + block());
    }
    CommitOrder order = new CommitOrder(log);
    int at =
        entries.stream()
            .filter(other -> comesAfter(order, other))
            .findFirst()
            .map(LogEntry::start)
            .orElse(entries.get(entries.size() - 1).end());
    return at(at, blankBefore(at) + block());
  }

  private boolean comesAfter(CommitOrder order, LogEntry other) {
    return entry.revisions().isPresent()
        && other.revisions().isPresent()
        && order.follows(entry.revisions().get().end(), other.revisions().get().start());
  }

  private static SourceEdit at(int at, String text) {
    return new SourceEdit(at, at, text);
  }

  /** The offset for a new section: before the sections that follow it, or at the end. */
  private int placeForSection(SectionKind kind) {
    return log.sections().stream()
        .filter(section -> section.kind().compareTo(kind) >= 0)
        .findFirst()
        .map(LogSection::start)
        .orElse(log.source().text().length());
  }

  /** The text of the entry, followed by at least one blank line. */
  private String block() {
    String text = log.source().text().substring(entry.start(), entry.end());
    String core = text.stripTrailing();
    String blank = text.substring(core.length());
    int lines = (int) blank.chars().filter(sign -> sign == '\n').count();
    return lines >= 2 ? text : core + newline + newline;
  }

  /** The line endings that separate a new block from the text before it by a blank line. */
  private String blankBefore(int at) {
    String before = log.source().text().substring(0, at);
    if (before.isEmpty() || before.endsWith(newline + newline)) {
      return "";
    }
    return before.endsWith("\n") ? newline : newline + newline;
  }
}
