package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String NEWEST = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";
  private static final String STORE = Cli.SAMPLE.toString();

  @TempDir private Path directory;

  @Test
  void printsTheRecordedWeeksReportByteForByte() throws IOException {
    Result result =
        cli().run("report", "--store", STORE, "--offline", "--date", "2025-11-03", "-o", "-");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(expectedReport());
  }

  @Test
  void theOutputMayBeNamedAfterTheReportsDate() {
    Result result =
        cli()
            .run(
                "report",
                "--store",
                STORE,
                "--offline",
                "--date",
                "2025-11-03",
                "-o",
                "triage/{YYYY}/{YYYY-MM-DD}.md");

    assertThat(result.out()).startsWith("triage/2025/2025-11-03.md\n");
    assertThat(directory.resolve("triage/2025/2025-11-03.md")).exists();
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: next: edit it, then: perf-triage log check triage/2025/2025-11-03.md"
                + " --fix\n");
  }

  @ParameterizedTest
  @CsvSource({
    "false, auto, true",
    "true, auto, false",
    "false, never, false",
    "true, always, true"
  })
  void aTerminalShowsTheSummaryWithTheMarksOfThePage(
      boolean noColor, String color, boolean isColorful) {
    Result result =
        cli()
            .atTerminal(80, noColor ? Map.of("NO_COLOR", "1") : Map.of())
            .run("report", "--store", STORE, "--offline", "--color", color, "-o", "week.md");

    assertThat(result.out().replaceAll("\u001b\\[\\d+m", ""))
        .containsSubsequence(
            "instructions:u              mean",
            "▲ Regressions   primary",
            "▲ Regressions   secondary",
            "▼ Improvements  primary",
            "▼ Improvements  secondary",
            "▲▼ All          primary");
    assertThat(result.out().contains("\u001b[31m▲ Regressions")).isEqualTo(isColorful);
    assertThat(result.out().contains("\u001b")).isEqualTo(isColorful);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{YYYY-MM}.md", "{date}.md", "{YYYY", "}.md"})
  void aBraceThatIsNoTemplateIsRefused(String name) {
    Result result = cli().run("report", "--store", STORE, "--offline", "-o", name);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "-o: '" + name + "' has a brace that is no template; the templates are {YYYY} and");
  }

  @Test
  void printsTheSameFromTheServicesAsFromTheStore() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      Result result =
          cli()
              .run(
                  services.options(),
                  "report",
                  "-q",
                  "--start",
                  START,
                  "--date",
                  "2025-11-03",
                  "-o",
                  "-");

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).isEqualTo(expectedReport());
      assertThat(services.questions())
          .filteredOn(FakeServices.Question::isComparison)
          .hasSize(37)
          .allSatisfy(
              question -> {
                assertThat(question.request().getMethod()).isEqualTo("POST");
                assertThat(question.request().getHeaders().get("Accept-Encoding")).contains("br");
                assertThat(question.metric()).isEqualTo("instructions:u");
              });
    }
  }

  @Test
  void keepsWhatTheServicesAnsweredAndNeedsThemNoMore() throws IOException {
    Path store = directory.resolve("kept");
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      cli().run(services.options(), report("--start", START, "--store", store.toString()));
    }
    Result offline = cli().run(report("--store", store.toString(), "--offline"));

    assertThat(offline.err()).isEmpty();
    assertThat(offline.out()).isEqualTo(expectedReport());
    try (Stream<Path> files = Files.walk(store)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "hi-IN-u-nu-deva", "ar-EG-u-nu-arab"})
  void printsTheSameInEveryLocaleAndTimeZone(String language) throws IOException {
    Locale formerLocale = Locale.getDefault();
    TimeZone formerZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(cli().run(report("--store", STORE, "--offline")).out())
          .isEqualTo(expectedReport());
    } finally {
      Locale.setDefault(formerLocale);
      TimeZone.setDefault(formerZone);
    }
  }

  @Test
  void writesTheReportOfTheDayAndPrintsWhereItIsWithItsSummary() throws IOException {
    Result result = cli().run("report", "--store", STORE, "--offline");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            reports/2025/2025-11-05.md

            instructions:u              mean            range  count
            Regressions     primary     0.8%     [0.1%, 2.9%]     22
            Regressions     secondary   0.5%     [0.1%, 1.7%]     48
            Improvements    primary    -2.8%  [-16.4%, -0.1%]    102
            Improvements    secondary  -1.9%   [-8.0%, -0.1%]     51
            All             primary    -2.1%   [-16.4%, 2.9%]    124

            4 Regressions, 6 Improvements, 7 Mixed; 7 of them in rollups
            36 artifact comparisons made in total
            """);
    assertThat(Files.readString(directory.resolve("reports/2025/2025-11-05.md")))
        .isEqualTo(expectedReport().replace("# 2025-11-03", "# 2025-11-05"));
  }

  @Test
  void namesTheTriager() {
    assertThat(cli().run(report("--store", STORE, "--offline", "--triager", "@ferris")).out())
        .contains("Triage done by **@ferris**.");
  }

  @Test
  void neverOverwritesAFileUnlessForced() throws IOException {
    Path mine = Files.writeString(directory.resolve("mine.md"), "my notes");

    Result refused = cli().run("report", "--store", STORE, "--offline", "-o", "mine.md");
    assertThat(refused.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(refused.err()).contains("mine.md already exists; use --force to overwrite it");
    assertThat(mine).hasContent("my notes");

    Result forced = cli().run("report", "--store", STORE, "--offline", "-o", "mine.md", "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(Files.readString(mine)).startsWith("# 2025-11-05 Triage Log");
  }

  @Test
  void takesTheRangeAsItsStartExcludedAndItsEndIncluded() {
    String merge = "474903e9989b2d714c1cc682c47a60097d83b6ab";
    Result result =
        cli().run(report("--store", STORE, "--offline", "--start", START, "--end", merge));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("[23fced0f..474903e9](https://perf.rust-lang.org/?start=" + START)
        .contains("1 artifact comparisons made in total");
  }

  @Test
  void aRangeFromACommitToItselfIsEmpty() {
    Result result =
        cli().run(report("--store", STORE, "--offline", "--start", START, "--end", START));
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("The range is empty");
  }

  @Test
  void aDeviceOrAPipeIsWrittenToAndASymlinkStaysOne() throws IOException {
    Path real = Files.writeString(directory.resolve("real.md"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.md"), real);
    cli().run("report", "--store", STORE, "--offline", "-o", "link.md", "--force");
    assertThat(link).isSymbolicLink();
    assertThat(real).content().startsWith("# 2025-11-05 Triage Log");

    Result toDevice = cli().run("report", "--store", STORE, "--offline", "-o", "/dev/null");
    assertThat(toDevice.exitCode()).isZero();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "."})
  void aFolderOrNothingIsNoNameOfAFile(String name) {
    Result result = cli().run("report", "--store", STORE, "--offline", "-o", name);
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("is not a file name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a**b", "two words", "a\nb", ""})
  void aTriagerIsAGitHubLogin(String name) {
    assertThat(cli().run(report("--triager", name)).exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void asksForAStartWhereNoStoreHasOne() {
    Result result = cli().run("report");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("Give --start REV");
  }

  @Test
  void aTitleThatCannotBeHadCostsATitle() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.path().endsWith("/pulls/148040")
                  ? Optional.of(FakeServices.text(404, "{\"message\": \"Not Found\"}"))
                  : Optional.empty());
      Result result = cli().run(services.options(), report("--start", START));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("#148040").contains("404").contains("<UNKNOWN>");
      assertThat(result.out())
          .isEqualTo(
              expectedReport()
                  .replace("Add a fast path for lowering trivial consts [#", "<UNKNOWN> [#"));
    }
  }

  @Test
  void aMissingUntriagedListIsSaidInItsPlace() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.path().startsWith("/search")
                  ? Optional.of(FakeServices.text(503, "down"))
                  : Optional.empty());
      Result result = cli().run(services.options(), report("--start", START));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.out())
          .contains("#### Untriaged Pull Requests\n\nTODO: the list could not be fetched\n\n");
    }
  }

  @Test
  void readsAllPagesOfTheUntriagedListHoweverSmallTheyAre() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.limitPages(20);
      Result result = cli().run(services.options(), report("--start", START));

      assertThat(result.out()).isEqualTo(expectedReport());
      assertThat(services.questions())
          .filteredOn(question -> question.path().startsWith("/search"))
          .hasSize(2);
    }
  }

  @Test
  void aMetricThatTheToolHasNeverHeardOfWorks() throws IOException {
    Path store = directory.resolve("store");
    Path source = Cli.SAMPLE.resolve("comparisons");
    Files.createDirectories(store.resolve("comparisons"));
    Files.copy(Cli.SAMPLE.resolve("commits.json"), store.resolve("commits.json"));
    Files.copy(Cli.SAMPLE.resolve("untriaged.json"), store.resolve("untriaged.json"));
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace("instructions:u", "heat:joules");
        Files.copy(file, store.resolve("comparisons").resolve(name));
      }
    }
    Files.createDirectory(store.resolve("pulls"));
    try (Stream<Path> files = Files.list(Cli.SAMPLE.resolve("pulls"))) {
      for (Path file : files.toList()) {
        Files.copy(file, store.resolve("pulls").resolve(file.getFileName()));
      }
    }

    Result result =
        cli().run(report("--store", store.toString(), "--offline", "--metric", "heat:joules"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("| (heat:joules) ")
        .contains("&absolute=false&stat=heat%3Ajoules)")
        .contains("&stat=heat:joules)")
        .doesNotContain("instructions");
  }

  @Test
  void saysWhatAStoreDoesNotHave() {
    Result result = cli().run(report("--store", STORE, "--offline", "--metric", "wall-time"));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(STORE)
        .contains("wall-time")
        .contains("it has instructions:u, max-rss");
  }

  @Test
  void aRangeThatRunsBackwardsIsNoRange() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      String backwards =
          "{\"a\": {\"commit\": \""
              + NEWEST
              + "\", \"date\": \"2025-11-02T19:27:34Z\"}, \"b\": {\"commit\": \""
              + START
              + "\", \"date\": \"2025-10-27T00:00:00Z\"}, \"compile_comparisons\": []}";
      services.breakWith(
          question ->
              question.isComparison()
                  ? Optional.of(FakeServices.text(200, backwards))
                  : Optional.empty());
      Result result = cli().run(services.options(), report("--start", NEWEST, "--end", START));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("runs backwards").contains("f5711a55");
    }
  }

  @Test
  void anOfflineRangeThatRunsBackwardsOrIsEmptyIsSaidToBeSo() {
    Result backwards =
        cli()
            .run(report("--store", STORE, "--offline", "--start", "6906167e", "--end", "4b532798"));
    Result empty = cli().run(report("--store", STORE, "--offline", "--start", "latest"));

    assertThat(backwards.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(backwards.err())
        .isEqualTo(
            "perf-triage: The range runs backwards: its start 6906167e is newer than its end"
                + " 4b532798; give the older one as --start\n");
    assertThat(empty.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(empty.err())
        .startsWith("perf-triage: The range is empty: no known merge after " + NEWEST);
  }

  @Test
  void leavesNothingBehindWhenAComparisonCannotBeHad() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.isComparison()
                  ? Optional.of(FakeServices.text(200, "no data yet, please wait"))
                  : Optional.empty());
      Result result =
          cli().run(services.options(), "report", "-q", "--start", START, "--timeout", "1");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains(services.url() + "perf/get").contains("no data yet");
      assertThat(result.out()).isEmpty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private Cli cli() {
    return Cli.in(directory);
  }

  private static String[] report(String... arguments) {
    return Stream.concat(
            Stream.of("report", "-q", "--date", "2025-11-03", "-o", "-"), Stream.of(arguments))
        .toArray(String[]::new);
  }

  private static String expectedReport() throws IOException {
    return Files.readString(
        Path.of("src/test/resources/dev/perftriage/week-2025-11-03/expected-report.md"));
  }
}
