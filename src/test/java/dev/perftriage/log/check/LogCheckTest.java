package dev.perftriage.log.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.TestLogs;
import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogCheckTest {

  private static final String WEEK = TestLogs.own("week.md").text();
  private static final TriageLog PREVIOUS = TestLogs.parsed("previous-week.md");
  private static final CheckContext AFTER_PREVIOUS =
      new CheckContext(Optional.of(PREVIOUS), Optional.empty());

  /** A rule, what stands in the sound log, and what stands there instead. */
  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("counts", "2 Regressions, ", "3 Regressions, "),
        arguments("counts", "1 Mixed", "??? Mixed"),
        arguments("rollups", "; 1 of them in rollups", "; 0 of them in rollups"),
        arguments("comparisons", "12 artifact comparisons", "3 artifact comparisons"),
        arguments("section-text", "#### Mixed\n", "#### Mixed\n\n- No mixed results.\n"),
        arguments("section-text", "#### Mixed\n", "#### Mixed\n\nNone this week.\n"),
        arguments("range", "[11111111..88888888]", "[11111111..88888889]"),
        arguments("range", "Revision range: [11111111..88888888]", "Revisions: [those]"),
        arguments(
            "range-start",
            "[11111111..88888888](https://perf.rust-lang.org/?start=" + sha('1'),
            "[00000000..88888888](https://perf.rust-lang.org/?start=" + sha('0')),
        arguments(
            "entry-outside-range",
            "[11111111..88888888](https://perf.rust-lang.org/?start="
                + sha('1')
                + "&end="
                + sha('8'),
            "[11111111..77777777](https://perf.rust-lang.org/?start="
                + sha('1')
                + "&end="
                + sha('7')),
        arguments(
            "entry-repeated",
            "start=" + sha('3') + "&end=" + sha('4'),
            "start=" + sha('9') + "&end=" + sha('1')),
        arguments("table-count", "[-4.0%, 1.1%]  | 28 ", "[-4.0%, 1.1%]  | 29 "),
        arguments("table-count", "| 0.5% | [0.1%, 0.9%] | 4 ", "| -    | -            | 4 "),
        arguments("table-mean", "| 0.5% | [0.1%, 0.9%]", "| 0.5% | [0.1%, 0.4%]"),
        arguments(
            "table-sign",
            "| -0.9% | [-2.2%, -0.2%] | 5     |\n| All ❌✅ (primary)                 | -1.5%",
            "| -0.9% | [-2.2%, 0.2%] | 5     |\n| All ❌✅ (primary)                 | -1.5%"),
        arguments("table-sign", "| [0.1%, 0.9%]", "| [0.9%, 0.1%]"),
        arguments(
            "pr-link",
            "[#900102](https://github.com/rust-lang/rust/pull/900102)",
            "[#900102](https://github.com/rust-lang/rust/pull/900103)"),
        arguments(
            "pr-link",
            "[#900080](https://github.com/rust-lang/rust/pull/900080)",
            "[#900080](https://github.com/rust-lang/rust/pull/)"),
        arguments(
            "link-empty",
            "[#900103](https://github.com/rust-lang/rust/pull/900103).",
            "[#900103]()."),
        arguments("link-empty", "[the run](https", "[the run]() (https"),
        arguments("link-malformed", "[the run](https://perf", "[the run](https:// perf"),
        arguments("link-malformed", "[the run](https://perf.rust-lang.org/", "[the run](https:///"),
        arguments("link-malformed", "&stat=max-rss)", "&stat=max-rss"),
        arguments(
            "link-malformed",
            "?start=" + sha('7') + "&end=" + sha('8') + "&stat=max-rss",
            "?start=" + sha('7')),
        arguments("link-metric", sha('4') + "&stat=instructions:u", sha('4') + "&stat=max-rss"),
        arguments("link-metric", "stat=instructions%3Au", "stat=max-rss"),
        arguments("range", "&end=" + sha('8') + "&absolute", "&absolute"),
        arguments("link-malformed", "&stat=instructions%3Au)", "&stat=instructions%3Au"),
        arguments(
            "link-malformed",
            sha('4') + "&stat=instructions:u)",
            sha('4') + "&stat=instructions:u"),
        arguments("link-malformed", "/pull/900102) [(Comp", "/pull/900102 [(Comp"),
        arguments("not-understood", "- Marked as triaged.\n\n", "- Marked as triaged.\n"),
        arguments("todo", "A calm week;", "TODO: Summary"),
        arguments("todo", "the author has a plan.", "TODO"),
        arguments("triager", "**@ferris**", "**@???**"),
        arguments("triager", "Triage done by **@ferris**.", "Triage done by ."),
        arguments("empty-note", "- Marked as triaged.", "-"),
        arguments("missing-note", "- Noise: it went back in the next merge.\n", ""),
        arguments("not-understood", "#### Nags requiring follow up", "#### Cats"),
        arguments("count-plural", "1 Improvement,", "1 Improvements,"),
        arguments("count-plural", "2 Regressions,", "2 Regression,"),
        arguments("range-long", "[11111111..88888888]", "[" + sha('1') + ".." + sha('8') + "]"),
        arguments(
            "entry-twice",
            "[#900103](https://github.com/rust-lang/rust/pull/900103) [(",
            "[#900101](https://github.com/rust-lang/rust/pull/900101) [("),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('3') + "&end=" + sha('4')),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('4') + "&end=" + sha('3')),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('3') + "&end=" + sha('6')),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('9') + "&end=" + sha('4')),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('5') + "&end=master"),
        arguments(
            "comparison-link",
            "start=" + sha('5') + "&end=" + sha('6'),
            "start=" + sha('5') + "&end=" + sha('5')),
        arguments(
            "comparison-link", "compare.html?start=" + sha('5'), "index.html?start=" + sha('5')),
        arguments(
            "comparison-link",
            "https://perf.rust-lang.org/compare.html?start="
                + sha('5')
                + "&end="
                + sha('6')
                + "&stat=instructions:u",
            "https://github.com/rust-lang/rust/pull/900103"),
        arguments(
            "comparison-link",
            " [(Comparison Link)](https://perf.rust-lang.org/compare.html?start="
                + sha('5')
                + "&end="
                + sha('6')
                + "&stat=instructions:u)",
            ""),
        arguments(
            "self-caused",
            "- Noise: it",
            "- Caused by [#900102](https://github.com/rust-lang/rust/pull/900102): it"),
        arguments("table-all", "| -0.2% | [-0.7%, 0.3%]  | 2 ", "| 0.0%  | [-0.7%, 0.3%]  | 2 "),
        arguments("table-all", "| -0.2% | [-0.7%, 0.3%]  | 2 ", "| -0.2% | [-0.8%, 0.3%]  | 2 "),
        arguments("table-all", "| -0.2% | [-0.7%, 0.3%]  | 2 ", "| -0.2% | [-0.7%, 0.2%]  | 2 "),
        arguments(
            "table-row",
            "| Regressions ❌ <br /> (secondary)  | -     | -              | 0     |\n"
                + "| Improvements ✅ <br /> (primary)   | -0.7%",
            "| Improvements ✅ <br /> (primary)   | -0.7%"),
        arguments("table-label", "| Regressions ❌ <br />", "| Regressions ? <br />"),
        arguments("table-label", "| All ❌✅ (", "| All ?? ("),
        arguments("table-label", "| Improvements ✅ <br />", "| Improvements âœ… <br />"),
        arguments("table-label", "| Improvements ✅ <br />", "| Improvements <br />"),
        arguments("title-date", "# 2030-02-12 Triage Log", "# A quiet week"),
        arguments(
            "link-swapped",
            "[#900080](https://github.com/rust-lang/rust/pull/900080)",
            "[https://github.com/rust-lang/rust/pull/900080](#900080)"),
        arguments(
            "link-swapped",
            "[#900080](https://github.com/rust-lang/rust/pull/900080)",
            "(#900080)[https://github.com/rust-lang/rust/pull/900080]"),
        arguments(
            "link-swapped",
            "[#900080](https://github.com/rust-lang/rust/pull/900080)",
            "[https://github.com/rust-lang/rust/pull/900080](#900081)"),
        arguments(
            "bare-number", "[#900080](https://github.com/rust-lang/rust/pull/900080)", "#900080"),
        arguments("draft", "A calm week;", "<!-- draft -->A calm week;"),
        arguments("conflict", "- As fast as before", "<<<<<<< HEAD\n- As fast as before"),
        arguments(
            "bot-command",
            "- Marked as triaged.",
            "- Marked as triaged.\n\n@rustbot label: +perf-regression-triaged"),
        arguments(
            "missing-note",
            "- As fast as before, see [the run](https://perf.rust-lang.org/compare.html?start="
                + sha('7')
                + "&end="
                + sha('8')
                + "&stat=max-rss).\n",
            ""));
  }

  private static String sha(char digit) {
    return Character.toString(digit).repeat(40);
  }

  @Test
  void aSoundLogHasNoFindings() {
    assertThat(findings(WEEK)).isEmpty();
    assertThat(findings(TestLogs.own("previous-week.md").text(), CheckContext.NONE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsExactlyTheOneFault(String rule, String sound, String broken) {
    String log = planted(sound, broken);

    assertThat(findings(log)).extracting(Finding::rule).containsExactly(rule);
  }

  @Test
  void everyRuleIsTested() {
    Stream<Object> tested =
        Stream.concat(faults().map(fault -> fault.get()[0]), Stream.of("section-table"));

    assertThat(tested.distinct())
        .containsExactlyInAnyOrderElementsOf(LogCheck.RULES.stream().map(LogRule::name).toList());
  }

  @Test
  void findsAnEntryThatStandsInAnotherSectionThanItsTableSays() {
    TriageLog log = LogParser.parse(new LogText("week.md", WEEK));
    LogText moved =
        EntryMove.apply(log, log.entries().get(2), Optional.of(SectionKind.REGRESSIONS));

    assertThat(findings(moved.text()))
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            Tuple.tuple(
                "section-table", "#900103 has only improvements, but stands under Regressions"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void repairingTwiceIsRepairingOnce(String rule, String sound, String broken) {
    String once = repaired(planted(sound, broken));

    assertThat(repaired(once)).isEqualTo(once);
    assertThat(findings(once)).noneMatch(Finding::isRepairable);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void repairingGivesTheSoundLogBackOrChangesNothing(String rule, String sound, String broken) {
    String log = planted(sound, broken);

    boolean repairable = findings(log).stream().allMatch(Finding::isRepairable);

    assertThat(repaired(log)).isEqualTo(repairable ? WEEK : log);
  }

  @Test
  void whatHasOneRightAnswerIsRepaired() {
    Set<String> repaired =
        faults()
            .filter(
                fault ->
                    repaired(planted((String) fault.get()[1], (String) fault.get()[2]))
                        .equals(WEEK))
            .map(fault -> (String) fault.get()[0])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(repaired)
        .containsExactly(
            "count-plural",
            "counts",
            "link-empty",
            "link-metric",
            "link-swapped",
            "pr-link",
            "range-long",
            "rollups",
            "table-label");
    assertThat(LogCheck.RULES.stream().filter(LogRule::repairs).map(LogRule::name).sorted())
        .containsExactlyElementsOf(repaired);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void repairingTouchesNothingElse(String newline) {
    String odd =
        WEEK.replace("A calm week;", "A   calm\tweek  ;  ")
            .replace("- Marked as triaged.", "* Marked as triaged.   \n\n\n\n***\n")
            .replace("\n", newline);
    String broken = odd.replace("1 Mixed;", "7 Mixed;");

    assertThat(repaired(broken)).isEqualTo(odd);
  }

  @Test
  void aLogWithoutALastNewlineKeepsLackingIt() {
    String odd = "\uFEFF" + WEEK.stripTrailing();

    assertThat(repaired(odd.replace("1 Mixed;", "7 Mixed;"))).isEqualTo(odd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[(Comparison Link)]", "[Comparison Link]"})
  void countsAreLeftToAPersonWhereATitleRunsIntoATable(String link) {
    String broken =
        WEEK.replace(
                "- The parser does more work now, which was expected.\n- Marked as triaged.\n\n",
                "")
            .replace("[(Comparison Link)]", link);
    String runIn = broken.replace("| 6     |\n\nRollup of 5", "| 6     |\nRollup of 5");

    assertThat(runIn).isNotEqualTo(broken);
    assertThat(findings(runIn)).extracting(Finding::rule).contains("counts");
    assertThat(repaired(runIn)).isEqualTo(runIn);
  }

  @Test
  void theNounFollowsTheNumber() {
    String broken = WEEK.replace("1 Improvement,", "2 Improvements,");

    assertThat(repaired(broken)).isEqualTo(WEEK);
  }

  @Test
  void aNumberWithADigitTooFewIsLeftToAPerson() {
    String broken = WEEK.replace("[#900080](https", "[#90080](https");

    assertThat(findings(broken))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("pr-link");
              assertThat(finding.isRepairable()).isFalse();
            });
  }

  @Test
  void aLinkToACommentIsLeftToAPerson() {
    String broken =
        WEEK.replace(
            "[#900080](https://github.com/rust-lang/rust/pull/900080)",
            "[#900080](https://github.com/rust-lang/rust/pull/900081#issuecomment-1)");

    assertThat(findings(broken))
        .singleElement()
        .satisfies(finding -> assertThat(finding.isRepairable()).isFalse());
  }

  @Test
  void theListOfMergesTellsWhichEntriesLieInTheRange() {
    List<String> chain = Stream.of('1', '2', '4', '6', '8').map(LogCheckTest::sha).toList();
    TriageLog log = LogParser.parse(new LogText("week.md", WEEK));

    assertThat(
            LogCheck.findings(
                log, new CheckContext(Optional.empty(), Optional.of(chain)), LogCheck.RULES))
        .isEmpty();
    assertThat(
            LogCheck.findings(
                log,
                new CheckContext(Optional.empty(), Optional.of(chain.subList(0, 3))),
                LogCheck.RULES))
        .extracting(Finding::message)
        .containsExactly(
            "#900103 ends at 66666666, which is not a merge in the range",
            "#900104 ends at 88888888, which is not a merge in the range");
  }

  @Test
  void theListOfMergesTellsWhichComparisonIsReversed() {
    List<String> chain = Stream.of('1', '2', '4', '5', '6', '8').map(LogCheckTest::sha).toList();
    String reversed =
        planted("start=" + sha('5') + "&end=" + sha('6'), "start=" + sha('6') + "&end=" + sha('5'));

    assertThat(findings(reversed)).isEmpty();
    assertThat(findings(reversed, new CheckContext(Optional.empty(), Optional.of(chain))))
        .extracting(Finding::message)
        .containsExactly("comparison link of #900103: it is reversed: its start is after its end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> It undoes #900101.",
        "It undoes `#900101`.",
        "It undoes [#900101](https://github.com/rust-lang/rust/pull/900101).",
        "It undoes [**#900101**](https://github.com/rust-lang/rust/pull/900101).",
        "It undoes rust-lang/rustc-perf#9001.",
        "It ranks #1."
      })
  void aNumberThatIsQuotedLinkedOrAnothersIsNotBare(String note) {
    assertThat(findings(WEEK.replace("- Marked as triaged.", note))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Due to [a comment](https://github.com/rust-lang/rust/pull/900102#issuecomment-1).",
        "Caused by [#900101](https://github.com/rust-lang/rust/pull/900101).",
        "Triaged, see [#900102](https://github.com/rust-lang/rust/pull/900102).",
        "We asked @rustbot about it."
      })
  void aNoteThatOnlyMentionsItsRollupOrABotIsRight(String note) {
    assertThat(findings(WEEK.replace("- Noise: it went back in the next merge.", note))).isEmpty();
  }

  @Test
  void theHeadingIsOfTheDayThatTheFileIsNamedAfter() {
    LogText log = new LogText("logs/week-2030-02-13.md", WEEK);

    assertThat(LogCheck.findings(LogParser.parse(log), CheckContext.NONE, LogCheck.RULES))
        .extracting(Finding::message)
        .containsExactly("the heading says 2030-02-12, but the file is of 2030-02-13");
  }

  @Test
  void entriesUnderAHeadingOfTheirOwnAreCountedToo() {
    TriageLog log = TestLogs.parsed("paragraphs.md");

    assertThat(
            LogCheck.findings(
                log, CheckContext.NONE, List.of(LogCheck.rule("counts").orElseThrow())))
        .isEmpty();
  }

  @Test
  void missingNotesAreNoFindingWhileTheOpeningIsATodo() {
    String draft =
        planted("- Noise: it went back in the next merge.\n", "")
            .replace("A calm week;", "TODO: Summary");

    assertThat(findings(draft)).extracting(Finding::rule).containsExactly("todo");
  }

  @Test
  void aTodoInATitleOrInCodeIsNobodysBusiness() {
    String log =
        WEEK.replace("Cache parsed attributes", "Cache TODO attributes")
            .replace("the author has a plan", "the author wrote `TODO`");

    assertThat(findings(log)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix \\[u8](docs) link",
        "Fix \\[u8\\](docs) link",
        "Fix [u8\\](docs) link",
        "Fix \\[`u8`](docs) link",
        "Fix `[u8](docs)` link",
        "Fix [the] \\[u8](docs) link"
      })
  void whatIsShownAsItIsMeantIsNoBrokenLink(String title) {
    assertThat(findings(WEEK.replace("Cache parsed attributes", title))).isEmpty();
    assertThat(findings(WEEK.replace("the author has a plan", title))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix [u8](the docs",
        "Fix [`u8`](the docs",
        "Fix [*u8*](the docs",
        "Fix u8](the docs) link",
        "Fix \\[u8](docs), see [u8](the docs"
      })
  void aLinkThatIsBrokenIsFoundWhereverItStands(String words) {
    assertThat(findings(WEEK.replace("Cache parsed attributes", words)))
        .extracting(Finding::message)
        .containsExactly("a link in the title of #900103 is not closed");
    assertThat(findings(WEEK.replace("the author has a plan", words)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).startsWith("the link in '"));
  }

  @Test
  void findingsStandInTheOrderOfTheirLines() {
    String log =
        WEEK.replace("the author has a plan.", "TODO").replace("2 Regressions,", "9 Regressions,");

    assertThat(findings(log)).extracting(Finding::line).isSorted();
  }

  @Test
  void namesTheLine() {
    assertThat(findings(planted("the author has a plan.", "TODO")))
        .extracting(Finding::line)
        .containsExactly((int) WEEK.lines().count());
  }

  @Test
  void aRangeMayStartAtTheEntryBeyondThePreviousEnd() {
    LogText previous = TestLogs.own("previous-week.md");
    TriageLog beyond =
        LogParser.parse(
            new LogText(
                previous.name(),
                previous
                    .text()
                    .replace(
                        "start=" + sha('0') + "&end=" + sha('1') + "&absolute",
                        "start=" + sha('9') + "&end=" + sha('0') + "&absolute")));

    assertThat(findings(WEEK, new CheckContext(Optional.of(beyond), Optional.empty())))
        .extracting(Finding::rule)
        .doesNotContain("range-start");
  }

  @Test
  void aCorrectionThatLeavesItsFindingIsNoRepair() {
    for (String metric : List.of("METRIC", "a&b", "size:a#b")) {
      String odd = WEEK.replaceAll("\\| \\(instructions:u\\) ", "| (" + metric + ") ");
      TriageLog log = LogParser.parse(new LogText("week.md", odd));
      LogRepair repair = LogRepair.of(log, AFTER_PREVIOUS, LogCheck.RULES);

      assertThat(findings(odd)).extracting(Finding::rule).contains("link-metric");
      assertThat(repair.log().text()).isEqualTo(odd);
      assertThat(repair.repaired()).isEmpty();
    }
  }

  @Test
  void correctionsOfOnePlaceAreNotMixed() {
    String broken = planted("2 Regressions,", "3 Regressions,");
    LogRule twice =
        LogRule.repairing(
            "twice",
            "the same place again",
            log ->
                log.source().text().contains("3 Regressions,")
                    ? Stream.of(
                        new Violation(
                            1,
                            "three",
                            List.of(
                                new SourceEdit(
                                    log.source().text().indexOf("3 Regressions,"),
                                    log.source().text().indexOf("3 Regressions,") + 13,
                                    "2 Regressions"))))
                    : Stream.empty());
    TriageLog log = LogParser.parse(new LogText("week.md", broken));
    LogRepair repair =
        LogRepair.of(
            log, AFTER_PREVIOUS, Stream.concat(LogCheck.RULES.stream(), Stream.of(twice)).toList());

    assertThat(repair.log().text()).isEqualTo(WEEK);
    assertThat(repair.repaired()).extracting(Finding::rule).containsExactly("twice", "counts");
  }

  private static String planted(String sound, String broken) {
    assertThat(WEEK).contains(sound);
    int at = WEEK.lastIndexOf(sound);
    return WEEK.substring(0, at) + broken + WEEK.substring(at + sound.length());
  }

  private static List<Finding> findings(String text) {
    return findings(text, AFTER_PREVIOUS);
  }

  private static List<Finding> findings(String text, CheckContext context) {
    return LogCheck.findings(
        LogParser.parse(new LogText("week.md", text)), context, LogCheck.RULES);
  }

  private static String repaired(String text) {
    TriageLog log = LogParser.parse(new LogText("week.md", text));
    return LogRepair.of(log, AFTER_PREVIOUS, LogCheck.RULES).log().text();
  }
}
