package dev.perftriage.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleMarkdownTest {

  private static final Parser GITHUB =
      Parser.builder().extensions(List.of(StrikethroughExtension.create())).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Adjust successor iterators.",
        "fully_perform_locally",
        "Analysis|Borrowck",
        "[perf] Specialize `OnceCell` for `T: Copy`",
        "BFS->DFS",
        "Parse `a | b` patterns",
        "`<T>` in a code span, `[x](y)` and `*z*` too",
        "Revert \"Update cc-rs to 1.2.39 #146186\"",
        "a * b * c, a < b > c, R&D, 100%, C:\\Windows, 3 ~ 4",
        "~5% to ~3%",
        "x86_64-unknown-linux-gnu: __m128i",
        "¿Ünïcödé 漢字 🦀?",
        "See https://example.org/a_b_c",
        "Don't panic!",
        "#[inline] and #![feature(never_type)]",
        "-Zthreads by default",
        "1.2.39 is out",
        "&str, &mut T, &amp",
      })
  void leavesATitleThatRendersAsItselfAlone(String title) {
    assertThat(TitleMarkdown.inParagraph(title)).isEqualTo(title);
    assertThat(TitleMarkdown.inLink(title)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Parse `a | b` in <T> patterns ¦ Parse `a | b` in \\<T> patterns",
        "Vec<T> and Vec<U> ¦ Vec\\<T> and Vec\\<U>",
        "make it *fast* ¦ make it \\*fast*",
        "a **bold** claim ¦ a \\*\\*bold** claim",
        "_private_ names ¦ \\_private_ names",
        "~~gone~~ here ¦ \\~\\~gone\\~\\~ here",
        "a ` lone backtick ¦ a \\` lone backtick",
        "ends with \\ ¦ ends with \\\\",
        "<script>alert(1)</script> ¦ \\<script>alert(1)\\</script>",
        "<!-- hidden --> ¦ \\<!-- hidden -->",
        "<https://evil.example> ¦ \\<https://evil.example>",
        "Fix &lt; and &#42; ¦ Fix \\&lt; and \\&#42;",
        "a \\* b ¦ a \\\\* b",
      })
  void putsABackslashBeforeWhatWouldRenderAsSomethingElse(String title, String safe) {
    assertThat(TitleMarkdown.inParagraph(title)).isEqualTo(safe);
    assertThat(TitleMarkdown.inLink(title)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "# heading ¦ \\# heading",
        "- item ¦ \\- item",
        "+ item ¦ \\+ item",
        "> quote ¦ \\> quote",
        "1. first ¦ 1\\. first",
        "12) twelfth ¦ 12\\) twelfth",
        "```rust ¦ \\`\\`\\`rust",
        "<div> block ¦ \\<div> block",
      })
  void keepsATitleAtTheStartOfAParagraphFromBecomingABlock(String title, String safe) {
    assertThat(TitleMarkdown.inParagraph(title)).isEqualTo(safe);
  }

  @Test
  void aLinkAndAnImageBecomeTheirSource() {
    assertThat(TitleMarkdown.inParagraph("see [docs](https://evil.example)"))
        .isEqualTo("see \\[docs](https://evil.example)");
    assertThat(TitleMarkdown.inParagraph("an ![image](x.png)")).isEqualTo("an !\\[image](x.png)");
    // Within a link the closing bracket would end it, now that the opening one is a mere sign.
    assertThat(TitleMarkdown.inLink("see [docs](https://evil.example)"))
        .isEqualTo("see \\[docs\\](https://evil.example)");
    assertThat(TitleMarkdown.inLink("an ![image](x.png)")).isEqualTo("an !\\[image\\](x.png)");
  }

  @Test
  void aBareAddressIsALinkAsItStandsExceptWithinALink() {
    String title = "see https://x.example/__init__/a and *this*";
    assertThat(TitleMarkdown.inParagraph(title))
        .isEqualTo("see https://x.example/__init__/a and \\*this*");
    assertThat(TitleMarkdown.inLink(title))
        .isEqualTo("see https://x.example/\\_\\_init__/a and \\*this*");
    assertThat(TitleMarkdown.inParagraph("https://x.example/_a_[b](c)"))
        .isEqualTo("https://x.example/\\_a_\\[b](c)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "a ] b ¦ a \\] b",
        "a [ b ¦ a \\[ b",
        "[a] b ] `]` ¦ [a] b \\] `]`",
        "ends with \\ ¦ ends with \\\\",
      })
  void keepsALinkTextFromEndingEarly(String title, String safe) {
    assertThat(TitleMarkdown.inLink(title)).isEqualTo(safe);
  }

  @Test
  void controlCharactersAndLineBreaksBecomeSpaces() {
    assertThat(TitleMarkdown.inParagraph("one\ntwo\r\nthree\tfour\u0000five\u2028six\u007fseven"))
        .isEqualTo("one two three four five six seven");
    assertThat(TitleMarkdown.inParagraph("right \u202eto left")).isEqualTo("right  to left");
    assertThat(TitleMarkdown.inParagraph("    indented")).isEqualTo("indented");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyTitleShowsItsOwnWordsInBothPlaces(long seed) {
    Random random = new Random(seed);
    String[] pieces = {
      "*",
      "_",
      "`",
      "``",
      "<",
      ">",
      "[",
      "]",
      "(",
      ")",
      "!",
      "\\",
      "&",
      ";",
      "~",
      "~~",
      "#",
      "-",
      "+",
      "1.",
      " ",
      "a",
      "b",
      "<b>",
      "</b>",
      "&lt;",
      "&#x2a;",
      "](u)",
      "[x](y)",
      "|",
      "\"",
      "'",
      "<!--",
      "-->",
      "http://x",
      "**",
      "=",
      ":",
      "@",
      "é"
    };
    for (int i = 0; i < 400; i++) {
      StringBuilder title = new StringBuilder();
      for (int length = 1 + random.nextInt(9); length > 0; length--) {
        title.append(pieces[random.nextInt(pieces.length)]);
      }
      String words = title.toString().strip();
      if (words.isEmpty()) {
        continue;
      }
      assertThat(shownInParagraph(TitleMarkdown.inParagraph(words)))
          .as("paragraph with %s", words)
          .isEqualTo(withoutCodeSpanMarks(words));
      assertThat(shownInLink(TitleMarkdown.inLink(words)))
          .as("link with %s", words)
          .isEqualTo(withoutCodeSpanMarks(words));
    }
  }

  private static String shownInParagraph(String markdown) {
    Node paragraph =
        GITHUB
            .parse(markdown + " [#1](https://a.example) [(Comparison Link)](https://b.example)\n")
            .getFirstChild();
    assertThat(paragraph.getNext()).isNull();
    assertThat(paragraph.getLastChild()).isInstanceOf(Link.class);
    assertThat(paragraph.getLastChild().getPrevious().getPrevious()).isInstanceOf(Link.class);
    String shown = words(paragraph);
    assertThat(shown).endsWith("#1(ComparisonLink)");
    return shown.substring(0, shown.length() - "#1(ComparisonLink)".length());
  }

  private static String shownInLink(String markdown) {
    Node item =
        GITHUB
            .parse("- [#1 " + markdown + "](https://a.example)\n")
            .getFirstChild()
            .getFirstChild();
    Node link = item.getFirstChild().getFirstChild();
    assertThat(link).isInstanceOf(Link.class);
    assertThat(((Link) link).getDestination()).isEqualTo("https://a.example");
    assertThat(link.getNext()).isNull();
    String shown = words(link);
    assertThat(shown).startsWith("#1");
    return shown.substring("#1".length());
  }

  /** What a reader reads, without backticks and spaces: code spans may swallow both. */
  private static String words(Node node) {
    List<String> words = new ArrayList<>();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.add(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.add(code.getLiteral());
          }
        });
    return withoutCodeSpanMarks(String.join("", words));
  }

  private static String withoutCodeSpanMarks(String text) {
    return text.replace("`", "").replaceAll(" +", "");
  }
}
