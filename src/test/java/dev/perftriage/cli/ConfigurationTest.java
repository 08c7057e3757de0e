package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Defaults from files and from the environment. */
class ConfigurationTest {

  private static final Path ANSWER = Path.of("samples/148193.json").toAbsolutePath();

  @TempDir private Path folder;
  @TempDir private Path home;
  private Path userFile;

  @BeforeEach
  void nameTheUsersFile() {
    userFile = home.resolve(".config/perf-triage/config.properties");
  }

  @Test
  void theUsersFileSetsAnOptionByItsName() throws IOException {
    user("format = json");
    assertThat(compare().out()).startsWith("{");
  }

  @Test
  void theUsersFileIsWhereXdgConfigHomeSays() throws IOException {
    Path elsewhere = home.resolve("elsewhere");
    userFile = elsewhere.resolve("perf-triage/config.properties");
    user("format = json");
    Cli cli = cli().with(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", elsewhere.toString()));
    assertThat(cli.run("compare", "--input", ANSWER.toString()).out()).startsWith("{");
  }

  @Test
  void theFoldersFileWinsOverTheUsers() throws IOException {
    user("compare.format = json");
    project("format = markdown");
    assertThat(compare().out()).startsWith("### ");
  }

  @Test
  void theCommandLineWinsOverBoth() throws IOException {
    user("format = json");
    project("format = json");
    assertThat(compare("--format", "markdown").out()).startsWith("### ");
  }

  @Test
  void aCommandsOwnKeyWinsWithinAFile() throws IOException {
    user("compare.format = json\nformat = text");
    assertThat(compare().out()).startsWith("{");
  }

  @Test
  void theOutputOfReportsMayBeNamedAfterTheirDates() throws IOException {
    user("report.output = logs/{YYYY}/{YYYY-MM-DD}.md");
    assertThat(cli().run("report", "--store", Cli.SAMPLE.toString(), "--offline").out())
        .startsWith("logs/2025/2025-11-05.md\n");
  }

  @Test
  void aKeyOfAnotherCommandDoesNotReachThisOne() throws IOException {
    user("log.history.format = csv");
    assertThat(compare().out())
        .isEqualTo(Cli.in(folder).run("compare", "--input", ANSWER.toString()).out());
  }

  @Test
  void aVariableOfTheEnvironmentWinsOverFilesAndABlankOneSaysNothing() throws IOException {
    user("perf-url = http://localhost:1\nretries = 0\nno-store = true");
    String[] command = {"compare", "2025-10-27", "2025-11-02"};
    assertThat(cli().run(command).err()).contains("http://localhost:1/");
    assertThat(with("PERF_TRIAGE_PERF_URL", "http://localhost:2").run(command).err())
        .contains("http://localhost:2/");
    assertThat(with("PERF_TRIAGE_PERF_URL", " ").run(command).err())
        .contains("http://localhost:1/");
  }

  @Test
  void aFlagThatAFileSetsStaysSetWhenItIsGivenToo() throws IOException {
    user("offline = true\nno-store = false");
    String needsFolder = "--offline: no folder";
    String[] command = {"compare", "2025-10-27", "2025-11-02", "--store", "missing"};
    assertThat(cli().run(command).err()).contains(needsFolder);
    assertThat(cli().run(List.of("--offline"), command).err()).contains(needsFolder);
    assertThat(
            cli()
                .run(
                    List.of(
                        "--offline=false", "--perf-url", "http://localhost:1", "--retries", "0"),
                    command)
                .err())
        .contains("http://localhost:1/");
  }

  @Test
  void fetchingNeedsTheNetworkWhateverAFileSaysOfOtherCommands() throws IOException {
    user("offline = true");
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      String[] command = {"fetch", "-q", "--start", "23fced0f", "--store", "week"};
      Result fetched = cli().run(services.options(), command);

      assertThat(fetched.err()).isEmpty();
      assertThat(fetched.exitCode()).isZero();
    }
    assertThat(cli().run("fetch", "--start", "23fced0f", "--offline").err())
        .startsWith("perf-triage: Unknown option: '--offline'");
  }

  @Test
  void everyFlagMeansYesWhenItIsGiven() {
    assertFlags(DetachedProgram.commands());
  }

  @Test
  void aFolderForChartsCanBeSet() throws IOException {
    user("charts = pictures\nchart-format = svg");
    assertThat(compare().exitCode()).isZero();
    assertThat(folder.resolve("pictures/largest-changes.svg")).exists();
  }

