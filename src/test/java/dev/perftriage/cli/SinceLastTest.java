package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinceLastTest {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String FIRST = "34a8c7368c84fc699fc83a8851a02f93fd655931";
  private static final String END = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";
  private static final String OLDER = "0".repeat(40);

  @TempDir private Path folder;

  @Test
  void aReportStartsWhereTheLogEnded() throws IOException {
    log("reports/2025/2025-10-27.md", OLDER, START, "");

    Cli.Result result = report("--since-last", "reports/2025/2025-10-27.md");

    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "perf-triage: starting at 23fced0f, where reports/2025/2025-10-27.md ended");
    assertThat(result.out()).contains("Revision range: [23fced0f..f5711a55]");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void ofAFolderTheNewestLogBeforeTheReportsDayCounts() throws IOException {
    log("reports/2025/2025-10-20.md", OLDER, OLDER, "");
    log("reports/2025/2025-10-27.md", OLDER, START, "");
    log("reports/2025/2025-11-03.md", START, END, "");
    Files.writeString(folder.resolve("reports/notes.md"), "No log.\n");

    Cli.Result result = report("--since-last", "reports", "--date", "2025-11-03");

    assertThat(result.err()).contains("where reports/2025/2025-10-27.md ended");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void entriesBeyondTheEndAreNotReportedAgain() throws IOException {
    log("last.md", OLDER, OLDER, entry(OLDER, START));

    Cli.Result result = report("--since-last", "last.md");

    assertThat(result.err())
        .contains("warning: entries of last.md are beyond the end of its range, 00000000, up to")
        .contains("23fced0f; starting there so that none is reported twice");
    assertThat(result.out()).contains("Revision range: [23fced0f..f5711a55]");
  }

  @Test
  void theListOfMergesTellsWhichEntryIsTheLastBeyond() throws IOException {
    log("last.md", OLDER, START, entry(START, FIRST));

    Cli.Result result = report("--since-last", "last.md");

    assertThat(result.err()).contains("beyond the end of its range, 23fced0f, up to 34a8c736");
  }

  @Test
  void anEndThatTheListOfMergesLacksIsWarnedOf() throws IOException {
    log("last.md", OLDER, "1".repeat(40), "");

    Cli.Result result = report("--since-last", "last.md");

    assertThat(result.err())
        .contains("warning: last.md ended at 1111111")
        .contains("which the list of merges does not have");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void nothingMergedSinceIsNothingToReport() throws IOException {
    log("last.md", START, END, "");

    Cli.Result result = report("--since-last", "last.md");

    assertThat(result.err()).contains("no merges since f5711a55");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void aLogWithoutARangeSaysSo() throws IOException {
    Files.writeString(folder.resolve("last.md"), "# 2025-10-27 Triage Log\n");

    Cli.Result result = report("--since-last", "last.md");

    assertThat(result.err()).contains("last.md ended: it has no revision range; give --start");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void aFolderWithoutALogBeforeTheDayIsAUsageError() throws IOException {
    log("reports/2025-11-10.md", START, END, "");

    Cli.Result result = report("--since-last", "reports");

    assertThat(result.err()).contains("reports has no log that predates 2025-11-05");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void startAndSinceLastExcludeEachOther() throws IOException {
    log("last.md", OLDER, START, "");

    assertThat(report("--since-last", "last.md", "--start", START).exitCode()).isEqualTo(2);
  }

  @Test
  void withoutStartAReportBeginsWhereTheLastOneInReportsEnded() throws IOException {
    log("reports/2025/2025-10-27.md", OLDER, START, "");

    Cli.Result result =
        Cli.in(folder)
            .run("report", "-o", "-", "--commits-url", "http://127.0.0.1:9", "--store", "kept");

    assertThat(result.err()).contains("http://127.0.0.1:9/bors-commit-list");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void withoutStartAndReportsAStartIsAskedFor() {
    Cli.Result result = Cli.in(folder).run("report");

    assertThat(result.err())
        .contains("Give --start REV")
        .contains("no earlier report to start from in reports/");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void offlineTheStoreStillTellsTheStart() throws IOException {
    log("reports/2025/2025-11-03.md", START, END, "");

    assertThat(report().exitCode()).isZero();
  }

  private Cli.Result report(String... more) {
    return Cli.in(folder)
        .run(List.of(more), "report", "--store", Cli.SAMPLE.toString(), "--offline", "-o", "-");
  }

  private static String entry(String start, String end) {
    return "\n#### Mixed\n\nSome change [#900001](https://github.com/rust-lang/rust/pull/900001)"
        + " [(Comparison Link)](https://perf.rust-lang.org/compare.html?start="
        + start
        + "&end="
        + end
        + "&stat=instructions:u)\n";
  }

  private void log(String file, String start, String end, String entries) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "# 2025-10-27 Triage Log\n\nTriage done by **@ferris**.\nRevision range: ["
            + start.substring(0, 8)
            + ".."
            + end.substring(0, 8)
            + "](https://perf.rust-lang.org/?start="
            + start
            + "&end="
            + end
            + "&absolute=false&stat=instructions%3Au)\n"
            + entries);
  }
}
