package dev.perftriage.report.markdown;

import dev.perftriage.model.PullRef;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.prose.Markup;
import java.util.regex.Pattern;

/** Escapes untrusted text so that Markdown shows it literally. */
public final class MarkdownText implements Markup {

  /** The only instance. */
  public static final MarkdownText MARKDOWN = new MarkdownText();

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private static final Pattern DISPUTED = Pattern.compile("[`\\\\]");

  private MarkdownText() {}

  /** A code span, even if the text contains backticks. */
  @Override
  public String code(String text) {
    String line = PlainText.onOneLine(text);
    if (line.isEmpty()) {
      return "(no text)";
    }
    int longest =
        BACKTICKS.matcher(line).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String gap = longest > 0 ? " " : "";
    return fence + gap + line + gap + fence;
  }

  @Override
  public String words(String text) {
    return TitleMarkdown.inParagraph(text);
  }

  @Override
  public String link(String label, String address) {
    return "[" + label + "](" + address + ")";
  }

  @Override
  public String address(String address) {
    return "<" + address + ">";
  }

  /** A link to a pull request, with {@code #1} and the title as its text. */
  String titledPull(int number, String title) {
    return link("#" + number + " " + TitleMarkdown.inLink(title), new PullRef(number).address());
  }

  /**
   * A table cell, with pipes escaped, which would end it even within a code span. Readers differ in
   * how they read an escaped pipe after a backslash or within a code span.
   */
  String cell(String text) {
    boolean isDisputed = text.indexOf('|') >= 0 && DISPUTED.matcher(text).find();
    return isDisputed
        ? TitleMarkdown.allEscaped(PlainText.onOneLine(text)).replace("\\|", "&#124;")
        : words(text).replace("|", "\\|");
  }
}
