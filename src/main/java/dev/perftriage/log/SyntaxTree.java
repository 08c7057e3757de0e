package dev.perftriage.log;

import dev.perftriage.model.DataException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses Markdown and reads text and offsets from its nodes. */
final class SyntaxTree {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SyntaxTree() {}

  /** Parses a log; throws a {@link DataException} if its tables have a million cells. */
  static Node parse(LogText source) {
    try {
      return parse(source.text());
    } catch (IllegalArgumentException e) {
      // The parser bounds the cells that it adds to rows shorter than the head of their table.
      throw new DataException(
          "Reading the log " + source.name() + ": its tables have more cells than can be read", e);
    }
  }

  static Node parse(String text) {
    // Replacing the mark with a space keeps the offsets.
    return PARSER.parse(text.startsWith(BYTE_ORDER_MARK) ? ' ' + text.substring(1) : text);
  }

  static List<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext).toList();
  }

  /** All nodes of a type below a node, in document order. */
  static <N extends Node> List<N> all(Node root, Class<N> type) {
    return below(root).filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<Node> below(Node root) {
    return children(root).stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
  }

  /** The offset of a node's first character. */
  static int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (!spans.isEmpty()) {
      return spans.get(0).getInputIndex();
    }
    return node.getFirstChild() == null ? 0 : start(node.getFirstChild());
  }

  /** The offset after a node's last character. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return node.getLastChild() == null ? 0 : end(node.getLastChild());
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }

  /** The text of a node as a reader sees it, without spaces at its ends. */
  static String words(Node node) {
    return shown(node).strip();
  }

  /** The text of adjacent nodes, without spaces at its ends. */
  static String words(List<Node> nodes) {
    return nodes.stream().map(SyntaxTree::shown).collect(Collectors.joining()).strip();
  }

  /** The text of a node as a reader sees it; a line break is a space. */
  static String shown(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    if (node instanceof Code code) {
      return code.getLiteral();
    }
    if (node instanceof HtmlInline html) {
      return html.getLiteral().startsWith("<br") ? " " : html.getLiteral();
    }
    if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      return " ";
    }
    return children(node).stream().map(SyntaxTree::shown).collect(Collectors.joining());
  }
}
