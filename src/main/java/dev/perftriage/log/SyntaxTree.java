package dev.perftriage.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown parser, and what is read off its nodes. */
final class SyntaxTree {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SyntaxTree() {}

  static Node parse(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return PARSER.parse(marked ? ' ' + text.substring(1) : text);
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      children.add(node);
    }
    return children;
  }

  /** All nodes of a type below a node, in the order in which they stand. */
  static <N extends Node> List<N> all(Node root, Class<N> type) {
    List<N> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (type.isInstance(node)) {
            found.add(type.cast(node));
          }
        });
    return found;
  }

  private static void walk(Node root, Consumer<Node> visit) {
    for (Node child : children(root)) {
      visit.accept(child);
      walk(child, visit);
    }
  }

  /** The offset of a node's first character. */
  static int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? firstChildStart(node) : spans.get(0).getInputIndex();
  }

  /** The offset behind a node's last character. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return node.getLastChild() == null ? 0 : end(node.getLastChild());
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }

  private static int firstChildStart(Node node) {
    return node.getFirstChild() == null ? 0 : start(node.getFirstChild());
  }

  /** What a reader sees of a node; a line break is a space. */
  static String words(Node node) {
    return shown(node).strip();
  }

  /** The same with the spaces at its ends. */
  static String shown(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(new Words(words));
    return words.toString();
  }

  private static final class Words extends AbstractVisitor {

    private final StringBuilder words;

    private Words(StringBuilder words) {
      this.words = words;
    }

    @Override
    public void visit(Text text) {
      words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      words.append(html.getLiteral().startsWith("<br") ? " " : html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      words.append(' ');
    }
  }
}
