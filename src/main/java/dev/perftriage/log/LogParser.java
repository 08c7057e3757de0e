package dev.perftriage.log;

import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.log.TriageLog.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Reads a triage log of any year. Nothing in a log makes it fail. */
public final class LogParser {

  private static final int SECTION_LEVEL = 4;

  private LogParser() {}

  /** Reads a log. */
  public static TriageLog parse(LogText source) {
    Node document = SyntaxTree.parse(source.text());
    List<LogLink> links =
        SyntaxTree.all(document, Link.class).stream()
            .map(link -> LogLink.of(link, source))
            .toList();
    boolean linksComparisons = links.stream().anyMatch(LogLink::isComparisonLink);
    TableReader tables = new TableReader(source);
    HeadReader head = new HeadReader(source, tables);
    List<LogSection> sections = new ArrayList<>();
    List<ParseWarning> warnings = new ArrayList<>();
    List<Node> blocks = SyntaxTree.children(document);
    List<Integer> headings = headings(blocks);
    int first = headings.isEmpty() ? blocks.size() : headings.get(0);
    blocks.subList(0, first).forEach(head::read);
    for (int i = 0; i < headings.size(); i++) {
      int from = headings.get(i);
      int to = i + 1 < headings.size() ? headings.get(i + 1) : blocks.size();
      int end =
          to < blocks.size()
              ? source.lineStart(SyntaxTree.start(blocks.get(to)))
              : source.text().length();
      sections.add(
          new SectionReader(source, tables, warnings, linksComparisons)
              .read(blocks.subList(from, to), end));
    }
    return head.log(
        sections, links, passages(document, sections), BrokenLinks.in(document, source), warnings);
  }

  private static List<Passage> passages(Node document, List<LogSection> sections) {
    List<TextSpan> titles =
        sections.stream()
            .flatMap(section -> section.entries().stream())
            .map(entry -> new TextSpan(entry.start(), entry.titleEnd()))
            .toList();
    return SyntaxTree.all(document, Text.class).stream()
        .filter(text -> !(text.getParent() instanceof Link))
        .map(text -> new Passage(text.getLiteral(), SyntaxTree.start(text)))
        .filter(passage -> titles.stream().noneMatch(title -> title.contains(passage.start())))
        .toList();
  }

  /** Where sections begin. Before September 2020 some began with a paragraph of one word. */
  private static List<Integer> headings(List<Node> blocks) {
    List<Integer> headings = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Node block = blocks.get(i);
      boolean first = headings.isEmpty();
      if (block instanceof Heading heading
          && heading.getLevel() > 1
          && heading.getLevel() <= SECTION_LEVEL) {
        headings.add(i);
      } else if (block instanceof Paragraph
          && SectionKind.of(SyntaxTree.words(block)) != SectionKind.OTHER
          && (first || block.getNext() instanceof BulletList)) {
        headings.add(i);
      }
    }
    return headings;
  }
}
