package dev.perftriage.log.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TestLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes planted into each log that has a place for them are found. */
class PlantedMistakesTest {

  private static final String TITLE =
      "(?m)^([^\\n|]*?)\\[#(\\d+)\\]\\((\\S+/pull/)(\\d+)\\) \\[\\(?Comparison Link\\)?\\]\\(";
  private static final String LINK = "(\\S*?start=)(\\w+)(&end=)(\\w+)(\\S*)\\)";
  private static final String LAST_TABLE = "(?s)\\A(.*\\|\\n)";
  private static final String ALL =
      "(?m)^(\\| *All [^|]*\\| *)(-?[\\d.]+)(% *\\| *\\[)(-?[\\d.]+)(%, )(-?[\\d.]+)(%\\] *\\|"
          + " *)(\\d+)";

  private static final String TABLE = "(?:\\|.*\\n)+";
  private static final String FIRST_ENTRY = "\\n\\n[^\\n]*\\n\\n(?:\\|[^\\n]*\\n)+";
  private static final String NEXT = "(?=\\n\\n[^\\n]*Comparison Link|\\n#### |\\Z)";
  private static final String IMPROVEMENT =
      "\\n\\n[^\\n#].*\\n\\n(?:\\|.*\\n){2}(?:\\|[^|]*\\|\\s+-\\s.*\\n){2}";

