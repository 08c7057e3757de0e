package dev.perftriage.log;

import dev.perftriage.log.TriageLog.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that was meant as a link but that Markdown reads as plain text: it contains {@code
 * ](}, which separates a link's text from its URL. An escaped bracket is plain text on purpose.
 */
final class BrokenLinks {

  private final LogText source;
  private final List<Passage> found = new ArrayList<>();

  /** For each open bracket, whether it could open a link. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private BrokenLinks(LogText source) {
    this.source = source;
  }

  /** The broken links outside links and code, in document order. */
  static List<Passage> in(Node document, LogText source) {
    BrokenLinks links = new BrokenLinks(source);
    Node paragraph = document;
    for (Text text : SyntaxTree.all(document, Text.class)) {
      Node around = around(text);
      if (around == null) {
        continue;
      }
      if (!Objects.equals(around, paragraph)) {
        links.open.clear();
        paragraph = around;
      }
      links.read(text);
    }
    return links.found;
  }

  /** The paragraph, heading or cell that contains a text; null within a link or image. */
  private static @Nullable Node around(Text text) {
    Node node = text.getParent();
    while (!(node instanceof Block || node instanceof TableCell)) {
      if (node instanceof Link || node instanceof Image) {
        return null;
      }
      node = node.getParent();
    }
    return node;
  }

  private void read(Text text) {
    int start = SyntaxTree.start(text);
    String written = source.text().substring(start, SyntaxTree.end(text));
    boolean broken = false;
    for (int at = 0; at < written.length(); at++) {
      boolean escaped = written.charAt(at) == '\\' && at + 1 < written.length();
      at += escaped ? 1 : 0;
      if (written.charAt(at) == '[') {
        open.push(!escaped);
      } else if (written.charAt(at) == ']') {
        boolean couldBeLink = open.isEmpty() || open.pop();
        broken |= couldBeLink && !escaped && written.startsWith("](", at);
      }
    }
    if (broken) {
      found.add(new Passage(text.getLiteral(), start));
    }
  }
}
