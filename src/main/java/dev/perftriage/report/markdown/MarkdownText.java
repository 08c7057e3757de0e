package dev.perftriage.report.markdown;

import dev.perftriage.model.PullRef;
import dev.perftriage.report.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside, made safe for the place in a Markdown document where it is put. */
final class MarkdownText {

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** As a code span that shows the text itself, whatever backticks are in it. */
  static String inCodeSpan(String text) {
    String line = PlainText.onOneLine(text);
    if (line.isEmpty()) {
      return "(no text)";
    }
    int longest = 0;
    for (Matcher run = BACKTICKS.matcher(line); run.find(); ) {
      longest = Math.max(longest, run.end() - run.start());
    }
    String fence = "`".repeat(longest + 1);
    String gap = longest > 0 ? " " : "";
    return fence + gap + line + gap + fence;
  }

  /** As the cell of a table: a pipe would end the cell, even within a code span. */
  static String inCell(String text) {
    return TitleMarkdown.inParagraph(PlainText.onOneLine(text)).replace("|", "\\|");
  }

  /** As a link; the label is Markdown already. */
  static String link(String label, String address) {
    return "[" + label + "](" + address + ")";
  }

  /** A pull request's number as a link to it. */
  static String pullLink(int number) {
    return link("#" + number, new PullRef(number).address());
  }
}
