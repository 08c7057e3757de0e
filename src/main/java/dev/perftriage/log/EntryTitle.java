package dev.perftriage.log;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The title of an entry.
 *
 * @param words the pull request's title; may be empty
 * @param pull the link to the pull request; empty if there is none
 * @param comparison the link to the comparison; empty if there is none
 */
record EntryTitle(String words, Optional<LogLink> pull, Optional<LogLink> comparison) {

  /** Reads a title from inline nodes. */
  static EntryTitle of(List<Node> inlines, LogText source) {
    List<LogLink> links =
        inlines.stream()
            .filter(Link.class::isInstance)
            .map(node -> LogLink.of((Link) node, source))
            .toList();
    Optional<LogLink> comparison =
        links.stream().filter(LogLink::isComparisonLink).reduce((former, latter) -> latter);
    Optional<LogLink> pull = pull(inlines, links, comparison);
    StringBuilder words = new StringBuilder();
    for (Node node : inlines) {
      if (isAt(node, pull)) {
        words.append(withoutNumber(pull.orElseThrow()));
      } else if (!isAt(node, comparison)) {
        words.append(SyntaxTree.shown(node));
      }
    }
    return new EntryTitle(tidied(words.toString()), pull, comparison);
  }

  /** The link to the pull request: the first link until 2020, and the last one since then. */
  private static Optional<LogLink> pull(
      List<Node> inlines, List<LogLink> links, Optional<LogLink> comparison) {
    List<LogLink> pulls =
        links.stream()
            .filter(link -> comparison.isEmpty() || link.start() < comparison.get().start())
            .filter(link -> link.subject().isPresent())
            .toList();
    boolean leads =
        !pulls.isEmpty() && comparison.isEmpty() && isAt(inlines.get(0), Optional.of(pulls.get(0)));
    return leads ? Optional.of(pulls.get(0)) : pulls.stream().reduce((former, latter) -> latter);
  }

  private static boolean isAt(Node node, Optional<LogLink> link) {
    return node instanceof Link && link.isPresent() && link.get().start() == SyntaxTree.start(node);
  }

  /** The title in the text of the pull request's link, as in logs of 2020. */
  private static String withoutNumber(LogLink pull) {
    OptionalInt number = pull.numberInText();
    return number.isEmpty()
        ? pull.text()
        : pull.text().replace("#" + number.getAsInt(), "").strip();
  }

  private static String tidied(String words) {
    return words.strip().replaceFirst("^:\\s*", "").replaceAll("\\s+", " ");
  }
}
