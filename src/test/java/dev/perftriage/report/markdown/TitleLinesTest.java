package dev.perftriage.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.report.PlainText;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A title is shown as itself in the very line it stands in, whatever it contains. */
class TitleLinesTest {

  /** Titles that some reader takes for something else. */
  static final List<String> TITLES =
      List.of(
          "Recover from a stray `]:T`",
          "a]: https://evil.example",
          "<~\\~~}~~-~~~~\\}c]: d~__-~~-`\\~2}~~\\<~\\~~}~~-~~~~\\}c]: d~__-~~-`\\~2}~~\\",
          "[foo]: bar",
          "[^1]: footnote [^1]",
          "[!NOTE] an alert",
          "[x] done",
          "<details><summary>x</summary>",
          "</details> out",
          "<!-- comment",
          "--> end",
          "&lt;b&gt; &amp; &nbsp; &#35;",
          "~~strike~~ **bold** _em_ snake_case_name",
          "![img](https://evil.example/x.png)",
          "`unbalanced",
          "``double ` tick``",
          "Foo::<Bar>::baz<'a, T: ?Sized>()",
          "H~2~O ~sub~ ==mark==",
          "Parse `a | b` in <T> patterns | x",
          "a \\| b \\\\| c",
          "| a | b |",
          "--- | ---",
          "Ends with backslash \\",
          "Ends with two \\\\",
          "$`x`$ and $$y$$ and $z$",
          "Resolve $x and y$ in macro_rules",
          "@octocat `@octocat` a@b.example @rust-lang/compiler",
          "\\@octocat",
          ":rocket: for `:rocket:`",
          "right \u202eto left\u202c \u200f\u061c",
          "====",
          "----",
          "***",
          "1) one",
          "    code",
          "```rust",
          "<script>alert(1)</script>",
          "<div",
          "<?php ?> <![CDATA[x]]> <!X>",
          "[a]:<!-- b",
          ":``&#x2a;/{\\\\{_$`",
          "https://x.example/a_b_c?d=e&f=g#h www.example.com");

  private static final String[] PIECES =
      ("* _ ` `` < > [ ] ( ) ! \\ & ; ~ ~~ # - + 1. a b <b> </b> &lt; &#x2a; ](u) [x](y) | \" ' <!--"
              + " --> http://x ** = : @ é ]: [^1]: [^ $ $x$ $` `$ @name @a/b #1 fixes :tada: ::b::"
              + " </details> <span> \u202e \u200f { } ^ / .")
          .split(" ");

  static Stream<String> titles() {
    return Stream.concat(
        TITLES.stream(),
        IntStream.range(0, 1500)
            .mapToObj(TitleLinesTest::randomTitle)
            .filter(title -> !PlainText.onOneLine(title).isEmpty()));
  }

  private static String randomTitle(int seed) {
    Random random = new Random(seed);
    StringBuilder title = new StringBuilder();
    for (int length = 1 + random.nextInt(10); length > 0; length--) {
      title.append(random.nextInt(4) == 0 ? " " : PIECES[random.nextInt(PIECES.length)]);
    }
    return title.toString();
  }

  @ParameterizedTest
  @MethodSource("titles")
  void everyTitleShowsItsOwnWordsInEveryLineToBothReaders(String title) {
    TitleLines.assertShown(title);
  }

  @Test
  void everyAlternativeTextShowsItsOwnWordsToAThirdReader() {
    TitleLines.assertShownAsAlternativeText(titles().toList());
  }

  // What GitHub alone makes of text

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Ping @octocat ¦ Ping <span>@</span>octocat",
        "(@rust-lang/compiler) ¦ (<span>@</span>rust-lang/compiler)",
        "use `@octocat` here ¦ use `@octocat` here",
        "x @ y, a@b.example ¦ x @ y, a@b.example",
        "\\@octocat ¦ \\\\<span>@</span>octocat",
        "Resolve $x and y$ ¦ Resolve <span>$</span>x and y<span>$</span>",
        "$$x$$ ¦ <span>$</span><span>$</span>x<span>$</span><span>$</span>",
        "$`x`$ ¦ <span>$</span>`x`<span>$</span>",
        "support $crate and $x in macros ¦ support $crate and $x in macros",
        "costs 5$ ¦ costs 5$",
        "Emit :rocket: ¦ Emit <span>:</span>rocket:",
        "T: Copy and std::mem ¦ T: Copy and std::mem",
        "std::mem::swap ¦ std:<span>:</span>mem::swap",
        "foo::x::bar, a:x:b ¦ foo:<span>:</span>x::bar, a<span>:</span>x:b",
        "Close #12345 ¦ Close <span>#</span>12345",
        "fixes: rust-lang/rust#1 ¦ fixes: rust-lang/rust<span>#</span>1",
        "Revert \"Update cc-rs #146186\" ¦ Revert \"Update cc-rs #146186\"",
        "[^1] footnote ¦ \\[^1] footnote",
      })
  void whatOnlyGitHubReadsIsHidden(String title, String markdown) {
    assertThat(TitleMarkdown.inParagraph(title)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @FieldSource("TITLES")
  void noMentionFormulaOrFootnoteIsLeft(String title) {
    String markdown =
        TitleMarkdown.inParagraph(title)
            .replaceAll("<span>[^<]*</span>", " ")
            .replaceAll("`.*`", "");

    assertThat(markdown)
        .doesNotContainPattern("(?<!\\w)@\\w")
        .doesNotContainPattern("(?<!\\\\)\\[\\^");
    Matcher formula = Pattern.compile("\\$\\S.*(?<=\\S)\\$").matcher(markdown);
    assertThat(formula.find()).isFalse();
  }
}
