package dev.perftriage.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.PythonMarkdown;
import dev.perftriage.report.PlainText;
import java.util.List;

/** Shows titles in each line that they stand in, to two readers of Markdown. */
public final class TitleLines {

  private TitleLines() {}

  /** Fails if a reader sees anything but the title's own words in a line. */
  public static void assertShown(String title) {
    if (PlainText.onOneLine(title).isEmpty()) {
      return;
    }
    for (Line line : Line.values()) {
      String markdown = line.of(title);
      for (MarkdownReaders reader : MarkdownReaders.values()) {
        if (line == Line.ALT_TEXT && reader == MarkdownReaders.FLEXMARK) {
          // It drops brackets of alternative text, and reads entities in it twice; see
          // assertShownAsAlternativeText.
          continue;
        }
        assertShown(title, line, markdown, reader.html(markdown), reader.name());
      }
    }
  }

  /** Fails if a third reader sees anything but their own words in alternative texts. */
  static void assertShownAsAlternativeText(List<String> titles) {
    List<String> lines = titles.stream().map(Line.ALT_TEXT::of).toList();
    List<String> pages = PythonMarkdown.renderCommonMark(lines);
    for (int i = 0; i < titles.size(); i++) {
      assertShown(titles.get(i), Line.ALT_TEXT, lines.get(i), pages.get(i), "marko");
    }
  }

  private static void assertShown(
      String title, Line line, String markdown, String page, String reader) {
    String html = line.framed(page);
    assertThat(html)
        .as("%s of %s as %s", reader, line, markdown)
        .startsWith(line.before)
        .endsWith(line.after);
    String shown = html.substring(line.before.length(), html.length() - line.after.length());
    assertThat(words(shown))
        .as("%s of %s as %s", reader, line, markdown)
        .isEqualTo(withoutCodeSpanMarks(PlainText.onOneLine(title)));
  }

  /** What a reader reads of a line; any other markup than code and our element remains. */
  private static String words(String html) {
    String text = html.replaceAll("</?(?:code|span)>", "");
    if (text.contains("<")) {
      return html;
    }
    return withoutCodeSpanMarks(
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"));
  }

  /** Code spans may swallow backticks and spaces. */
  private static String withoutCodeSpanMarks(String text) {
    return text.replace("`", "").replaceAll("\\s+", "");
  }

  /** The lines that titles stand in. */
  private enum Line {
    ENTRY(
        "<p>", " <a href=\"https://a\">#1</a> <a href=\"https://b\">(Comparison Link)</a></p>\n") {
      @Override
      String of(String title) {
        return MarkdownText.MARKDOWN.words(title)
            + " [#1](https://a) [(Comparison Link)](https://b)\n";
      }
    },
    LIST_ITEM(
        "<ul>\n<li><a href=\"https://github.com/rust-lang/rust/pull/1\">#1 ",
        "</a></li>\n</ul>\n") {
      @Override
      String of(String title) {
        return "- " + MarkdownText.MARKDOWN.titledPull(1, title) + "\n";
      }
    },
    TWO_IN_A_SENTENCE(
        "<ul>\n<li>First: <a href=\"https://github.com/rust-lang/rust/pull/1\">#1 ",
        "</a> (<code>x</code>); <a href=\"https://c\">d</a>.</li>\n</ul>\n") {
      @Override
      String of(String title) {
        return "- First: "
            + MarkdownText.MARKDOWN.titledPull(1, title)
            + " (`x`); [d](https://c).\n";
      }
    },
    FIELD("<ul>\n<li>type: ", ", <code>x</code></li>\n</ul>\n") {
      @Override
      String of(String title) {
        return "- type: " + MarkdownText.MARKDOWN.words(title) + ", `x`\n";
      }
    },
    PARAGRAPH("<p>", "</p>\n") {
      @Override
      String of(String title) {
        return MarkdownText.MARKDOWN.words(title) + "\n";
      }
    },
    TABLE_CELL("<tbody>\n<tr>\n<td>", "</td>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n") {
      @Override
      String of(String title) {
        return MarkdownTable.render(
            List.of(List.of("name", "count"), List.of(MarkdownText.MARKDOWN.cell(title), "1")),
            false);
      }

      @Override
      String framed(String html) {
        String same = html.replaceAll(">\\s*(?=<(?:td|tr|tbody|/tr|/tbody|/table))", ">\n");
        return same.substring(same.indexOf("<tbody>"));
      }
    },
    ALT_TEXT("<p><img src=\"x.svg\" alt=\"", "\" /></p>\n") {
      @Override
      String of(String title) {
        return "!" + MarkdownText.MARKDOWN.link(TitleMarkdown.inImage(title), "x.svg") + "\n";
      }
    };

    private final String before;
    private final String after;

    Line(String before, String after) {
      this.before = before;
      this.after = after;
    }

    abstract String of(String title);

    String framed(String html) {
      return html;
    }
  }
}
