package dev.perftriage.model.discussion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a comment, quoted without change. */
public final class Words {

  private static final int LONGEST = 160;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?][)\"”’]?\\s+(?=\\p{Lu}|`)");

  private Words() {}

  /** The first words of a comment that are the author's own, on one line, cut if they are long. */
  public static String first(String comment) {
    String words = own(comment);
    return words.length() <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /**
   * The last words of a text that are the author's own, on one line: its last paragraph, or the
   * last sentence of a long one, without its beginning if it is long itself.
   */
  static String last(String text) {
    String words = own(text.substring(Math.max(0, text.stripTrailing().lastIndexOf("\n\n"))));
    if (words.length() <= LONGEST) {
      return words;
    }
    Matcher end = SENTENCE_END.matcher(words);
    int start = 0;
    while (end.find()) {
      start = end.end();
    }
    String sentence = words.substring(start);
    return sentence.length() <= LONGEST
        ? sentence
        : "…" + sentence.substring(sentence.indexOf(' ', sentence.length() - LONGEST) + 1);
  }

  /** The lines that are neither blank, nor a quotation, nor hidden, joined by spaces. */
  private static String own(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith(">") && !line.startsWith("<!--"))
        .map(String::strip)
        .reduce("", (some, more) -> some.isEmpty() ? more : some + " " + more);
  }
}