  /** A mistake, the rule that finds it, what stands in a log, and what is planted instead. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("wrong count", "counts", "\\b\\d+( Mixed)", "70$1"),
        arguments("wrong number of rollups", "rollups", "\\d+( of them in)", "70$1"),
        arguments("too few comparisons", "comparisons", "\\d+( artifact)", "0$1"),
        arguments("plural of one", "count-plural", "\\b1 (Regression|Improvement)\\b", "$0s"),
        arguments("none in the singular", "count-plural", "\\b0 (Regression|Improvement)s", "0 $1"),
        arguments("text of the range", "range", "\\[\\w{8}\\.\\.", "[00000000.."),
        arguments("range reversed", "range", "(\\?start=)(\\w+)(&end=)(\\w+)", "$1$4$3$2"),
        arguments("no range", "range", "(?s)(@\\S+\\n)Rev[^\\n]*+(?!.*\\[\\w+\\.\\.)", "$1"),
        arguments(
            "whole SHAs",
            "range-long",
            "(?s)\\A(# 20(?:2[5-9]|30).*?)\\[\\w+\\.\\.\\w+\\]\\((\\S+start=)(\\w+)&end=(\\w+)",
            "$1[$3..$4]($2$3&end=$4"),
        arguments("heading of another year", "title-date", "\\A# \\d{4}", "# 2019"),
        arguments("no heading", "title-date", "\\A# [^\\n]*", ""),
        arguments("no triager", "triager", "\\*\\*@[\\w-]+\\*\\*", "**@???**"),
        arguments("TODO", "todo", LAST_TABLE, "$1\n- TODO: ask\n"),
        arguments("FIXME", "todo", LAST_TABLE, "$1\n- FIXME: ask\n"),
        arguments("XXX", "todo", LAST_TABLE, "$1\n- XXX why?\n"),
        arguments("draft", "draft", LAST_TABLE, "$1\n<!-- draft -->\n- Noise, back in #1.\n"),
        arguments("conflict", "conflict", LAST_TABLE, "$1\n>>>>>>> other\n"),
        arguments("bot", "bot-command", LAST_TABLE, "$1\n@rustbot label: +perf-regression\n"),
        arguments("empty note", "empty-note", LAST_TABLE, "$1\n-\n"),
        arguments("bare number", "bare-number", LAST_TABLE, "$1\n- Undoes #157702.\n"),
        arguments("empty link", "link-empty", LAST_TABLE, "$1\n- Undoes [that]().\n"),
        arguments("open link", "link-malformed", LAST_TABLE, "$1\n- See [that](https://a.b\n"),
        arguments(
            "link swapped",
            "link-swapped",
            LAST_TABLE,
            "$1\n- See [https://github.com/rust-lang/rust/pull/900001](its title).\n"),
        arguments("title's link swapped", "link-swapped", "\\[(#\\d+)\\]\\((\\S+)\\)", "[$2]($1)"),
        arguments("another number", "pr-link", TITLE, "$1[#$2]($37$4) [(Comparison Link)]("),
        arguments(
            "rollup caused by itself",
            "self-caused",
            "(?s)(Rollup\\s+of[^\\[]*\\[#(\\d+)\\]\\((\\S+)\\).*?\\|\\n)(?!\\|)",
            "$1\n- Caused by [#$2]($3).\n\n"),
        arguments("no comparison", "comparison-link", " \\[\\(Comp[^\\n]*(?=(?s:.*)\\(Comp)", ""),
        arguments(
            "range for comparison",
            "comparison-link",
            "(Link\\)\\]\\(\\S+)compare\\.html",
            "$1index.html"),
        arguments(
            "half a SHA",
            "comparison-link",
            TITLE + LINK,
            "$1[#$2]($3$4) [(Comparison Link)]($5$6$7abc$9)"),
        arguments(
            "open comparison",
            "link-malformed",
            TITLE + LINK,
            "$1[#$2]($3$4) [(Comparison Link)]($5$6)"),
        arguments(
            "another's comparison",
            "comparison-link",
            "(?s)(\\(Comparison Link\\)\\]\\()(\\S+)(\\).*?\\(Comparison Link\\)\\]\\()\\S+\\)",
            "$1$2$3$2)"),
        arguments(
            "another's comparison, reversed",
            "comparison-link",
            "(?s)(\\(Comparison Link\\)\\]\\()(\\S+start=)(\\w+)&end=(\\w+)(\\S*\\).*?\\(Comparison"
                + " Link\\)\\]\\()\\S+\\)",
            "$1$2$3&end=$4$5$2$4&end=$3)"),
        arguments(
            "another metric", "link-metric", "(Link\\)\\]\\(\\S+)stat=[\\w:-]+", "$1stat=faults"),
        arguments(
            "entry twice",
            "entry-twice",
            "(?s)(?<=\\n)([^\\n|]*\\[#\\d+\\]\\([^\\n]*\\n\\n\\|.*?\\|\\n\\n)",
            "$1$1"),
        arguments("count of All", "table-count", ALL, "$1$2$3$4$5$6$77$8"),
        arguments("mean outside", "table-mean", ALL, "$199.9$3$4$5$6$7$8"),
        arguments(
            "mean of All",
            "table-all",
            "(?m)(.*\\| *All [^|]*\\| *)-?[\\d.]+(% *\\| *\\[)(-?[\\d.]+)(?=%, [1-9])",
            "$1$3$2$3"),
        arguments("range of All", "table-all", ALL, "$1$2$3$4$599.9$7$8"),
        arguments("sign", "table-sign", "(\\| *Improv[^|]*\\| *)-(\\d)", "$1$2"),
        arguments("row deleted", "table-row", "(?m)^\\| *Improv[^|]*\\(primary[^\\n]*\\n", ""),
        arguments("row twice", "table-row", "(?m)^\\| *Improv[^|]*\\(primary[^\\n]*\\n", "$0$0"),
        arguments("no summary", "table-row", "(?s)\\n\\|.*\\|\\n(?=[^|]*\\n\\d+ Regression)", "\n"),
        arguments(
            "no table",
            "table-row",
            "(Comparison Link.*\\n\\n)" + TABLE + "(?=[^|#]*\\n####)",
            "$1"),
        arguments("label's symbol", "table-label", "(Regressions) ❌", "$1 ?"),
        arguments("one of two symbols", "table-label", "(All) ❌", "$1 ?"),
        arguments(
            "regression without note",
            "missing-note",
            "(?s)(#### Regressions" + FIRST_ENTRY + ").*?" + NEXT,
            "$1"),
        arguments(
            "mixed without note",
            "missing-note",
            "(?s)(#### Mixed" + FIRST_ENTRY + ").*?" + NEXT,
            "$1"),
        arguments(
            "wrong section",
            "section-table",
            "#### Improvements(?=" + IMPROVEMENT + ")",
            "#### Mixed"),
        arguments("misspelt section", "not-understood", "#### Mixed", "#### Mixd"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isFoundInEveryLogWithAPlaceForIt(String mistake, String rule, String sound, String planted) {
    List<String> missed = new ArrayList<>();
    int logs = 0;
    for (LogText log : logs()) {
      LogText broken =
          new LogText(log.name(), Pattern.compile(sound).matcher(log.text()).replaceFirst(planted));
      if (!broken.text().equals(log.text())) {
        logs++;
        if (newFindings(log, broken).noneMatch(rule::equals)) {
          missed.add(log.name());
        }
      }
    }

    assertThat(missed).isEmpty();
    assertThat(logs).isGreaterThanOrEqualTo(2);
  }

  /** The rules with findings in a log that they have not in the log as it was. */
  private static Stream<String> newFindings(LogText before, LogText after) {
    List<String> known = findings(before).stream().map(PlantedMistakesTest::words).toList();
    List<Finding> fresh = new ArrayList<>(findings(after));
    for (String one : known) {
      fresh.stream()
          .filter(finding -> words(finding).equals(one))
          .findFirst()
          .ifPresent(fresh::remove);
    }
    return fresh.stream().map(Finding::rule);
  }

  private static String words(Finding finding) {
    return finding.rule() + ": " + finding.message();
  }

  private static List<Finding> findings(LogText log) {
    return LogCheck.findings(LogParser.parse(log), CheckContext.NONE, LogCheck.RULES);
  }

  /** The logs in today's format. */
  private static List<LogText> logs() {
    return Stream.concat(
            Stream.of("week.md", "previous-week.md").map(TestLogs::parsed),
            TestLogs.ofAllYears().stream().filter(log -> TestLogs.date(log).compareTo("2023") > 0))
        .map(log -> new LogText(TestLogs.date(log) + ".md", log.source().text()))
        .toList();
  }
}
