package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCommandsTest {

  private static final String WEEK = TestLogs.own("week.md").text();
  private static final String FILE = "reports/2030/2030-02-12.md";

  @TempDir private Path folder;

  @BeforeEach
  void aFolderOfReports() throws IOException {
    write(FILE, WEEK);
    write("reports/2030/2030-02-05.md", TestLogs.own("previous-week.md").text());
  }

  @Test
  void aSoundLogPassesTheCheck() {
    Cli.Result result = run("log", "check", FILE, "--previous", "reports/2030/2030-02-05.md");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            perf-triage: 0 findings in 1 log
            perf-triage: next: perf-triage log comments reports/2030/2030-02-12.md -o comments
            """);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void findingsAreLinesOfFileLineRuleAndMessage() throws IOException {
    write(FILE, WEEK.replace("2 Regressions,", "3 Regressions,"));

    Cli.Result result = run("log", "check", "reports");

    assertThat(result.out())
        .isEqualTo(
            "reports/2030/2030-02-12.md:19: counts: states 3 Regressions, 1 Improvements, 1 Mixed,"
                + " but lists 2, 1, 1\n");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aFolderIsCheckedAsAChain() throws IOException {
    write(FILE, WEEK.replace("11111111", "00000000"));

    assertThat(run("log", "check", FILE).exitCode()).isZero();
    assertThat(run("log", "check", "reports").out())
        .contains("2030-02-12.md:6: range-start: the range starts at 00000000, but reports/2030/");
  }

  @Test
  void findingsAreJsonForPrograms() throws IOException {
    write(FILE, WEEK.replace("1 of them in rollups", "2 of them in rollups"));

    assertThat(run("log", "check", FILE, "--format", "json").out())
        .isEqualTo(
            """
            [
              {
                "file" : "reports/2030/2030-02-12.md",
                "line" : 19,
                "rule" : "rollups",
                "message" : "states 2 in rollups, but lists 1 entries titled 'Rollup of'",
                "repairable" : true,
                "repaired" : false
              }
            ]
            """);
  }

  @Test
  void findingsAnnotateAPullRequest() throws IOException {
    write(FILE, WEEK.replace("1 of them in", "2 of them in").replace("1.1%]  | 28", "99%]  | 28"));

    Cli.Result result = run("log", "check", FILE, "--format", "github");

    assertThat(result.out())
        .isEqualTo(
            """
            ::error file=reports/2030/2030-02-12.md,line=16,title=table-all::All (primary): the\
             range is [-4.0%25, 99%25], but the rows above reach over [-4.0%25, 1.1%25]
            ::error file=reports/2030/2030-02-12.md,line=19,title=rollups::states 2 in rollups, but\
             lists 1 entries titled 'Rollup of'
            """);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(run("log", "check", FILE, "--format", "github", "--fix").out())
        .contains("::error file=", "::notice file=", "titled 'Rollup of' (repaired)\n");
  }

  @Test
  void fixRepairsTheFileAndSaysWhat() throws IOException {
    write(FILE, WEEK.replace("2 Regressions,", "3 Regressions,"));

    Cli.Result result = run("log", "check", FILE, "--fix");

    assertThat(result.out()).endsWith("but lists 2, 1, 1 (repaired)\n");
    assertThat(result.exitCode()).isZero();
    assertThat(folder.resolve(FILE)).content(StandardCharsets.UTF_8).isEqualTo(WEEK);
  }

  @Test
  void fixLeavesASoundFileAlone() throws IOException {
    Object before = Files.getLastModifiedTime(folder.resolve(FILE));

    run("log", "check", FILE, "--fix");

    assertThat(Files.getLastModifiedTime(folder.resolve(FILE))).isEqualTo(before);
  }

  @Test
  void whatFixCannotRepairStillTrips() throws IOException {
    write(FILE, WEEK.replace("2 Regressions,", "3 Regressions,").replace("@ferris", "@???"));

    assertThat(run("log", "check", FILE, "--fix").exitCode()).isEqualTo(1);
  }

  @Test
  void rulesCanBeSwitchedOff() throws IOException {
    write(
        FILE,
        WEEK.replace("2 Regressions,", "3 Regressions,")
            .replace("1 of them in rollups", "2 of them in rollups")
            .replace("@ferris", "@???"));

    Cli.Result result =
        run("log", "check", FILE, "--disable", "counts,rollups", "--disable", "triager");

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void anUnknownRuleIsAUsageErrorThatNamesTheRules() {
    Cli.Result result = run("log", "check", FILE, "--disable", "typo");

    assertThat(result.err()).contains("unknown rule 'typo'; expected one of counts, count-plural,");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void helpListsTheRules() {
    assertThat(run("log", "check", "--help").out())
        .contains("  entry-outside-range   entry beyond or outside the range")
        .contains("  counts              * counts line");
  }

  @Test
  void aFreshReportLacksOnlyWhatTheTriagerWrites() {
    String report = run("report", "--store", Cli.SAMPLE.toString(), "--offline", "-o", "-").out();

    Cli.Result result = Cli.in(folder).piping(report).run("log", "check", "-");

    assertThat(result.out())
        .isEqualTo(
            """
            <stdin>:3: todo: 'TODO: Summary' is left
            <stdin>:5: triager: '@???' instead of the triager's name
            <stdin>:257: todo: 'TODO: Nags' is left
            """);
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aReportWithChartsIsUnderstoodWhole() {
    String report = Path.of("reports/2025/2025-11-03.md").toAbsolutePath().toString();

    assertThat(run("log", "check", report).out())
        .contains(": todo: ")
        .doesNotContain("not-understood");
    assertThat(run("log", "history", report).err()).isEmpty();
  }

  @Test
  void theListOfMergesPlacesEntries() {
    Cli.Result report =
        run("report", "--store", Cli.SAMPLE.toString(), "--offline", "--date", "2030-02-19");

    Cli.Result result =
        run("log", "check", "reports/2030/2030-02-19.md", "--store", Cli.SAMPLE.toString());

    assertThat(report.exitCode()).isZero();
    assertThat(result.out()).doesNotContain("entry-outside-range");
  }

  @Test
  void eachReversedComparisonIsFoundWhereTheCacheKnowsTheMerges() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache/perf-triage"));
    Files.copy(Cli.SAMPLE.resolve("commits.json"), cache.resolve("commits.json"));
    String report = run("report", "--store", Cli.SAMPLE.toString(), "--offline", "-o", "-").out();
    List<MatchResult> links =
        Pattern.compile("start=(\\w+)&end=(\\w+)&stat=instructions:u")
            .matcher(report)
            .results()
            .toList();

    assertThat(links).hasSize(17);
    for (MatchResult link : links) {
      String reversed =
          new StringBuilder(report)
              .replace(link.start(2), link.end(2), link.group(1))
              .replace(link.start(1), link.end(1), link.group(2))
              .toString();
      assertThat(
              Cli.in(folder)
                  .with(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()))
                  .piping(reversed)
                  .run("log", "check", "-")
                  .out())
          .contains("it is reversed: its start is after its end");
    }
  }

  @Test
  void aBrokenCacheDoesNotPreventACheck() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache/perf-triage"));
    Files.writeString(cache.resolve("commits.json"), "[");

    Cli.Result result =
        Cli.in(folder)
            .with(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()))
            .run("log", "check", FILE);

    assertThat(result).isEqualTo(run("log", "check", FILE));
  }

  @Test
  void standardInputCannotBeRepaired() {
    assertThat(run("log", "check", "-", "--fix").exitCode()).isEqualTo(2);
  }

  @Test
  void aPreviousLogIsOfOneLogAlone() {
    assertThat(run("log", "check", "reports", "--previous", FILE).exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "twir", "zulip", "history"})
  void aMissingFileIsMissingData(String command) {
    Cli.Result result = run("log", command, "nowhere.md");

    assertThat(result.err()).contains("Reading the log nowhere.md failed: no such file");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.write(folder.resolve("picture.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    Cli.Result result = run("log", "check", "picture.md", "--fix");

    assertThat(result.err()).contains("picture.md: not UTF-8 text");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void moveMovesTheEntryAndSaysTheCounts() {
    Cli.Result result = run("log", "move", FILE, "#900102", "--to", "mixed");

    assertThat(result.out())
        .isEqualTo(
            """
            #900102 moved to Mixed from Regressions
            1 Regression, 1 Improvement, 2 Mixed; 1 of them in rollups
            12 artifact comparisons made in total
            """);
    assertThat(run("log", "check", FILE, "--disable", "section-table").exitCode()).isZero();
  }

  @Test
  void moveToWhereTheEntryStandsChangesNothing() {
    assertThat(run("log", "move", FILE, "900102", "--to", "regressions").out())
        .isEqualTo("#900102 stands under Regressions already\n");
    assertThat(folder.resolve(FILE)).content(StandardCharsets.UTF_8).isEqualTo(WEEK);
  }

  @Test
  void moveRefusesStandardInputUnread() {
    Cli.Result result =
        Cli.in(folder).piping(WEEK).run("log", "move", "-", "900102", "--to", "mixed");

    assertThat(result.err()).contains("move changes a file, not standard input.");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void moveOfAnEntryThatIsNotThereNamesThoseThatAre() {
    Cli.Result result = run("log", "move", FILE, "1", "--to", "drop");

    assertThat(result.err())
        .contains("has no entry #1; it has #900101, #900102, #900103, #900104.");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(folder.resolve(FILE)).content(StandardCharsets.UTF_8).isEqualTo(WEEK);
  }

  @Test
  void twirPrintsTheSectionOfTheNewsletter() throws IOException {
    write("2025-11-04.md", TestLogs.dated("2025-11-04").text());

    Cli.Result result =
        run("log", "twir", "2025-11-04.md", "--commit", "057eaab3021d6bc301bba06b69e7e1cfdb4f9c3d");

    assertThat(result.out()).isEqualTo(TestLogs.own("newsletter-2025-11-04.md").text());
    assertThat(result.err()).isEmpty();
  }

  @Test
  void twirNotesWhatIsNotReadyToBePublished() throws IOException {
    write(FILE, WEEK.replace("A calm week;", "TODO: Summary"));

    Cli.Result result = run("log", "twir", FILE);

    assertThat(result.err()).contains("note: reports/2030/2030-02-12.md:3: 'TODO: Summary");
    assertThat(result.out()).contains("/blob/main/triage/2030/2030-02-12.md)");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void twirNeedsATable() throws IOException {
    write("old.md", TestLogs.own("lists.md").text());

    Cli.Result result = run("log", "twir", "old.md");

    assertThat(result.err()).contains("old.md: it lacks a date, a revision range or a summary");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void twirSaysSinceWhenThereAreTablesThatItTakes() throws IOException {
    write("2022-05-24.md", TestLogs.dated("2022-05-24").text());
    write("2022-05-31.md", TestLogs.dated("2022-05-31").text());

    Cli.Result result = run("log", "twir", "2022-05-24.md");

    assertThat(result.err())
        .contains("a row for each kind of change, as logs have had since 2022-05-31");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(run("log", "twir", "2022-05-31.md").exitCode()).isZero();
    assertThat(run("log", "twir", "--help").out()).contains("must date from 2022-05-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "typo", "master", "057eaa", "057eaab3021d6bc301bba06b69e7e1cfdb4f9c3d0"})
  void aCommitIsGivenByItsSha(String commit) {
    for (String command : List.of("twir", "zulip")) {
      Cli.Result result = run("log", command, FILE, "--commit", commit);

      assertThat(result.err()).contains("'" + commit + "' is not a SHA");
      assertThat(result.out()).isEmpty();
      assertThat(result.exitCode()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"057eaab", "057EAAB3", "057eaab3021d6bc301bba06b69e7e1cfdb4f9c3d"})
  void theLinkToTheLogNamesTheCommit(String commit) {
    for (String command : List.of("twir", "zulip")) {
      assertThat(run("log", command, FILE, "--commit", commit).out())
          .contains("/blob/" + commit + "/triage/2030/2030-02-12.md");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello\n"})
  void whatIsNoLogIsMissingData(String text) throws IOException {
    write("notes.md", text);

    for (String command : List.of("twir", "zulip", "history")) {
      Cli.Result result = run("log", command, "notes.md");

      assertThat(result.err()).contains("notes.md: ").contains(" date");
      assertThat(result.out()).isEmpty();
      assertThat(result.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void historyIsARowAWeek() {
    String out = run("log", "history", "reports").out();

    assertThat(out.lines()).hasSize(3);
    assertThat(out).contains("2030-02-05  ferris").contains("-1.5% [-4.0%, -0.3%] ×21");
  }

  @Test
  void historyKeepsToItsDays() {
    assertThat(run("log", "history", "reports", "--from", "2030-02-06", "--format", "csv").out())
        .startsWith("date,triager,")
        .contains("\n2030-02-12,ferris,")
        .doesNotContain("2030-02-05");
    assertThat(run("log", "history", "reports", "--to", "2030-02-05", "--format", "json").out())
        .contains("2030-02-05")
        .doesNotContain("2030-02-12");
  }

  @Test
  void historyCountsAsNoiseWhatADraftCallsNoiseAlone() {
    String draft =
        run("report", "--store", Cli.SAMPLE.toString(), "--offline", "--annotate=full", "-o", "-")
            .out();

    assertThat(draft.lines().filter(line -> line.startsWith("- Noise: "))).hasSize(5);
    assertThat(draft.lines().filter(line -> line.startsWith("- Real ("))).hasSize(5);
    assertThat(Cli.in(folder).piping(draft).run("log", "history", "-", "--format", "json").out())
        .contains("\"noise\" : 5,", "\"noise_part\" : 5,", "\"noise_hedged\" : 0,");
  }

  @Test
  void chartsAreWrittenBesideTheTable() {
    Cli.Result result = run("log", "history", "reports", "--charts=drawn");

    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.err()).contains("perf-triage: wrote drawn/history-counts.svg");
    assertThat(folder.resolve("drawn"))
        .isDirectoryContaining("glob:**/history-means.svg")
        .isDirectoryContaining("glob:**/history-counts.svg")
        .isDirectoryContaining("glob:**/history-noise.svg");
  }

  @Test
  void chartsHaveAFolderOfTheirOwnAndTheNextWordIsNotIt() {
    Cli.Result result = run("log", "history", "--charts", "reports");

    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.err()).contains("perf-triage: wrote reports/history/history-counts.svg");
    assertThat(folder.resolve("reports/history/history-means.svg")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check FILE", "history FILE", "move FILE 900102 --to mixed"})
  void noEscapeOfALogReachesTheTerminal(String command) throws IOException {
    write(
        FILE,
        WEEK.replace("8888&absolute", "8888%1b[2J&absolute")
            .replace("?start=1111", "?start=%1b[2J1111")
            .replace("A calm week;", "TODO \u001b]0;x\u0007;")
            .replace("**@ferris**", "\u001b[2Jferris")
            .replace("1 Mixed;", "1 Mixed\u001b[2J;"));

    Cli.Result result = run(("log " + command).replace("FILE", FILE).split(" ", -1));

    assertThat(result.exitCode()).isLessThan(2);
    assertThat(result.out()).contains("[2J");
    assertThat(result.out() + result.err()).doesNotContain("\u001b", "\u0007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"twir", "zulip"})
  void noEscapeOfALogReachesTheTerminalInANote(String command) throws IOException {
    write(FILE, WEEK.replace("A calm week;", "TODO \u001b]0;x\u0007;"));

    assertThat(run("log", command, FILE).err())
        .startsWith("perf-triage: note: " + FILE + ":3: 'TODO  ]0;x ;")
        .doesNotContain("\u001b", "\u0007");
  }

  @Test
  void historyOfNoDaysIsMissingData() {
    Cli.Result result = run("log", "history", "reports", "--from", "2040-01-01");

    assertThat(result.err()).contains("None of 2 logs is in this period");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  /** Permissions do not stop root, but a path that is too long for the system stops everybody. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderBelowThatCannotBeReadIsMissingData() throws IOException {
    String half = "/" + String.join("/", Collections.nCopies(12, "d".repeat(200)));
    Path end = Files.createDirectories(Path.of(folder + "/reports" + half));
    Files.createDirectories(Path.of(folder + "/moved" + half));
    Files.move(folder.resolve("moved"), end.resolve("moved"));

    Cli.Result result = run("log", "history", "reports");

    // JUnit could not delete it there.
    Files.move(end.resolve("moved"), folder.resolve("moved"));
    assertThat(result.err()).startsWith("perf-triage: Reading the folder reports failed at " + end);
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void logAlonePrintsItsHelp() {
    assertThat(run("log").exitCode()).isZero();
    assertThat(run("log").out()).isEqualTo(run("log", "--help").out());
  }

  private Cli.Result run(String... arguments) {
    return Cli.in(folder).run(arguments);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
