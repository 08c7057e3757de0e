package dev.perftriage.report.markdown;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What GitHub makes of text that is no markup in CommonMark: mentions, which notify people,
 * formulas, emoji by their names, and words that close issues. GitHub looks for them in the
 * rendered text, so that a backslash does not help: {@code \\@name} is a mention, too. An element
 * between their characters does, as GitHub recommends for dollar signs, and no other reader shows
 * it.
 */
final class GitHubSyntax {

  /** How an element hides a character from GitHub. */
  private static final String HIDDEN = "<span>%s</span>";

  private static final Pattern MENTION = Pattern.compile("(?<!\\w)@(?=\\w)");
  private static final Pattern EMOJI = Pattern.compile(":(?=[a-z0-9_+-]+:)");
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\\b:?\\s+"
              + "(?:[\\w.-]+/[\\w.-]+\\\\?#|\\\\?#|gh\\\\?-)(?=\\d)",
          Pattern.CASE_INSENSITIVE);

  private GitHubSyntax() {}

  /** Whether a text without markup is free of it. */
  static boolean isAbsent(String text) {
    return text.indexOf(':') < 0 || !EMOJI.matcher(text).find();
  }

  /**
   * Hides it.
   *
   * @param markdown a text in Markdown
   * @param visible the same with another character, which is no letter, in place of each of a code
   *     span, where GitHub looks for nothing
   */
  static String hidden(String markdown, String visible) {
    TreeSet<Integer> places = new TreeSet<>();
    Stream.of(MENTION, EMOJI).forEach(syntax -> addEnds(syntax.matcher(visible), places));
    addEnds(CLOSING.matcher(visible), places);
    addDollars(visible, places);
    StringBuilder text = new StringBuilder(markdown);
    places
        .descendingIterator()
        .forEachRemaining(
            at -> {
              // A backslash belongs to its character.
              int from = isEscaped(markdown, at) ? at - 1 : at;
              text.replace(from, at + 1, HIDDEN.formatted(markdown.substring(from, at + 1)));
            });
    return text.toString();
  }

  private static void addEnds(Matcher matcher, Set<Integer> places) {
    while (matcher.find()) {
      places.add(matcher.end() - 1);
    }
  }

  /** Adds all dollar signs if two of them could be the ends of a formula. */
  private static void addDollars(String visible, Set<Integer> places) {
    Set<Integer> dollars = new TreeSet<>();
    boolean isOpen = false;
    boolean isFormula = false;
    for (int at = visible.indexOf('$'); at >= 0; at = visible.indexOf('$', at + 1)) {
      dollars.add(at);
      isFormula |= isOpen && !isBlank(visible, isEscaped(visible, at) ? at - 2 : at - 1);
      isOpen |= !isBlank(visible, at + 1);
    }
    if (isFormula) {
      places.addAll(dollars);
    }
  }

  private static boolean isBlank(String text, int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  /** Whether a character follows an odd number of backslashes. */
  private static boolean isEscaped(String text, int at) {
    int first = at;
    while (first > 0 && text.charAt(first - 1) == '\\') {
      first--;
    }
    return (at - first) % 2 == 1;
  }
}
