package dev.perftriage.log.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TestLogs;
import dev.perftriage.log.TriageLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryMoveTest {

  private static final String WEEK = TestLogs.own("week.md").text();

  @Test
  void anEntryTakesItsTableAndNotesWithItAndTheCountsFollow() {
    TriageLog moved = LogParser.parse(new LogText("log", move(WEEK, 900102, SectionKind.MIXED)));

    assertThat(moved.entries(SectionKind.REGRESSIONS))
        .extracting(LogEntry::name)
        .containsExactly("#900101");
    assertThat(moved.entries(SectionKind.MIXED))
        .extracting(LogEntry::name)
        .containsExactly("#900104", "#900102");
    LogEntry entry = moved.entries(SectionKind.MIXED).get(1);
    assertThat(entry.tables()).hasSize(1);
    assertThat(entry.notes()).hasSize(1);
    assertThat(moved.source().text())
        .contains("1 Regression, 1 Improvement, 2 Mixed; 1 of them in rollups\n");
  }

  @Test
  void anEntryComesToItsPlaceInCommitOrder() {
    String chained =
        WEEK.replace(sha('3'), sha('2')).replace(sha('5'), sha('4')).replace(sha('7'), sha('6'));

    TriageLog moved =
        LogParser.parse(new LogText("log", move(chained, 900103, SectionKind.REGRESSIONS)));
    TriageLog first =
        LogParser.parse(new LogText("log", move(chained, 900101, SectionKind.IMPROVEMENTS)));

    assertThat(moved.entries(SectionKind.REGRESSIONS))
        .extracting(LogEntry::name)
        .containsExactly("#900101", "#900102", "#900103");
    assertThat(first.entries(SectionKind.IMPROVEMENTS))
        .extracting(LogEntry::name)
        .containsExactly("#900101", "#900103");
  }

  @Test
  void aSentenceThatASectionIsEmptyGoesWhenAnEntryComes() {
    String empty = drop(WEEK, 900104);
    String said = empty.replace("#### Mixed\n\n", "#### Mixed\n\nNo mixed results this week.\n\n");

    assertThat(said).isNotEqualTo(empty);
    assertThat(move(said, 900102, SectionKind.MIXED))
        .isEqualTo(move(empty, 900102, SectionKind.MIXED));
    assertThat(drop(said, 900102)).contains("\n\nNo mixed results this week.\n\n");
  }

  @Test
  void anEntryComesBelowOtherTextOfItsSection() {
    String said =
        drop(WEEK, 900104).replace("#### Mixed\n\n", "#### Mixed\n\nAll of these are odd.\n\n");

    TriageLog moved = LogParser.parse(new LogText("log", move(said, 900102, SectionKind.MIXED)));

    assertThat(moved.source().text())
        .containsSubsequence("#### Mixed\n\nAll of these are odd.\n\n", "#900102");
    assertThat(moved.entries(SectionKind.MIXED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.notes()).hasSize(1));
  }

  @Test
  void aDroppedEntryIsGoneAndTheRollupsAreRecounted() {
    String dropped = drop(WEEK, 900102);

    assertThat(dropped)
        .doesNotContain("900102")
        .contains("1 Regression, 1 Improvement, 1 Mixed; 0 of them in rollups");
    assertThat(findings(dropped)).isEmpty();
  }

  @Test
  void theLastEntryOfASectionLeavesItsHeading() {
    assertThat(drop(WEEK, 900103)).contains("#### Improvements\n\n#### Mixed\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"REGRESSIONS", "IMPROVEMENTS", "MIXED"})
  void anEmptyOrMissingSectionTakesAnEntry(SectionKind kind) {
    for (LogEntry entry : LogParser.parse(new LogText("log", WEEK)).entries()) {
      int pr = entry.number().orElseThrow();
      String emptied = WEEK;
      for (LogEntry other : LogParser.parse(new LogText("log", WEEK)).entries(kind)) {
        emptied = drop(emptied, other.number().orElseThrow());
      }
      if (!emptied.contains(
          "#" + pr + "](https://github.com/rust-lang/rust/pull/" + pr + ") [(Comp")) {
        continue;
      }
      String withoutHeading = emptied.replace("#### " + kind.heading() + "\n\n", "");

      for (String log : List.of(emptied, withoutHeading)) {
        TriageLog moved = LogParser.parse(new LogText("log", move(log, pr, kind)));

        assertThat(moved.entries(kind)).extracting(LogEntry::name).containsExactly("#" + pr);
        assertThat(moved.source().text()).doesNotContain("\n\n\n\n");
        assertThat(LogCheck.findings(moved, CheckContext.NONE, CountRules.RULES)).isEmpty();
      }
    }
  }

  @Test
  void windowsLineEndingsStay() {
    String windows = WEEK.replace("\n", "\r\n");

    assertThat(move(windows, 900104, SectionKind.IMPROVEMENTS).replace("\r\n", ""))
        .doesNotContain("\n")
        .doesNotContain("\r");
  }

  @Test
  void movingThereAndBackChangesNoCountAndLosesNoLine() {
    String back = move(move(WEEK, 900104, SectionKind.IMPROVEMENTS), 900104, SectionKind.MIXED);

    assertThat(sortedLines(back)).isEqualTo(sortedLines(WEEK));
  }

  @Test
  void everyEntryWithATableCanBeMoved() {
    for (TriageLog log : TestLogs.ofAllYears()) {
      for (LogEntry entry : log.entries()) {
        for (SectionKind kind :
            List.of(SectionKind.REGRESSIONS, SectionKind.IMPROVEMENTS, SectionKind.MIXED)) {
          if (entry.tables().isEmpty() || log.entries(kind).contains(entry)) {
            continue;
          }
          LogText moved = EntryMove.apply(log, entry, Optional.of(kind));

          TriageLog after = LogParser.parse(moved);
          assertThat(after.entries()).hasSameSizeAs(log.entries());
          assertThat(after.entries(kind)).extracting(LogEntry::name).contains(entry.name());
          assertThat(LogCheck.findings(after, CheckContext.NONE, CountRules.RULES)).isEmpty();
        }
      }
    }
  }

  private static List<Finding> findings(String text) {
    return LogCheck.findings(
        LogParser.parse(new LogText("log", text)), CheckContext.NONE, LogCheck.RULES);
  }

  private static List<String> sortedLines(String text) {
    return Arrays.stream(text.split("\n")).filter(line -> !line.isEmpty()).sorted().toList();
  }

  private static String sha(char digit) {
    return Character.toString(digit).repeat(40);
  }

  private static String move(String text, int pr, SectionKind to) {
    return apply(text, pr, Optional.of(to));
  }

  private static String drop(String text, int pr) {
    return apply(text, pr, Optional.empty());
  }

  private static String apply(String text, int pr, Optional<SectionKind> to) {
    TriageLog log = LogParser.parse(new LogText("log", text));
    LogEntry entry =
        log.entries().stream()
            .filter(one -> one.number().orElseThrow() == pr)
            .findFirst()
            .orElseThrow();
    return EntryMove.apply(log, entry, to).text();
  }
}
