package dev.perftriage.report.markdown;

import dev.perftriage.report.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Escapes a title so that Markdown shows it literally. The title is parsed in its context; if the
 * parser finds anything but text and code spans, the character responsible gets a backslash, and
 * the title is parsed again. A title that renders as itself stays unchanged; one that does not in
 * the whole line, such as a definition of a link's address, gets a backslash before all
 * punctuation.
 */
final class TitleMarkdown {

  /** Titles that contain no markup, which need no parsing. */
  private static final Pattern HARMLESS = Pattern.compile("\\(?\\p{L}[\\p{L}\\p{N} ,.:;/%'\"()?]*");

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

  /**
   * Backticks, which may end at later ones, a backslash at the end, double tildes, and brackets of
   * a footnote or of the definition of an address.
   */
  private static final Pattern SENSITIVE =
      Pattern.compile("`|\\\\$|~(?=~)|(?<=~)~|\\[(?=\\^)|^\\[(?=.*\\]:\\s*<)|\\](?=:\\s*<)");

  /** An odd number of backslashes at the end, the last of which would escape what follows. */
  private static final Pattern OPEN_END = Pattern.compile("(?<!\\\\)\\\\(?:\\\\\\\\)*$");

  /** Bare URLs in which underscores are the only possible markup. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<!\\S)https?://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(/[\\w./%#=-]*)?(?!\\S)");

  /** A title with more markup is hostile, and each character costs another parse. */
  private static final int MOST_ESCAPED = 50;

  private final TitlePlace place;
  private final String title;

  /** The title given to the parser, with letters for the underscores of bare URLs. */
  private final String seen;

  /** The indices in the title of the characters to escape. */
  private final TreeSet<Integer> escaped = new TreeSet<>();

  private TitleMarkdown(TitlePlace place, String title) {
    this.place = place;
    this.title = title;
    // GitHub turns bare URLs into links before it looks for markup; this parser would find markup
    // in them.
    this.seen =
        place == TitlePlace.PARAGRAPH
            ? ADDRESS.matcher(title).replaceAll(address -> address.group().replace('_', 'x'))
            : title;
  }

  /** Escapes a title at the start of a paragraph that continues with links. */
  static String inParagraph(String title) {
    return safe(TitlePlace.PARAGRAPH, title);
  }

  /** Escapes a title within the text of a link, after other words. */
  static String inLink(String title) {
    return safe(TitlePlace.LINK, title);
  }

  /**
   * Escapes a title as the alternative text of an image, in which GitHub looks for nothing of its
   * own, and readers show elements as they are written. They disagree on code in it, so that a
   * title with a backtick gets a backslash before all punctuation.
   */
  static String inImage(String title) {
    String line = PlainText.onOneLine(title);
    if (HARMLESS.matcher(line).matches()) {
      return line;
    }
    return line.indexOf('`') < 0
        ? new TitleMarkdown(TitlePlace.LINK, line).escape()
        : allEscaped(line);
  }

  private static String safe(TitlePlace place, String title) {
    String line = PlainText.onOneLine(title);
    if (HARMLESS.matcher(line).matches() && GitHubSyntax.isAbsent(line)) {
      return line;
    }
    String safe = new TitleMarkdown(place, line).escape();
    return GitHubSyntax.hidden(safe, place.withoutCode(safe));
  }

  private String escape() {
    for (OptionalInt trouble = firstTrouble(); trouble.isPresent(); trouble = firstTrouble()) {
      if (!isPunctuation(trouble.getAsInt())
          || !escaped.add(trouble.getAsInt())
          || escaped.size() > MOST_ESCAPED) {
        return allEscaped();
      }
    }
    String safe = escaped(title);
    return place.isWhole(safe) && !OPEN_END.matcher(safe).find() ? safe : allEscaped();
  }

  private String allEscaped() {
    return allEscaped(title);
  }

  /** Escapes all punctuation of a title on one line, so that no context matters. */
  static String allEscaped(String title) {
    return PUNCTUATION.matcher(title).replaceAll("\\\\$0");
  }

  private boolean isPunctuation(int at) {
    return at < title.length() && PUNCTUATION.matcher(title.substring(at, at + 1)).matches();
  }

  /** The index of the first character that still needs a backslash. */
  private OptionalInt firstTrouble() {
    String text = escaped(seen);
    Node block = place.parsed(text);
    if (!(block instanceof Paragraph) || block.getNext() != null) {
      return OptionalInt.of(blockMarker());
    }
    Deque<Integer> openBrackets = new ArrayDeque<>();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      int nodeStart = node.getSourceSpans().get(0).getInputIndex() - place.start();
      int from = titleIndex(Math.max(nodeStart, 0));
      int to = titleIndex(Math.min(TitlePlace.end(node) - place.start(), text.length()));
      if (from >= to) {
        continue;
      }
      if (node instanceof Code) {
        // A code span would show the backslashes in it.
        if (!escaped.subSet(from, to).isEmpty()) {
          return OptionalInt.of(from);
        }
        continue;
      }
      if (!(node instanceof Text words)) {
        return OptionalInt.of(node instanceof Image ? from + 1 : from);
      }
      OptionalInt trouble =
          firstDifference(words.getLiteral().substring(Math.max(-nodeStart, 0)), from, to);
      if (trouble.isEmpty()) {
        trouble = sensitive(from, to);
      }
      if (trouble.isEmpty() && place == TitlePlace.LINK) {
        trouble = unopenedBracket(from, to, openBrackets);
      }
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return openBrackets.isEmpty() ? OptionalInt.empty() : OptionalInt.of(openBrackets.getLast());
  }

  private int blockMarker() {
    return (int) title.chars().takeWhile(Character::isDigit).count();
  }

  /** The first index at which the rendered text differs, because of a backslash or an entity. */
  private OptionalInt firstDifference(String shown, int from, int to) {
    for (int at = from; at < to; at++) {
      if (at - from >= shown.length() || shown.charAt(at - from) != seen.charAt(at)) {
        int entity = seen.lastIndexOf('&', at);
        return OptionalInt.of(seen.charAt(at) == '\\' || entity < from ? at : entity);
      }
    }
    return OptionalInt.empty();
  }

  /** A character that text after the title, or another parser, would make markup of. */
  private OptionalInt sensitive(int from, int to) {
    Matcher sensitive =
        SENSITIVE
            .matcher(seen)
            .region(from, to)
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    while (sensitive.find()) {
      if (!escaped.contains(sensitive.start())) {
        return OptionalInt.of(sensitive.start());
      }
    }
    return OptionalInt.empty();
  }

  /** A bracket that would end the link's text early; collects brackets that are still open. */
  private OptionalInt unopenedBracket(int from, int to, Deque<Integer> openBrackets) {
    for (int at = from; at < to; at++) {
      if (escaped.contains(at)) {
        continue;
      }
      if (seen.charAt(at) == '[') {
        openBrackets.addLast(at);
      } else if (seen.charAt(at) == ']' && openBrackets.pollLast() == null) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private String escaped(String unescaped) {
    StringBuilder text = new StringBuilder(unescaped);
    escaped.descendingIterator().forEachRemaining(at -> text.insert(at.intValue(), '\\'));
    return text.toString();
  }

  /** Converts an index in the escaped title to one in the title. */
  private int titleIndex(int escapedIndex) {
    int backslashes = 0;
    for (int at : escaped) {
      if (at + backslashes < escapedIndex) {
        backslashes++;
      }
    }
    return escapedIndex - backslashes;
  }
}