  @Test
  void aPageCanBeSetWithoutAFile() throws IOException {
    user("html = true");
    assertThat(compare("--output=a.txt").exitCode()).isZero();
    assertThat(compare("--output=b.txt", "--html=false").exitCode()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".html"))).hasSize(1);
    }
    assertThat(folder.resolve("true")).doesNotExist();
  }

  @Test
  void helpShowsTheDefaultThatHolds() throws IOException {
    user("jobs = 12");
    assertThat(cli().run("report", "--help").out()).contains("1 to 16. Default: 12.");
  }

  @Test
  void variablesAreNotPutIntoValues() throws IOException {
    project("report.triager = ${env:PATH}");
    Result result = cli().run("report", "--store", Cli.SAMPLE.toString(), "--offline");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'${env:PATH}' is not a GitHub login");
  }

  @Test
  void aKeyThatNamesNoOptionIsAnErrorThatNamesFileAndKey() throws IOException {
    project("jobz = 3");
    assertThat(compare().exitCode()).isEqualTo(2);
    assertThat(compare().err()).contains(".perf-triage.properties: 'jobz' is not an option");
    user("compare.jobs = 3");
    project("");
    assertThat(compare().err()).contains(userFile + ": 'compare.jobs' is not an option");
  }

  @Test
  void helpAndCompletionNeedNoRightFile() throws IOException {
    project("jobz = 3");
    assertThat(cli().run("compare", "--help").exitCode()).isZero();
    assertThat(cli().run("completion", "bash").exitCode()).isZero();
    assertThat(cli().run("completion", "bash").err()).isEmpty();
  }

  @Test
  void aMalformedValueIsAnErrorThatNamesFileAndKey() throws IOException {
    user("report.jobs = many");
    Result word = cli().run("report", "--store", Cli.SAMPLE.toString(), "--offline");
    assertThat(word.exitCode()).isEqualTo(2);
    assertThat(word.err()).contains("(" + userFile + " sets report.jobs = many)");

    user("jobs = 99");
    Result number = cli().run("report", "--store", Cli.SAMPLE.toString(), "--offline");
    assertThat(number.exitCode()).isEqualTo(2);
    assertThat(number.err()).contains("1 to 16").contains("(" + userFile + " sets jobs = 99)");
  }

  @Test
  void anErrorOfTheCommandLineDoesNotNameAFile() throws IOException {
    user("jobs = 3");
    Result result = cli().run("report", "--store", Cli.SAMPLE.toString(), "--offline", "-j99");
    assertThat(result.err()).contains("1 to 16").doesNotContain("sets jobs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github-url = http://localhost:1",
        "compare.perf-url = http://localhost:1",
        "output = /tmp/x",
        "store = elsewhere",
        "compare.html = page.html",
        "force = true",
        "log.check.fix = true"
      })
  void theFoldersFileCannotNameAPlaceOrOverwrite(String line) throws IOException {
    project(line);
    Result result = compare();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(".perf-triage.properties: '" + line.substring(0, line.indexOf(' ')) + "' is not");
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    Files.write(
        folder.resolve(".perf-triage.properties"),
        "x=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(compare().exitCode()).isEqualTo(2);
    assertThat(compare().err()).contains(".perf-triage.properties failed: not UTF-8 text");
    project("jobs = \\u12");
    assertThat(compare().err()).contains("four hexadecimal digits");
  }

  @Test
  void configShowsWhatHoldsAndFromWhere() throws IOException {
    user("jobs = 12\nreport.triager = ferris\ncolor = never");
    project("jobs = 3");
    assertThat(with("PERF_TRIAGE_PERF_URL", "http://localhost:2").run("config").out())
        .isEqualTo(
            """
            # folder: .perf-triage.properties
            # user:   USER
            perf-url = http://localhost:2  # PERF_TRIAGE_PERF_URL
            jobs = 3                       # .perf-triage.properties
            color = never                  # USER
            jobs = 12                      # USER, overridden
            report.triager = ferris        # USER
            """
                .replace("USER", userFile.toString()));
  }

  @Test
  void configSaysWhichFilesThereWouldBe() {
    assertThat(cli().run("config").out())
        .isEqualTo(
            "# folder: .perf-triage.properties (does not exist)\n# user:   "
                + userFile
                + " (does not exist)\n");
    assertThat(Cli.in(folder).run("config").out())
        .contains("# user:   none, because HOME is not set\n");
  }

  private static void assertFlags(CommandSpec command) {
    for (OptionSpec option : command.options()) {
      boolean flag = option.arity().max() == 0 && !option.usageHelp() && !option.versionHelp();
      if (flag) {
        assertThat(option.fallbackValue())
            .as("fallbackValue of %s %s", command.qualifiedName(), option.longestName())
            .isEqualTo("true");
      }
    }
    for (CommandLine subcommand : command.subcommands().values()) {
      assertFlags(subcommand.getCommandSpec());
    }
  }

  private Result compare(String... more) {
    return cli().run(List.of(more), "compare", "--input", ANSWER.toString());
  }

  private Cli cli() {
    return Cli.in(folder).with(Map.of("HOME", home.toString()));
  }

  private Cli with(String variable, String value) {
    return Cli.in(folder).with(Map.of("HOME", home.toString(), variable, value));
  }

  private void user(String lines) throws IOException {
    Files.createDirectories(userFile.getParent());
    Files.writeString(userFile, lines);
  }

  private void project(String lines) throws IOException {
    Files.writeString(folder.resolve(".perf-triage.properties"), lines);
  }
}
