package dev.perftriage.log;

import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.DataException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Parses triage logs of all years. It warns about text it does not understand. */
public final class LogParser {

  private static final int SECTION_LEVEL = 4;

  private LogParser() {}

  /**
   * Parses a log.
   *
   * @throws DataException if it is none that a person would write: its tables have a million cells,
   *     or its Markdown is nested a thousand levels deep
   */
  public static TriageLog parse(LogText source) {
    try {
      return read(source);
    } catch (StackOverflowError e) {
      throw new DataException(
          "Reading the log " + source.name() + ": its Markdown is nested too deeply", e);
    }
  }

  private static TriageLog read(LogText source) {
    Node document = SyntaxTree.parse(source);
    List<LogLink> links = LogLink.allIn(document, source);
    boolean linksComparisons = links.stream().anyMatch(LogLink::isComparisonLink);
    List<ParseWarning> warnings = new ArrayList<>();
    TableReader tables = new TableReader(source, warnings);
    HeadReader head = new HeadReader(source, tables, warnings);
    List<LogSection> sections = new ArrayList<>();
    List<Node> blocks = SyntaxTree.children(document);
    List<Integer> starts = headings(blocks);
    starts.add(blocks.size());
    blocks.subList(0, starts.get(0)).forEach(head::read);
    for (int i = 0; i + 1 < starts.size(); i++) {
      List<Node> section = blocks.subList(starts.get(i), starts.get(i + 1));
      int end =
          starts.get(i + 1) < blocks.size()
              ? source.lines(blocks.get(starts.get(i + 1))).start()
              : source.text().length();
      sections.add(
          new SectionReader(source, tables, warnings, linksComparisons).read(section, end));
    }
    return head.log(
        sections, links, passages(document, sections), BrokenLinks.in(document, source));
  }

  private static List<Passage> passages(Node document, List<LogSection> sections) {
    List<TextSpan> titles =
        sections.stream()
            .flatMap(section -> section.entries().stream())
            .map(LogEntry::titleSpan)
            .toList();
    return SyntaxTree.all(document, Text.class).stream()
        .filter(text -> !(text.getParent() instanceof Link))
        .map(text -> new Passage(text.getLiteral(), SyntaxTree.start(text)))
        .filter(passage -> titles.stream().noneMatch(title -> title.contains(passage.start())))
        .toList();
  }

  /** The indices of section headings. Before September 2020 some were paragraphs of one word. */
  private static List<Integer> headings(List<Node> blocks) {
    List<Integer> headings = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (isHeading(blocks.get(i), headings.isEmpty())) {
        headings.add(i);
      }
    }
    return headings;
  }

  private static boolean isHeading(Node block, boolean isFirst) {
    if (block instanceof Heading heading) {
      return heading.getLevel() > 1 && heading.getLevel() <= SECTION_LEVEL;
    }
    return block instanceof Paragraph
        && SectionKind.of(SyntaxTree.words(block)) != SectionKind.OTHER
        && (isFirst || block.getNext() instanceof BulletList);
  }
}
