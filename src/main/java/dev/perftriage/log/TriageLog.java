package dev.perftriage.log;

import dev.perftriage.model.SiteUrl;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A triage log, as far as it was understood. Whatever it does not have is empty.
 *
 * @param source its text
 * @param title the date that its title gives
 * @param opening the sentences before "Triage done by"
 * @param triagers who wrote it, by GitHub login where the log gives that
 * @param credit where it says who wrote it
 * @param ranges the links of its revision range: one as a rule
 * @param summary the tables of the whole week
 * @param counts what it says about its own size
 * @param countLines where it says so
 * @param sections its sections, in the order in which they stand
 * @param links every link in it
 * @param passages its words outside links, code and the titles of entries
 * @param brokenLinks the words, those of titles too, in which a link was meant and none is
 * @param notUnderstood what is kept but has no meaning here
 */
public record TriageLog(
    LogText source,
    Optional<LocalDate> title,
    TextSpan opening,
    List<String> triagers,
    Optional<TextSpan> credit,
    List<LogLink> ranges,
    List<LogTable> summary,
    StatedCounts counts,
    List<TextSpan> countLines,
    List<LogSection> sections,
    List<LogLink> links,
    List<Passage> passages,
    List<Passage> brokenLinks,
    List<ParseWarning> notUnderstood) {

  /** Copies the lists. */
  public TriageLog {
    triagers = List.copyOf(triagers);
    ranges = List.copyOf(ranges);
    summary = List.copyOf(summary);
    countLines = List.copyOf(countLines);
    sections = List.copyOf(sections);
    links = List.copyOf(links);
    passages = List.copyOf(passages);
    brokenLinks = List.copyOf(brokenLinks);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /**
   * The revisions that its ranges lead from and to; none where it has no range that can be read.
   */
  public List<SiteUrl> revisions() {
    return ranges.stream().flatMap(link -> link.perf().stream()).toList();
  }

  /** Where its range starts; empty where that cannot be read. */
  public Optional<String> firstRevision() {
    return revisions().stream().findFirst().map(SiteUrl::start);
  }

  /** Where its range ends; empty where that cannot be read. */
  public Optional<String> lastRevision() {
    return revisions().stream().reduce((former, latter) -> latter).map(SiteUrl::end);
  }

  /** Its day: the one its file is named after, or else its title's. */
  public Optional<LocalDate> date() {
    return LogFiles.dateIn(source.name()).or(() -> title);
  }

  /** The entries of all sections, in the order in which they stand. */
  public List<LogEntry> entries() {
    return sections.stream().flatMap(section -> section.entries().stream()).toList();
  }

  /** The entries of the sections of a kind. */
  public List<LogEntry> entries(SectionKind kind) {
    return sections(kind).flatMap(section -> section.entries().stream()).toList();
  }

  /** The sections of a kind. */
  public Stream<LogSection> sections(SectionKind kind) {
    return sections.stream().filter(section -> section.kind() == kind);
  }

  /** The text of a place. */
  public String text(TextSpan place) {
    return source.text().substring(place.start(), place.end());
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return source.line(offset);
  }

  /**
   * Some words on one line.
   *
   * @param words the words as a reader sees them
   * @param start the offset of their first character
   */
  public record Passage(String words, int start) {}

  /**
   * A part of the text.
   *
   * @param start the offset of its first character
   * @param end the offset behind its last character
   */
  public record TextSpan(int start, int end) {

    /** Whether nothing is there. */
    public boolean isEmpty() {
      return start == end;
    }

    /** Whether an offset lies in it. */
    public boolean contains(int offset) {
      return start <= offset && offset < end;
    }
  }
}
