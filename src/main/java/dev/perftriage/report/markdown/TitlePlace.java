package dev.perftriage.report.markdown;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The text around a title, as far as it affects how the title is parsed. */
enum TitlePlace {
  /** At the start of a paragraph that continues with links. */
  PARAGRAPH("", " [#1](u) [(l)](u)"),

  /** Within the text of a link, after other words. */
  LINK("#1 ", "]");

  private final String before;
  private final String after;

  TitlePlace(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /** The index at which the title starts in what is parsed. */
  int start() {
    return before.length();
  }

  /** The first block of the line with a title. */
  Node parsed(String title) {
    return Markdown.PARSER.parse(before + title + after).getFirstChild();
  }

  /** Whether a title is one paragraph by itself, or makes one link at the start of a line. */
  boolean isWhole(String title) {
    boolean isLink = this == LINK;
    Node block =
        Markdown.PARSER.parse(isLink ? "[" + before + title + "](u)" : title).getFirstChild();
    if (block == null) {
      return title.isEmpty();
    }
    Node first = block.getFirstChild();
    return block instanceof Paragraph
        && block.getNext() == null
        && (!isLink || (first instanceof Link && first.getNext() == null));
  }

  /** A title in Markdown with backticks in place of the characters of code spans. */
  String withoutCode(String title) {
    StringBuilder visible = new StringBuilder(title);
    for (Node node = parsed(title).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Code) {
        int from = node.getSourceSpans().get(0).getInputIndex() - start();
        int to = end(node) - start();
        visible.replace(from, to, "`".repeat(to - from));
      }
    }
    return visible.toString();
  }

  /** The index after a node in what is parsed. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }

  /** Loaded with the first title that needs parsing, which many reports do not have. */
  private static final class Markdown {

    private static final Parser PARSER =
        Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
  }
}
