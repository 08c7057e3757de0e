package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.PythonMarkdown;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsletterMarkdownTest {

  @Test
  void aLineThatBeginsWithANumberIsNoHeading() {
    assertThat(NewsletterMarkdown.of("A quiet week; the win is\n#119048, a cache.\n"))
        .isEqualTo("A quiet week; the win is\n\\#119048, a cache.");
  }

  @Test
  void aBareUrlBecomesALink() {
    assertThat(NewsletterMarkdown.of("See https://example.org/a?b=c_d (or https://example.org)."))
        .isEqualTo("See <https://example.org/a?b=c_d> (or <https://example.org>).");
  }

  @Test
  void listsAreNestedByFourSpacesBelowABlankLine() {
    assertThat(
            NewsletterMarkdown.of(
                """
                Of note:
                * one, which takes
                  two lines
                  * below
                    - deepest, see
                      #1
                * two
                """))
        .isEqualTo(
            """
            Of note:

            - one, which takes
                two lines
                - below
                    - deepest, see
                        \\#1
            - two""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A week of [#1](https://example.org/1), `#2 https://a.b` and <https://example.org/3>.",
        "# A heading\n\nText, and **bold**.",
        "1. one\n2. two",
        "Text\n\n> a quotation",
        ""
      })
  void whatBothReadTheSameIsLeftAlone(String markdown) {
    assertThat(NewsletterMarkdown.of(markdown)).isEqualTo(markdown);
  }

  static List<String> openings() {
    return List.of(
        "The win is\n#119048, and #5\n##6 too",
        "#119048 begins",
        "See https://example.org/a_b_c?d=e&f=g#h, then (https://example.org/x).",
        "Already <https://example.org> and [text](https://example.org/a_b).",
        "Of note:\n- one\n- two https://example.org\n  #3\n\nText after.",
        "- a\n  - b\n    - c\n  - d\n- e",
        "- a\n\n  a second paragraph\n\n- b\n  lazy\nlazier",
        "1. a\n   - b\n   - c\n2. d",
        "Text **bold *both*** `#1 https://a.b` end\\\n#4",
        "* star\n* star\n\nText\n\n+ plus");
  }

  @ParameterizedTest
  @MethodSource("openings")
  void bothRenderersReadTheSame(String opening) {
    String markdown = NewsletterMarkdown.of(opening);

    String byPython = PythonMarkdown.render(markdown);

    assertThat(tidied(byPython)).isEqualTo(tidied(byCommonMark(markdown)));
    assertThat(byPython).doesNotContain("<h1", "<h2");
  }

  @Test
  void bothRenderersReadTheSectionsOfLogsTheSame() {
    LogAddress address = new LogAddress(LogAddress.RUSTC_PERF, LogAddress.BRANCH, "triage/a.md");
    for (TriageLog log : TestLogs.ofAllYears()) {
      LogExcerpts.thisWeekInRust(log, address, true)
          .ifPresent(
              section ->
                  assertThat(tidied(PythonMarkdown.render(section)))
                      .as(log.source().name())
                      .isEqualTo(tidied(byCommonMark(section))));
    }
  }

  private static String byCommonMark(String markdown) {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    return HtmlRenderer.builder()
        .extensions(tables)
        .build()
        .render(Parser.builder().extensions(tables).build().parse(markdown));
  }

  /** A page without what no reader sees: line ends and indentation between tags, alignment. */
  private static String tidied(String html) {
    return html.replaceAll(" (?:align|style|start)=\"[^\"]*\"", "")
        .replace("&quot;", "\"")
        .replace(" />", ">")
        .replaceAll("\\s+", " ")
        .replaceAll(
            " ?(</?(?:p|li|ul|ol|table|thead|tbody|tr|th|td|h[1-6]|blockquote|br)>) ?", "$1")
        .strip();
  }
}
