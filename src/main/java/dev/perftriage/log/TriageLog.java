package dev.perftriage.log;

import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.prose.SelectionSentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A triage log, as far as the parser understood it. Missing parts are empty.
 *
 * @param source its text
 * @param title the date in its title
 * @param opening the sentences before "Triage done by"
 * @param triagers its authors, by GitHub login if the log gives one
 * @param credit the lines that name its authors
 * @param ranges the links of its revision range, usually one
 * @param summary the tables of the whole week
 * @param counts the counts that it states about itself
 * @param countLines the lines that state them
 * @param sections its sections, in document order
 * @param links all links in it
 * @param passages its text outside links, code and the titles of entries
 * @param brokenLinks text that was meant as a link but is not one, including in titles
 * @param notUnderstood what the parser did not understand
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

  /** The URLs of its ranges; empty if none can be read. */
  public List<SiteUrl> revisions() {
    return ranges.stream().flatMap(link -> link.perf().stream()).toList();
  }

  /** The start of its range; empty if it cannot be read. */
  public Optional<String> firstRevision() {
    return revisions().stream().findFirst().map(SiteUrl::start);
  }

  /** The end of its range; empty if it cannot be read. */
  public Optional<String> lastRevision() {
    return revisions().stream().reduce((former, latter) -> latter).map(SiteUrl::end);
  }

  /** The date in its file name, or else in its title; empty if there is none. */
  public Optional<LocalDate> date() {
    return LogFiles.dateIn(source.name()).or(() -> title);
  }

  /** The entries of all sections, in document order. */
  public List<LogEntry> entries() {
    return sections.stream().flatMap(section -> section.entries().stream()).toList();
  }

  /** The entries of the sections of a kind. */
  public List<LogEntry> entries(SectionKind kind) {
    return sections(kind).flatMap(section -> section.entries().stream()).toList();
  }

  /** Its tables: those of the whole week, then those of its entries. */
  public Stream<LogTable> tables() {
    return Stream.concat(
        summary.stream(), entries().stream().flatMap(entry -> entry.tables().stream()));
  }

  /**
   * Whether the sentence below a table names test cases with a zero baseline: they are counted, but
   * have no part in mean and range.
   */
  public boolean countsFromZero(LogTable table) {
    return source
        .text()
        .substring(table.lines().end())
        .stripLeading()
        .startsWith(SelectionSentences.NOT_IN_MEAN);
  }

  /** The comparisons that its entries link to, in document order. */
  public List<SiteUrl> steps() {
    return entries().stream().flatMap(entry -> entry.revisions().stream()).toList();
  }

  /** The sections of a kind. */
  public Stream<LogSection> sections(SectionKind kind) {
    return sections.stream().filter(section -> section.kind() == kind);
  }

  /** The text of a span. */
  public String text(TextSpan place) {
    return source.text().substring(place.start(), place.end());
  }

  /**
   * What stands below an entry's title beside its tables, as Markdown that can stand elsewhere:
   * lines end with {@code \\n}, and no link refers to another part of the log. Empty if there is
   * nothing.
   */
  public String notes(LogEntry entry) {
    List<String> parts = new ArrayList<>();
    int from = entry.titleEnd();
    for (LogTable table : entry.tables()) {
      parts.add(LinkedText.of(this, new TextSpan(from, table.lines().start())));
      from = table.lines().end();
    }
    parts.add(LinkedText.of(this, new TextSpan(from, entry.end())));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return source.line(offset);
  }

  /**
   * A piece of text on one line.
   *
   * @param words the text as a reader sees it
   * @param start the offset of its first character
   */
  public record Passage(String words, int start) {}

  /**
   * A part of the text.
   *
   * @param start the offset of its first character
   * @param end the offset after its last character
   */
  public record TextSpan(int start, int end) {

    /** Whether it has no characters. */
    public boolean isEmpty() {
      return start == end;
    }

    /** Whether it contains an offset. */
    public boolean contains(int offset) {
      return start <= offset && offset < end;
    }
  }
}
