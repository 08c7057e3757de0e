package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test case's values were over time, by the site's histories and by stored comparisons. */
class HistoryCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE = "/perf/compare-compile-detail-graphs";
  private static final Path RECORDED =
      Path.of("src/test/resources/dev/perftriage/site/compare-compile-detail-graphs.json");

  /** The merges of the sample week, oldest first. */
  private static final List<JsonNode> MERGES = merges();

  /** The place of #148040 among them. */
  private static final int GREAT_WIN = placeOf(148040);

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    services.close();
  }

  // From the site

  @Test
  void everyValueIsThatOfTheRecordedAnswer() throws IOException {
    JsonNode answer = JSON.readTree(RECORDED.toFile());

    JsonNode merges = onlyCase(run("syn-2.0.101", "opt", "full", "--format", "json")).get("merges");

    assertThat(merges).hasSameSizeAs(answer.get("commits")).hasSize(12);
    for (int i = 0; i < merges.size(); i++) {
      assertThat(merges.get(i).get("commit")).isEqualTo(answer.at("/commits/" + i + "/1"));
      assertThat(Instant.parse(merges.get(i).get("time").asText()).getEpochSecond())
          .isEqualTo(answer.at("/commits/" + i + "/0").asLong());
      assertThat(merges.get(i).get("value").asDouble())
          .isEqualTo(answer.at("/graphs/0/points/" + i).asDouble());
      assertThat(merges.get(i).get("interpolated").asBoolean()).isFalse();
    }
  }

  @Test
  void aTestCaseNamedInFullTakesOneRequestToTheSite() {
    Result result =
        run("syn-2.0.101", "opt", "incr-patched: println", "--from", "2025-10-01", "-m", "max-rss");

    assertThat(result.exitCode()).isZero();
    assertThat(toTheSite()).hasSize(1);
    assertThat(toTheSite().get(0).request().getUrl().queryParameter("scenario"))
        .isEqualTo("incr-patched: println");
    assertThat(toTheSite().get(0).request().getUrl().query())
        .contains(
            "start=2025-10-01&end=&stat=max-rss&benchmark=syn-2.0.101",
            "&profile=opt&backend=llvm&target=x86_64-unknown-linux-gnu&kinds=raw");
  }

  @Test
  void theLastLastingStepIsNamedWithItsMergeAndSize() {
    answerWith(place -> place < GREAT_WIN ? 2000 + place % 3 : 1690 + place % 3);

    String out = run("libc-0.2.172", "check", "full").out();

    assertThat(out)
        .contains(
            "libc-0.2.172 check full, instructions:u\n",
            "from the site's histories\n",
            "since #148040 (2025-10-28) -15.5%, since then nothing\n")
        .containsPattern(
            "\n#148040 +2025-10-28 +-15.5% +persistent +Add a fast path for lowering trivial");
    assertThat(run("libc-0.2.172", "check", "full", "--since-when").out())
        .isEqualTo("#148040 (2025-10-28) 4b53279854fcc60b063398181f5dc13ddc319cb8 -15.5%\n");
  }

  @Test
  void aRevertCountsIfItIsAnnouncedAndTheValuesWentBack() {
    int from = placeOf(146186);
    int revert = placeOf(148298);
    answerWith(place -> (place < from || place >= revert ? 2000 : 2300) + place % 3);

    assertThat(run("libc-0.2.172", "check", "full").out())
        .containsPattern("\n#146186 .* \\+15.0% +reverted by #148298 ")
        .containsPattern("\n#148298 .* -13.0% +reverts #146186 ");
    JsonNode step =
        onlyCase(run("libc-0.2.172", "check", "full", "--format", "json")).at("/steps/0");
    assertThat(step.get("verdict").asText()).isEqualTo("reverted");
    assertThat(step.get("other_pr").asInt()).isEqualTo(148298);

    answerWith(place -> (place < from ? 2000 : place >= revert ? 2600 : 2300) + place % 3);
    assertThat(run("libc-0.2.172", "check", "full").out())
        .contains("#146186", "#148298")
        .doesNotContain("reverted", "reverts");

    answerWith(place -> (place < from || place >= revert + 1 ? 2000 : 2300) + place % 3);
    assertThat(run("libc-0.2.172", "check", "full").out())
        .contains("#146186")
        .doesNotContain("reverted", "reverts");
  }

  @Test
  void interpolatedValuesAreMarkedAndPartOfNoLevel() {
    services.breakWith(
        question ->
            answered(question, place -> place == 5 || place == 6 ? 9000 : 2000, List.of(5, 6)));

    JsonNode line = onlyCase(run("libc-0.2.172", "check", "full", "--format", "json"));

    assertThat(line.get("steps")).isEmpty();
    assertThat(line.at("/levels/0/level").asDouble()).isEqualTo(2000);
    assertThat(line.at("/levels/0/values").asInt()).isEqualTo(MERGES.size() - 2);
    assertThat(line.at("/merges/5/interpolated").asBoolean()).isTrue();
    assertThat(line.at("/merges/5/value").asDouble()).isEqualTo(9000);
    assertThat(run("libc-0.2.172", "check", "full").out())
        .contains(
            "%s of %s merges measured from ".formatted(MERGES.size() - 2, MERGES.size()),
            "\none level in %s measured merges\n".formatted(MERGES.size() - 2));
  }

  @Test
  void severalTestCasesTakeOneRequestEachAndOneForTheirNames() {
    services.breakWith(
        question -> answered(question, place -> lengthOfScenario(question) + place % 3, List.of()));

    Result result = run("libc*", "check", "--scenario", "incr*", "--format", "json");

    assertThat(read(result).get("test_cases").findValuesAsText("scenario"))
        .containsExactly("incr-full", "incr-patched: println", "incr-unchanged");
    assertThat(toTheSite()).hasSize(1 + 3);
  }

  @Test
  void aCacheThatIgnoresTheTestCaseIsNoticed() {
    answerWith(place -> 2000 + place % 3);

    Result result = run("libc*", "check", "--scenario", "incr*", "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .containsPattern(
            "the response is the same, byte for byte, as that about libc-0.2.172 check incr-\\S+");
  }

  @ParameterizedTest
  @CsvSource({"2, instructions:u", "3, size:linked_artifact"})
  void testCasesMayHaveFewValuesOrSizesInCommon(int different, String metric) {
    answerWith(place -> 2000 + place % different);

    Result result = run("html5ever*", "opt", "full", "--metric", metric);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("html5ever-0.31.0 opt full", "html5ever-0.31.0-new-solver opt full");
  }

  @Test
  void stepsAreExactWhereTheirComparisonsAreAsked() {
    JsonNode stored = onlyCase(offline("libc-0.2.172", "check", "full", "--format", "json"));
    answerWith(place -> stored.at("/merges/" + place + "/value").asDouble());

    JsonNode rounded = greatWin(run("libc-0.2.172", "check", "full", "--format", "json"));
    JsonNode exact = greatWin(run("libc-0.2.172", "check", "full", "--format", "json", "--exact"));

    double value = stored.at("/merges/" + GREAT_WIN + "/value").asDouble();
    assertThat(rounded.get("value_after").asDouble())
        .isEqualTo(Double.parseDouble(Float.toString((float) value)))
        .isNotEqualTo(value);
    assertThat(exact.get("value_after").asDouble()).isEqualTo(value);
    assertThat(services.comparisons())
        .extracting(Question::end)
        .contains("4b53279854fcc60b063398181f5dc13ddc319cb8");
  }

  @Test
  void aLongHistoryOfOneTestCaseTakesOneRequest() {
    services.breakWith(
        question -> isHistory(question) ? Optional.of(longAnswer()) : Optional.empty());

    Result result = run("libc-0.2.172", "check", "full", "--format", "json");

    assertThat(onlyCase(result).get("merges")).hasSize(2000);
    JsonNode line = onlyCase(result);
    assertThat(line.at("/steps/" + line.get("last_lasting_step").asInt() + "/commit").asText())
        .isEqualTo(madeUp(1500));
    assertThat(toTheSite()).hasSize(1);
  }

  // What is unknown

  @Test
  void anUnknownBenchmarkIsNamedWithTheNearestKnownOnes() {
    services.breakWith(
        question ->
            isHistory(question)
                ? Optional.of(json("{\"commits\": [], \"graphs\": []}"))
                : Optional.empty());

    Result result = run("libk", "check", "full", "--from", start(), "--to", end());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(
            "--benchmark: no measured name matches 'libk'; available: libc-0.2.172, ",
            "perf-triage: no measured test case matches the filters\n");
  }

  @Test
  void anUnknownProfileIsNamedWithTheKnownOnes() {
    Result result = offline("libc-0.2.172", "release");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("--profile: no measured name matches 'release'; available: ");
  }

  @Test
  void anUnknownMetricIsWhatTheSiteSays() {
    services.breakWith(
        question ->
            isHistory(question)
                ? Optional.of(new MockResponse.Builder().code(400).body("no such stat").build())
                : Optional.empty());

    Result result =
        run("libc-0.2.172", "check", "full", "-m", "no:such", "--from", start(), "--to", end());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("no:such", "HTTP status 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"commits\": [[1, \"a\"]], \"graphs\": [{\"points\": []}]}",
        "{\"commits\": [], \"graphs\": [{\"points\": [], \"interpolated_indices\": [0]}]}",
        "{\"commits\": [[]], \"graphs\": []}",
        "{\"commits\": [[9223372036854775807, \"a\"]], \"graphs\": []}"
      })
  void aDamagedAnswerIsNotBelieved(String answer) {
    services.breakWith(
        question -> isHistory(question) ? Optional.of(json(answer)) : Optional.empty());

    Result result =
        run("libc-0.2.172", "check", "full", "--retries", "0", "--from", start(), "--to", end());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("The response for the history of libc-0.2.172 check full in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "svg,png", "markdown"})
  void aFormatThatCannotBePrintedIsRefused(String format) {
    assertThat(offline("libc-0.2.172", "--format", format).exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  // From the store

  @Test
  void offlineTheStoredComparisonsAreUsed() {
    Result result = offline("syn-2.0.101", "opt", "full");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "37 measured merges from #899999 (2025-10-27) to #148436 (2025-11-02), from stored comparisons\n",
            "no lasting step in 37 measured merges: 8 steps of about 3.0% (noise)\n")
        .containsPattern("\n#148241 +2025-10-29 +\\+3.1% +returned #148245 +Rollup of 5 pull");
  }

  @Test
  void aPartOfTheStoredRangeCanBeShown() {
    Result result =
        offline("libc-0.2.172", "check", "full", "--from", "pr:148040", "--to", "pr:148298");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("merges from #148040 (2025-10-28) to #148298 (2025-10-31)");
    assertThat(offline("libc*", "check", "full", "--from", "pr:148040", "--to", "pr:148298").out())
        .isEqualTo(result.out());
  }

  @Test
  void whereTheSiteHasNoHistoriesTheStoredComparisonsAreUsed() {
    services.breakWith(
        question ->
            isHistory(question)
                ? Optional.of(new MockResponse.Builder().code(404).body("none").build())
                : Optional.empty());

    List<String> arguments =
        new ArrayList<>(List.of("history", "libc-0.2.172", "check", "full", "--from", start()));
    arguments.addAll(List.of("--to", end(), "--store", Cli.SAMPLE.toString()));
    Result result = Cli.in(directory).run(services.options(), arguments.toArray(String[]::new));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains(", from stored comparisons\n");
  }

  @Test
  void aStoredHistoryIsUsedForFiveMinutesAndOfflineForever() throws IOException {
    answerWith(place -> place < GREAT_WIN ? 2000 : 1690);
    List<String> store = List.of("--store", directory.resolve("store").toString());
    String first = run(store, "libc-0.2.172", "check", "full").out();
    Path file = onlyFile(directory.resolve("store/histories"));

    assertThat(file)
        .hasFileName(
            "2025-08-07...instructions:u.libc-0.2.172+check+full+llvm+x86_64-unknown-linux-gnu.json");
    storedAt(file, "2025-11-05T23:26:00Z");
    assertThat(run(store, "libc-0.2.172", "check", "full").out()).isEqualTo(first);
    assertThat(toTheSite()).hasSize(1);
    storedAt(file, "2025-11-05T23:24:00Z");
    run(store, "libc-0.2.172", "check", "full");
    assertThat(toTheSite()).hasSize(2);
    assertThat(
            Cli.in(directory)
                .run(store, "history", "libc-0.2.172", "check", "full", "--offline")
                .out())
        .isEqualTo(first);
  }

  @Test
  void aHistoryUpToACommitIsFinalDaysLater() throws IOException {
    answerWith(place -> 2000);
    List<String> store = List.of("--store", directory.resolve("store").toString());
    String[] asked = {"libc-0.2.172", "check", "full", "--from", start(), "--to", end()};
    run(store, asked);
    Path file = onlyFile(directory.resolve("store/histories"));
    Instant last = Instant.parse(MERGES.get(MERGES.size() - 1).get("time").asText());

    storedAt(file, last.plusSeconds(4 * 86_400).toString());
    run(store, asked);
    assertThat(toTheSite()).hasSize(1);
    storedAt(file, last.plusSeconds(2 * 86_400).toString());
    run(store, asked);
    assertThat(toTheSite()).hasSize(2);
  }

  // How it looks

  @Test
  void aPlotIsAsWideAsTheTerminal() {
    for (int columns : new int[] {60, 80, 132}) {
      String out =
          Cli.in(directory)
              .atTerminal(columns, Map.of("NO_COLOR", "1"))
              .run("history", "syn-2.0.101", "opt", "full", "--offline", "--store", Cli.SAMPLE + "")
              .out();

      assertThat(out.lines()).allMatch(line -> line.length() <= columns);
      assertThat(out.lines())
          .anyMatch(line -> line.matches(" +└[─▲▼]+") && line.length() == columns);
    }
  }

  @Test
  void outputDependsOnNoLocale() {
    Locale usual = Locale.getDefault();
    String expected = offline("libc-0.2.172", "check", "--format", "csv").out();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(offline("libc-0.2.172", "check", "--format", "csv").out()).isEqualTo(expected);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void csvHasOneMergePerLineWithItsLevel() {
    List<String> lines =
        offline("syn-2.0.101", "opt", "full", "--format", "csv").out().lines().toList();

    assertThat(lines).hasSize(1 + 37);
    assertThat(lines.get(0))
        .isEqualTo(
            "metric,benchmark,profile,scenario,backend,target,commit,pr,time,value,interpolated,"
                + "level,change,verdict,source");
    assertThat(lines)
        .anyMatch(line -> line.contains(",148241,") && line.endsWith(",returned,comparisons"));
  }

  @Test
  void drawingsAreFilesWithTheSameFigures() throws IOException {
    for (String format : List.of("svg", "png", "html")) {
      String file = "history." + format;
      Result result = offline("libc*", "check", "--format", format, "-o", file);

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(directory.resolve(file)).isNotEmptyFile();
    }
    assertThat(directory.resolve("history.svg"))
        .content()
        .startsWith("<svg ")
        .contains("libc-0.2.172 check incr-full", "since #148040 (2025-10-28) -6.2%");
    assertThat(Files.readAllBytes(directory.resolve("history.png")))
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(directory.resolve("history.html"))
        .content()
        .contains("<h2>libc-0.2.172 check full</h2>", "<td>persistent</td>")
        .contains("<a href=\"https://github.com/rust-lang/rust/pull/148040\">#148040</a>");
  }

  // The stand-in

  private static boolean isHistory(Question question) {
    return question.path().equals(PAGE);
  }

  /** Answers every question about a history with the sample week's merges. */
  private static int lengthOfScenario(Question question) {
    return Optional.ofNullable(question.request().getUrl().queryParameter("scenario"))
        .map(String::length)
        .orElse(0);
  }

  private void answerWith(IntToDoubleFunction values) {
    services.breakWith(question -> answered(question, values, List.of()));
  }

  private static Optional<MockResponse> answered(
      Question question, IntToDoubleFunction values, List<Integer> interpolated) {
    if (!isHistory(question)) {
      return Optional.empty();
    }
    ObjectNode answer = JSON.createObjectNode().put("unknown", 1);
    ArrayNode commits = answer.putArray("commits");
    ObjectNode graph = answer.putArray("graphs").addObject();
    graph.putArray("unknown").add("text");
    ArrayNode points = graph.putArray("points");
    for (int i = 0; i < MERGES.size(); i++) {
      long time = Instant.parse(MERGES.get(i).get("time").asText()).getEpochSecond();
      commits.addArray().add(time).add(MERGES.get(i).get("sha").asText());
      points.add((float) values.applyAsDouble(i));
    }
    ArrayNode indices = graph.putArray("interpolated_indices");
    interpolated.forEach(indices::add);
    return Optional.of(json(answer.toString()));
  }

  private static String madeUp(int commit) {
    return String.format(Locale.ROOT, "%040x", commit);
  }

  private static MockResponse longAnswer() {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode commits = answer.putArray("commits");
    ObjectNode graph = answer.putArray("graphs").addObject();
    ArrayNode points = graph.putArray("points");
    for (int i = 0; i < 2000; i++) {
      commits.addArray().add(1_740_000_000L + 6000L * i).add(madeUp(i));
      double noise = 1e6 * ((i * 7919L) % 101);
      double flip = i % 97 < 2 ? 3e9 : 0;
      points.add((float) (9e10 + noise + flip + (i < 1500 ? 0 : 5e9)));
    }
    graph.putArray("interpolated_indices");
    return json(answer.toString());
  }

  private static MockResponse json(String text) {
    return new MockResponse.Builder()
        .addHeader("content-type", "application/json")
        .body(text)
        .build();
  }

  private List<Question> toTheSite() {
    return services.questions().stream()
        .filter(question -> question.path().startsWith("/perf/"))
        .toList();
  }

  private Result run(String... arguments) {
    return run(List.of("--no-store"), arguments);
  }

  private Result run(List<String> more, String... arguments) {
    List<String> all = new ArrayList<>(List.of("history"));
    all.addAll(List.of(arguments));
    all.addAll(more);
    return Cli.in(directory).run(services.options(), all.toArray(String[]::new));
  }

  private Result offline(String... arguments) {
    return Cli.in(directory)
        .run(
            Stream.concat(
                    Stream.of(arguments), Stream.of("--store", Cli.SAMPLE.toString(), "--offline"))
                .toList(),
            "history");
  }

  private static JsonNode read(Result result) {
    try {
      assertThat(result.exitCode()).as(result.err()).isZero();
      return JSON.readTree(result.out());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode onlyCase(Result result) {
    Schemas.assertValid(result.out(), "history.schema.json");
    JsonNode cases = read(result).get("test_cases");
    assertThat(cases).hasSize(1);
    return cases.get(0);
  }

  private static JsonNode greatWin(Result result) {
    for (JsonNode step : onlyCase(result).get("steps")) {
      if (step.get("pr").asInt() == 148040) {
        return step;
      }
    }
    throw new AssertionError("no step at #148040");
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static void storedAt(Path file, String time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
  }

  private static String start() {
    return "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  }

  private static String end() {
    return MERGES.get(MERGES.size() - 1).get("sha").asText();
  }

  private static List<JsonNode> merges() {
    try {
      List<JsonNode> merges = new ArrayList<>();
      JSON.readTree(Cli.SAMPLE.resolve("commits.json").toFile())
          .forEach(merge -> merges.add(0, merge));
      return merges;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int placeOf(int pull) {
    for (int i = 0; i < MERGES.size(); i++) {
      if (MERGES.get(i).get("pr").asInt() == pull) {
        return i;
      }
    }
    throw new AssertionError("no merge of #" + pull);
  }
}
