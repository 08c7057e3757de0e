package dev.perftriage.log;

import dev.perftriage.model.SiteUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.jspecify.annotations.Nullable;

/** Reads one section: its heading, and the entries below it. */
final class SectionReader {

  private final LogText source;
  private final TableReader tables;
  private final List<ParseWarning> warnings;

  /** Whether titles in this log have a comparison link. */
  private final boolean linksComparisons;

  private final List<SectionText> texts = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private @Nullable EntryTitle title;
  private int start;
  private int titleEnd;
  private final List<LogTable> entryTables = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private Optional<LogLink> prose = Optional.empty();

  SectionReader(
      LogText source, TableReader tables, List<ParseWarning> warnings, boolean linksComparisons) {
    this.source = source;
    this.tables = tables;
    this.warnings = warnings;
    this.linksComparisons = linksComparisons;
  }

  /**
   * Reads a section.
   *
   * @param blocks its heading and all blocks up to the next one
   * @param end the offset of the next heading, or the log's end
   */
  LogSection read(List<Node> blocks, int end) {
    Node heading = blocks.get(0);
    String words = SyntaxTree.words(heading);
    SectionKind kind = SectionKind.of(words);
    if (kind == SectionKind.OTHER) {
      warn(heading, "a section '" + words + "'");
    }
    if (kind.isCounted() || kind == SectionKind.OTHER) {
      blocks.stream().skip(1).forEach(this::read);
    }
    finish(end);
    return new LogSection(kind, words, texts, entries, source.lines(heading).start());
  }

  private void read(Node block) {
    if (block instanceof Paragraph paragraph && isTitle(paragraph)) {
      begin(SyntaxTree.children(paragraph), block);
    } else if (block instanceof TableBlock table) {
      readTable(table);
    } else if (block instanceof BulletList list && title == null && listsEntries(list)) {
      SyntaxTree.children(list).forEach(this::readListedEntry);
    } else if (title != null) {
      readNotes(block);
    } else if (entries.isEmpty() && !(block instanceof Heading)) {
      texts.add(new SectionText(SyntaxTree.words(block), source.lines(block)));
    } else if (block instanceof Heading) {
      warn(block, "a heading '" + SyntaxTree.words(block) + "'");
    }
  }

  private boolean isTitle(Paragraph paragraph) {
    EntryTitle asTitle = EntryTitle.of(SyntaxTree.children(paragraph), source);
    if (linksComparisons) {
      return asTitle.comparison().isPresent()
          || (asTitle.pull().isPresent() && paragraph.getNext() instanceof TableBlock);
    }
    return asTitle.pull().filter(pull -> isAtEnd(pull, paragraph)).isPresent()
        && paragraph.getNext() instanceof ListBlock list
        && comparison(list).isPresent();
  }

  private boolean isAtEnd(LogLink pull, Paragraph paragraph) {
    return pull.start() == SyntaxTree.start(paragraph)
        || source.text().substring(pull.end(), SyntaxTree.end(paragraph)).isBlank();
  }

  /** Until August 2020, entries were the items of one list, titled by the item's first link. */
  private static boolean listsEntries(BulletList list) {
    return SyntaxTree.children(list).stream()
        .allMatch(
            item ->
                item.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Link link
                    && SyntaxTree.words(link).matches(".*#\\d{1,9}"));
  }

  private void readListedEntry(Node item) {
    List<Node> inlines = SyntaxTree.children(item.getFirstChild());
    begin(inlines.subList(0, 1), item);
    prose = comparison(item);
    addNote(inlines.subList(1, inlines.size()), item);
    SyntaxTree.children(item).stream().skip(1).forEach(this::readNotes);
    finish(source.lines(item).end());
  }

  private void readTable(TableBlock block) {
    Optional<LogTable> table = title == null ? Optional.empty() : tables.read(block);
    table.ifPresentOrElse(entryTables::add, () -> warn(block, "a table"));
    notes.addAll(tables.takeNotes());
  }

  private void readNotes(Node block) {
    if (block instanceof ListBlock) {
      if (!linksComparisons && prose.isEmpty()) {
        prose = comparison(block);
      }
      SyntaxTree.children(block).forEach(this::readNote);
    } else if (!(block instanceof LinkReferenceDefinition) && !(block instanceof HtmlBlock)) {
      addNote(List.of(block), block);
    }
  }

  /**
   * Reads one list item. If the blank line after a list is missing, Markdown makes the next entry's
   * title part of the last item.
   */
  private void readNote(Node item) {
    List<Node> inlines =
        item.getLastChild() instanceof Paragraph last ? SyntaxTree.children(last) : List.of();
    int lineBreak = inlines.size() - 1;
    while (lineBreak >= 0 && !(inlines.get(lineBreak) instanceof SoftLineBreak)) {
      lineBreak--;
    }
    List<Node> lastLine = inlines.subList(lineBreak + 1, inlines.size());
    if (lineBreak < 0 || !isTitleLine(lastLine)) {
      addNote(List.of(item), item);
      return;
    }
    addNote(inlines.subList(0, lineBreak), item);
    warn(lastLine.get(0), "an entry without a blank line before its title");
    begin(lastLine, lastLine.get(0));
  }

  private boolean isTitleLine(List<Node> line) {
    EntryTitle asTitle = EntryTitle.of(line, source);
    int start = SyntaxTree.start(line.get(0));
    return asTitle.comparison().isPresent()
        && asTitle.pull().isPresent()
        && source.lineStart(start) == start;
  }

  private void addNote(List<Node> words, Node block) {
    notes.add(new Note(SyntaxTree.words(words), source.line(block)));
  }

  private Optional<LogLink> comparison(Node block) {
    return LogLink.allIn(block, source).stream()
        .filter(link -> link.perf().filter(SiteUrl::isComparison).isPresent())
        .findFirst();
  }

  private void begin(List<Node> inlines, Node block) {
    int at = source.lineStart(SyntaxTree.start(block));
    finish(at);
    title = EntryTitle.of(inlines, source);
    start = at;
    titleEnd = SyntaxTree.end(inlines.get(inlines.size() - 1));
  }

  private void finish(int end) {
    if (title != null) {
      entries.add(
          new LogEntry(
              title.words(),
              title.pull(),
              title.comparison().or(() -> prose),
              entryTables,
              notes,
              start,
              titleEnd,
              end,
              source.line(start)));
    }
    title = null;
    prose = Optional.empty();
    entryTables.clear();
    notes.clear();
  }

  private void warn(Node block, String what) {
    warnings.add(new ParseWarning(source.line(block), what));
  }
}
