package dev.perftriage.log;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Markdown that reads the same by CommonMark, as on GitHub, and by Python-Markdown, which renders
 * the newsletter. For Python-Markdown, a line that begins with {@code #1} is a heading, a list
 * needs a blank line above it, what belongs to a list item is indented by four spaces, and only two
 * spaces break a line; neither links a bare URL.
 */
final class NewsletterMarkdown {

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\\[\\]\"]+");

  /** What ends a sentence or bracket rather than a URL. */
  private static final Pattern AFTER_URL = Pattern.compile("[.,;:!?'*_~)]+$");

  private static final Pattern HEADING_OF_PYTHON = Pattern.compile("(?m)^#(?=#{0,5}[^\\s#])");
  private static final Pattern BREAK_OF_COMMONMARK = Pattern.compile("(?<!\\\\)\\\\(?=\n)");
  private static final String INDENT = "    ";

  private NewsletterMarkdown() {}

  /** Rewrites Markdown; what it says does not change. Lines end with {@code \n}. */
  static String of(String markdown) {
    return blocks(markdown, "\n");
  }

  /**
   * Rewrites the blocks of a text.
   *
   * @param beforeList what is put before a list that directly follows another block
   */
  private static String blocks(String markdown, String beforeList) {
    List<String> lines = markdown.lines().toList();
    StringBuilder written = new StringBuilder();
    int next = 0;
    for (Node block : SyntaxTree.children(SyntaxTree.parse(markdown))) {
      List<SourceSpan> spans = block.getSourceSpans();
      if (spans.isEmpty()) {
        continue;
      }
      int first = spans.get(0).getLineIndex();
      int end = spans.get(spans.size() - 1).getLineIndex() + 1;
      boolean directly = first == next && first > 0;
      lines.subList(next, first).forEach(blank -> written.append(blank).append('\n'));
      List<String> own = lines.subList(first, end);
      if (block instanceof ListBlock list) {
        written.append(directly ? beforeList : "").append(list(list, lines));
      } else if (block instanceof Paragraph) {
        written.append(paragraph(String.join("\n", own))).append('\n');
      } else {
        own.forEach(line -> written.append(line).append('\n'));
      }
      next = end;
    }
    lines.subList(next, lines.size()).forEach(line -> written.append(line).append('\n'));
    return written.toString().stripTrailing();
  }

  private static String list(ListBlock list, List<String> lines) {
    StringBuilder written = new StringBuilder();
    int number =
        list instanceof OrderedList ordered
            ? Objects.requireNonNullElse(ordered.getMarkerStartNumber(), 1)
            : 1;
    int next = list.getSourceSpans().get(0).getLineIndex();
    for (Node item : SyntaxTree.children(list)) {
      List<SourceSpan> spans = item.getSourceSpans();
      int first = spans.get(0).getLineIndex();
      int end = spans.get(spans.size() - 1).getLineIndex() + 1;
      written.append("\n".repeat(first - next));
      String marker = list instanceof BulletList ? "- " : number++ + ". ";
      written.append(marker).append(item((ListItem) item, lines.subList(first, end)));
      next = end;
    }
    return written.toString();
  }

  /** The lines of an item after its marker, all but the first indented. */
  private static String item(ListItem item, List<String> lines) {
    int content = Objects.requireNonNull(item.getContentIndent());
    String own =
        IntStream.range(0, lines.size())
            .mapToObj(
                at ->
                    at == 0 ? afterMarker(lines.get(0), content) : dedented(lines.get(at), content))
            .collect(joining("\n"));
    List<String> rewritten = blocks(own, "").lines().toList();
    return IntStream.range(0, rewritten.size())
        .mapToObj(
            at -> (at == 0 || rewritten.get(at).isEmpty() ? "" : INDENT) + rewritten.get(at) + "\n")
        .collect(joining());
  }

  private static String afterMarker(String line, int content) {
    return line.substring(Math.min(content, line.length()));
  }

  /** A line without the indentation of its item, which a lazy continuation may lack. */
  private static String dedented(String line, int content) {
    int spaces = 0;
    while (spaces < Math.min(content, line.length()) && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return line.substring(spaces);
  }

  private static String paragraph(String markdown) {
    String escaped = HEADING_OF_PYTHON.matcher(withLinks(markdown)).replaceAll("\\\\#");
    return BREAK_OF_COMMONMARK.matcher(escaped).replaceAll("  ");
  }

  /** A paragraph whose bare URLs are links. */
  private static String withLinks(String markdown) {
    LogText source = new LogText("", markdown);
    List<SourceEdit> edits = new ArrayList<>();
    for (Text text : SyntaxTree.all(SyntaxTree.parse(markdown), Text.class)) {
      if (isInLink(text)) {
        continue;
      }
      int start = SyntaxTree.start(text);
      String written = markdown.substring(start, SyntaxTree.end(text));
      for (MatchResult found : URL.matcher(written).results().toList()) {
        String url = AFTER_URL.matcher(found.group()).replaceFirst("");
        int at = start + found.start();
        edits.add(new SourceEdit(at, at + url.length(), "<" + url + ">"));
      }
    }
    return source.with(edits).text();
  }

  private static boolean isInLink(Node node) {
    for (Node above = node; above != null; above = above.getParent()) {
      if (above instanceof Link || above instanceof Image) {
        return true;
      }
    }
    return false;
  }
}
