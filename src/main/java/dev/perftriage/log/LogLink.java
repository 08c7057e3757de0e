package dev.perftriage.log;

import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * A link of a log.
 *
 * @param text its text as a reader sees it
 * @param destination its URL, with escapes resolved; may be empty or malformed
 * @param line its line, from 1
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param destinationStart the offset of its destination in the text; empty for a reference link,
 *     and for a destination written with escapes
 */
public record LogLink(
    String text, String destination, int line, int start, int end, OptionalInt destinationStart) {

  private static final Pattern NUMBER = Pattern.compile("^#(\\d{1,9})\\b|#(\\d{1,9})$");

  static LogLink of(Link link, LogText source) {
    int start = SyntaxTree.start(link);
    int end = SyntaxTree.end(link);
    return new LogLink(
        SyntaxTree.words(link),
        link.getDestination(),
        source.line(start),
        start,
        end,
        destinationStart(link, source.text(), start, end));
  }

  /** All links below a node. */
  static List<LogLink> allIn(Node node, LogText source) {
    return SyntaxTree.all(node, Link.class).stream().map(link -> of(link, source)).toList();
  }

  private static OptionalInt destinationStart(Link link, String source, int start, int end) {
    int labelEnd = link.getLastChild() == null ? start + 1 : SyntaxTree.end(link.getLastChild());
    int at = labelEnd + "](".length();
    boolean inline =
        at <= end
            && source.startsWith("](", labelEnd)
            && source.startsWith(link.getDestination(), at);
    return inline ? OptionalInt.of(at) : OptionalInt.empty();
  }

  /** The edit that replaces its destination; empty without a {@link #destinationStart}. */
  public List<SourceEdit> withDestination(String other) {
    return destinationStart.stream()
        .mapToObj(at -> new SourceEdit(at, at + destination.length(), other))
        .toList();
  }

  /** The numbers, written as {@code #N}, at the start and end of the text. */
  public List<Integer> numbers() {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> number.group(1) != null ? number.group(1) : number.group(2))
        .map(Integer::valueOf)
        .toList();
  }

  /** The number at the start of the text, or else at its end; empty if there is none. */
  public OptionalInt numberInText() {
    return numbers().stream().mapToInt(number -> number).findFirst();
  }

  /** The pull request or issue of rust-lang/rust that it links to; empty for any other link. */
  public OptionalInt pull() {
    return PullRef.numberIn(destination);
  }

  /** The comparison or range on the public site that it links to; empty for any other link. */
  public Optional<SiteUrl> perf() {
    return SiteUrl.between(destination);
  }

  /** Whether its text marks it as the comparison link of an entry's title. */
  public boolean isComparisonLink() {
    return text.equals("(Comparison Link)") || text.equals("Comparison Link");
  }

  /** The pull request in its text, or else in its destination; empty if there is none. */
  OptionalInt subject() {
    OptionalInt number = numberInText();
    return number.isPresent() ? number : pull();
  }
}
