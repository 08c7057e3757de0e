package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.FakeServices;
import dev.perftriage.Golden;
import dev.perftriage.cli.Cli.Result;
import dev.perftriage.model.Metric;
import dev.perftriage.source.wire.AskedMetric;
import dev.perftriage.source.wire.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/perftriage/compare");
  private static final String EVERYTHING =
      GOLDEN.resolve("everything.json").toAbsolutePath().toString();
  private static final String START = "72fe2ffb391f397efdfafb2216028ed9952e8078";
  private static final String END = "6906167e01fba6f702f123264653f8e401546731";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"text, txt", "markdown, md", "json, json.txt"})
  void printsEverythingThatAComparisonSays(String format, String extension) throws IOException {
    Result result =
        cli().run("compare", "--input", EVERYTHING, "-m=instructions:u", "--format", format);

    assertThat(result.err())
        .isEqualTo(
            """
            perf-triage: note: the site judges the relevance of 2 test cases by another rule than \
            this version, first another-rule check full; its figures may differ
            perf-triage: note: The site judged the test cases of another-rule, no`number`, \
            serde-1.0.219, unchanged and zero-baseline by its default threshold of 0.2%, not by \
            their usual spread, because one of the 30 merges before has no value of theirs (it is \
            not known which); what it calls relevant may be noise.
            perf-triage: note: On aarch64-unknown-linux-gnu: The site judged all test cases by its \
            default threshold of 0.2%, not by their usual spread, because one of the 30 merges \
            before has no data (it is not known which); what it calls relevant may be noise.
            """);
    assertThat(result.exitCode()).isZero();
    Golden.assertEquals(result.out(), GOLDEN.resolve("everything." + extension));
  }

  @Test
  void printsTheSameFromServicesStoreAndFile() {
    Result fromFile = cli().run("compare", "--input", sample("148193.json"));
    Result fromStore =
        cli().run("compare", START, END, "--store", Cli.SAMPLE.toString(), "--offline");
    assertThat(fromStore.err()).isEmpty();
    assertThat(fromStore.out()).isEqualTo(fromFile.out());

    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      Result fromServices = cli().run(services.options(), "compare", START, END);
      assertThat(fromServices.err()).isEmpty();
      assertThat(fromServices.out()).isEqualTo(fromFile.out());
      assertThat(services.questions()).hasSize(1);
    }
  }

  @Test
  void fitsTheTerminal() {
    for (int columns : new int[] {60, 80, 110}) {
      String out =
          cli()
              .atTerminal(columns, Map.of("NO_COLOR", "1"))
              .run("compare", "--input", EVERYTHING)
              .out();
      // An address that is broken leads nowhere.
      assertThat(out.lines().filter(line -> !line.startsWith("https://")))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
      assertThat(out).contains("…").contains("10.0%").doesNotContain("\u001b");
    }
  }

  @Test
  void eightyColumnsShowWholeNamesAndFactorsBeforeValues() {
    String[] command = {"compare", "--input", sample("148193.json"), "--limit", "all"};

    String narrow = cli().atTerminal(80, Map.of("NO_COLOR", "1")).run(command).out();
    assertThat(narrow)
        .contains("benchmark                  profile   scenario               change  factor\n")
        .contains("typenum-1.18.0-new-solver  check     incr-patched: println    0.1%   3.65x\n")
        .doesNotContain("…", "25,013,585,916");
    assertThat(cli().atTerminal(110, Map.of("NO_COLOR", "1")).run(command).out())
        .contains("incr-patched: println    0.1%   3.65x  25,013,585,916  25,043,062,890\n");
  }

  @Test
  void wideCharactersAlign() throws IOException {
    Path file = directory.resolve("wide.json");
    Files.writeString(
        file,
        """
        {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [
          {"benchmark": "変数🚀", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.001,
                          "significance_factor": 10, "statistics": [1000, 1010]}},
          {"benchmark": "cafe\u0301-serde", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.001,
                          "significance_factor": 9, "statistics": [1000, 1009]}}]}
        """);

    assertThat(cli().run("compare", "--input", file.toString()).out())
        .contains("\n変数🚀      check    full        1.0%  10.00x   1,000  1,010\n")
        .contains("\ncafe\u0301-serde  check    full        0.9%   9.00x   1,000  1,009\n");
  }

  @Test
  void coloursATerminalUnlessToldNotTo() {
    String red = "\u001b[31m";
    String[] command = {"compare", "--input", sample("148193.json")};
    Cli terminal = cli().atTerminal(100, Map.of());

    assertThat(terminal.run(command).out()).contains(red);
    assertThat(terminal.run("compare", "--input", sample("148193.json"), "--color=never").out())
        .doesNotContain("\u001b");
    assertThat(cli().atTerminal(100, Map.of("NO_COLOR", "1")).run(command).out())
        .doesNotContain("\u001b");
    assertThat(cli().run(command).out()).doesNotContain("\u001b");
    assertThat(cli().run("compare", "--input", sample("148193.json"), "--color=always").out())
        .contains(red);
  }

  @Test
  void jsonCarriesFullPrecisionAsFractions() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(cli().run("compare", "--input", EVERYTHING, "-f", "json").out());

    JsonNode cases = json.get("comparisons").get(0).get("cases");
    assertThat(cases.get(1).get("change").asDouble()).isEqualTo((5.5 - 5.0) / 5.0);
    assertThat(cases.get(1).get("magnitude").asInt()).isEqualTo(5);
    assertThat(cases)
        .extracting(some -> some.get("comparability").asText())
        .startsWith("zero_baseline", "comparable")
        .endsWith("comparable", "not_a_number");
  }

  @Test
  void theMetricComesFromTheOptionElseFromTheFileName() throws IOException {
    Path named =
        Files.copy(Path.of(EVERYTHING), directory.resolve(START + ".." + END + ".max-rss.json"));

    assertThat(cli().run("compare", "--input", named.toString()).out()).contains("stat=max-rss");
    assertThat(cli().run("compare", "--input", named.toString(), "-m", "faults").out())
        .contains("stat=faults");
    assertThat(cli().run("compare", "--input", EVERYTHING).out()).contains("stat=instructions:u");
  }

  @Test
  void aMetricThatNothingNamesIsAssumedAndSaid() {
    String note =
        "note: --input: neither --metric nor the name of the file says the metric; assuming"
            + " instructions:u";

    assertThat(cli().run("compare", "--input", EVERYTHING).err()).contains(note);
    assertThat(cli().run("compare", "--input", EVERYTHING, "-m", "instructions:u").err())
        .doesNotContain("assuming");
    assertThat(cli().run("compare", "--input", EVERYTHING, "--quiet").err()).isEmpty();
  }

  @Test
  void aMetricThatOnlyTheOptionSaysIsBelievedAndSaid() throws IOException {
    String note = "note: --input: the response does not name its metric";
    Path named =
        Files.copy(Path.of(EVERYTHING), directory.resolve(START + ".." + END + ".max-rss.json"));
    Path kept = directory.resolve("kept.json");
    Files.write(
        kept,
        AskedMetric.added(
                new Payload(Files.readAllBytes(Path.of(EVERYTHING)), "kept"), new Metric("max-rss"))
            .bytes());

    assertThat(err(EVERYTHING, "max-rss"))
        .contains(note + "; taken to be max-rss, as --metric says");
    assertThat(err(named.toString(), "faults"))
        .contains(note + ", and its file name says max-rss; taken to be faults, as --metric says");
    assertThat(err(named.toString(), "instructions:u")).contains("its file name says max-rss");
    assertThat(err(named.toString(), "max-rss")).doesNotContain("--input");
    assertThat(err(kept.toString(), "max-rss")).doesNotContain("--input");
    assertThat(err(kept.toString(), "faults")).contains("max-rss");
  }

  private String err(String file, String metric) {
    return cli().run("compare", "--input", file, "--metric", metric).err();
  }

  @Test
  void quietKeepsErrors() {
    Result result = cli().run("compare", "-q", "--input", EVERYTHING, "--benchmark", "none");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("no measured test case matches the filters");
    assertThat(result.err()).doesNotContain("note:");
  }

  @Test
  void aResponseOnStandardInputIsReadLikeAFile() throws IOException {
    String saved = Files.readString(Path.of(EVERYTHING));

    assertThat(cli().piping(saved).run("compare", "--input", "-", "-m", "faults").out())
        .isEqualTo(cli().run("compare", "--input", EVERYTHING, "-m", "faults").out());
    Result empty = cli().run("compare", "--input", "-", "-m", "faults");
    assertThat(empty.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(empty.err()).contains("standard input is not a comparison: it is empty");
  }

  @Test
  void componentsHaveATotal() throws IOException {
    assertThat(cli().run("compare", "--input", sample("148193.json")).out())
        .containsPattern("total size +[0-9.]+ MiB +[0-9.]+ MiB +-?[0-9.]+%");
  }

  @Test
  void aComparisonWithNothingRelevantSaysSo() throws IOException {
    Path quiet = directory.resolve("quiet.json");
    Files.writeString(
        quiet,
        """
        {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [
          {"benchmark": "serde", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": false, "significance_threshold": 0.002,
                          "significance_factor": 0, "statistics": [1000, 1000]}}]}
        """);

    Result text = cli().run("compare", "--input", quiet.toString());
    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .contains("All             primary       -      -      0")
        .contains("Verdict: nothing relevant changed")
        .contains("0 relevant test cases of 1\n");
    assertThat(cli().run("compare", "--input", quiet.toString(), "-f", "markdown").out())
        .contains("|                                    | mean | range | count |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1, 2", "no data yet, please wait", "<html>", "\u0081\u00a1a", ""})
  void aFileThatIsNoComparisonIsNamedInOneSentence(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("bad.json"), content);

    Result result = cli().run("compare", "--input", file.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1).first().asString().contains(file.toString());
  }

  @Test
  void anErrorPageOfAProxyIsNamedWithItsAddress() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question -> Optional.of(FakeServices.text(404, "<html><h1>Not found</h1>")));
      Result result = cli().run(services.options(), "compare", START, END);

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err())
          .contains(services.url() + "perf/get")
          .contains("72fe2ffb..6906167e by instructions:u")
          .contains("HTTP status 404 with an HTML page");
    }
  }

  @Test
  void theSitesOwnWordsAreInTheError() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      Result result = cli().run(services.options(), "compare", START, "e".repeat(40));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("could not find end commit for bound Commit(");
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsAnError() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              Optional.of(
                  services.soundAnswer(
                      question.about(
                          "34a8c7368c84fc699fc83a8851a02f93fd655931",
                          "4b53279854fcc60b063398181f5dc13ddc319cb8"))));
      Result result = cli().run(services.options(), "compare", START, END);

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("a.commit is 34a8c736").contains(START);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "compare; Give two revisions",
        "compare abc; Give two revisions",
        "compare 1.90.0 1.91.0 --format xml; xml",
        "compare 1.90.0 1.91.0 --input x.json; not both",
        "compare --input x.json --metric triage; --input has one metric",
        "compare 1.90.0 1.91.0 -o .; '.' is not a file name",
        "compare 1.90.0 1.91.0 --fail-on worse; unknown gate 'worse'",
        "compare 1.90.0 1.91.0 --fail-on regression:1%; takes no ':1%'",
        "compare 1.90.0 1.91.0 --fail-on magnitude:huge; expected small, medium, large",
        "compare 1.90.0 1.91.0 --fail-on change:1; expected change:1%",
        "compare 1.90.0 1.91.0 --fail-on mean:0%; expected mean:1%",
        "compare 1.90.0 --backends llvm; takes exactly two backends",
        "compare 1.90.0 1.91.0 --backends llvm,cranelift; takes one revision",
        "compare 1.90.0 --backends llvm,cranelift --fail-on error; --runtime and --fail-on.",
        "compare 1.90.0 1.91.0 --offline; --offline needs --store",
        "compare 1.90.0 1.91.0 --offline --store nowhere; no folder",
        "compare 1.90.0 1.91.0 --perf-url ftp://x; is not an http or https URL",
        "compare 1.90.0 1.91.0 1.92.0; 1.92.0",
        "compare 1.90.0 1.91.0 --metric ''; a metric needs a name",
        "compares; compares",
        "report --date today; 'today' is not a date",
      })
  void aWrongCommandLineIsExplained(String line, String message) {
    Result result = cli().run(line.replace("''", "\u2003").split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("perf-triage: ").contains(message);
  }

  private Cli cli() {
    return Cli.in(directory);
  }

  private static String sample(String name) {
    return Path.of("samples").resolve(name).toAbsolutePath().toString();
  }

  @Test
  void wordsFromOutsideCannotReachTheTerminal() throws IOException {
    Path file = directory.resolve("hostile.json");
    Files.writeString(
        file,
        """
        {"a": {"commit": "a\\u001b]0;x\\u0007"}, "b": {"commit": "b"}, "is_contiguous": true,
         "compile_comparisons": [
          {"benchmark": "x\\n\\u001b[31mEVIL", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.0019,
                          "significance_factor": 0, "statistics": [0, 1000]}},
          {"benchmark": "y\\r\\u009b31mEVIL", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": false, "significance_threshold": 0.0019,
                          "significance_factor": 0, "statistics": [1000, 1100]}}]}
        """);

    Result result = cli().run("compare", "--input", file.toString(), "--metric", "a\u001b[31mb");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out() + result.err())
        .contains("EVIL")
        .doesNotContain("\u001b")
        .doesNotContain("\u009b")
        .doesNotContain("\r");
    assertThat(result.err().lines()).hasSize(2);
    assertThat(cli().run("compare", "--input", file.toString(), "--format", "html").out())
        .as("no HTML may hold a control character")
        .contains("EVIL")
        .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\n]]");
  }

  @Test
  void aChangeThatNoPercentageCanExpressIsNoNumber() throws IOException {
    Path file = directory.resolve("huge.json");
    Files.writeString(
        file,
        """
        {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [
          {"benchmark": "x", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                          "significance_factor": 1e300, "statistics": [1.0, 1e308]}},
          {"benchmark": "y", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                          "significance_factor": 1e300, "statistics": [1.0, 1e308]}}]}
        """);

    for (String format : new String[] {"text", "markdown", "json", "jsonl", "csv"}) {
      Result result = cli().run("compare", "--input", file.toString(), "-f", format);
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).doesNotContain("Infinity");
    }
  }
}
