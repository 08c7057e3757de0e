package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Which queries of the compiler changed in the recorded week, and in an answer of the site. */
class WhyCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/perftriage/report/data/why.schema.json");

  private static final String PARENT = "df984edf44203c862e01b5a20c8092d5614d872e";
  private static final String MERGE = "c9537a94a6300a8292804829801f7724fb8a33f6";
  private static final String OF_147185 = "b1c96546592137343210b8cf62f9ecc12793fc5f";
  private static final String[] CASE = {"syn-2.0.101", "check", "full"};

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    services.close();
  }

  // What is found out

  @Test
  void theLargestChangesHaveTheQueriesThatCausedThem() {
    Result result = run("why", "#148202");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("\nThe largest 3 of 19 relevant test cases by instructions:u\n")
        .containsSubsequence(
            "syn-2.0.101 check full: 2.9%\n",
            "\nlint_checking               +587  53.0%  +45.51 ms  +70.0%  65.2%",
            "\nevaluate_obligation         +520  47.0%  +26.65 ms  +12.0%  38.2%",
            "\nall queries               +1,107         +69.83 ms   +2.8%\n",
            "syn-2.0.101 check incr-full: 2.7%\n",
            "syn-2.0.101 check incr-unchanged: 2.5%\n")
        .doesNotContain("\ntypeck ");
  }

  @Test
  void theOneWithMostInvocationsComesFirst() {
    assertThat(offline("why", "#148040").out())
        .containsSubsequence(
            "stm32f4-0.15.1 check full: -15.5%\n",
            "\nhir_crate ", "\neval_to_allocation_raw ", "\nmir_built ");
  }

  @Test
  void sectionsLinksAndACommandSayMore() {
    assertThat(run("why", "#148202", CASE[0], CASE[1], CASE[2]).out())
        .contains("\n1 named test case by instructions:u\n")
        .contains(
            "\nsections     frontend 53.8% to 77.8%, backend 33.4% to 16.2%, linker 12.8% to 6.0%\n")
        .contains(
            "\ndetails      https://perf.rust-lang.org/detailed-query.html?commit="
                + MERGE
                + "&base_commit="
                + PARENT
                + "&benchmark=syn-2.0.101-check&scenario=full\n")
        .contains(
            "\nflame graph  https://perf.rust-lang.org/perf/processed-self-profile?commit="
                + MERGE
                + "&benchmark=syn-2.0.101&profile=check&scenario=full&backend=llvm"
                + "&target=x86_64-unknown-linux-gnu&type=flamegraph\n")
        .contains(
            "\nmeasure      cargo build --release -p collector && ./target/release/collector"
                + " profile_local cachegrind +"
                + PARENT
                + " --rustc2 +"
                + MERGE
                + " --exact-match syn-2.0.101 --profiles Check --scenarios Full\n")
        .endsWith(
            "\nInvocations and cache hits are exact. Times are those of one run, so small changes of"
                + " them are noise.\n");
  }

  @Test
  void everyQueryIsListedOnRequest() {
    assertThat(offline("why", "#148202", CASE[0], CASE[1], CASE[2], "--all-queries").out().lines())
        .filteredOn(line -> line.contains(" ms "))
        .hasSize(18 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c9537a94",
        MERGE,
        "pr:148202",
        "https://github.com/rust-lang/rust/pull/148202",
        "df984edf..c9537a94",
        "pr:148202^..pr:148202",
        "https://perf.rust-lang.org/compare.html?start=" + PARENT + "&end=" + MERGE
      })
  void aRevisionIsNamedInAnyForm(String name) {
    assertThat(offline("why", name).out()).isEqualTo(offline("why", "#148202").out());
  }

  @Test
  void aTryBuildIsComparedWithItsParent() {
    services.knowParent(OF_147185, PARENT);
    answer(WhyCommandTest::siteAbout);

    Result result = run("why", OF_147185);

    assertThat(result.exitCode()).isZero();
    assertThat(profiles().get(0).body().path("commit").asText()).isEqualTo(OF_147185);
    assertThat(profiles().get(0).body().path("base_commit").asText()).isEqualTo(PARENT);
  }

  @Test
  void releasesAreComparedByTheirTags() {
    services.release("1.91.0", PARENT);
    services.release("1.92.0", MERGE);
    answer(WhyCommandTest::siteAbout);

    Result result = run("why", "1.91.0..1.92.0");

    assertThat(result.exitCode()).isZero();
    assertThat(profiles().get(0).body().path("commit").asText()).isEqualTo("1.92.0");
    assertThat(profiles().get(0).body().path("base_commit").asText()).isEqualTo("1.91.0");
  }

  @Test
  void metricsAndFiltersSelectTestCases() {
    assertThat(
            offline("why", "#148202", "--scenario", "incr*", "--metric", "instructions:u,max-rss"))
        .satisfies(
            result ->
                assertThat(result.out())
                    .contains("Only test cases with scenario incr*; ")
                    .containsSubsequence(
                        " test cases by instructions:u\n",
                        "\nsyn-2.0.101 check incr-full: 2.7%\n",
                        "\n0 relevant test cases by max-rss\n"));
  }

  @Test
  void aNamedTestCaseNeedsNoRelevantChange() {
    answer(question -> site());

    Result result = run("why", "#148202", "typenum-1.18.0", "check", "full");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("\ntypenum-1.18.0 check full: ", "\nevaluate_obligation ");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    for (String revision : List.of("#148202", "#148337", "#148193", "#148241")) {
      valid(offline("why", revision, "-f", "json").out());
    }
    valid(run("why", "#148202", "-f", "json", "--all-queries", "--benchmark", "syn*").out());
  }

  @Test
  void markdownIsForAComment() {
    assertThat(offline("why", "#148040", "-f", "markdown").out())
        .startsWith(
            "### Where the time goes at [#148040](https://github.com/rust-lang/rust/pull/148040)\n")
        .contains(
            "\n##### `stm32f4-0.15.1 check full`: -15.5%\n",
            "\n| hir_crate              | -8,265      | 47.6% | -107.4 ms |",
            "\n- details: <https://perf.rust-lang.org/detailed-query.html?commit=",
            "\n- measure: `cargo build ");
  }

  // The site's own answers

  @Test
  void figuresAreThoseOfTheSite() throws IOException {
    answer(question -> site());
    JsonNode answer = MESSAGE_PACK.readTree(site());
    JsonNode deltas = answer.at("/base_profile_delta/query_data");

    JsonNode found = json("--all-queries");

    JsonNode queries = found.at("/self_profile/queries");
    assertThat(queries).hasSameSizeAs(answer.at("/profile/query_data"));
    assertThat(queries).hasSize(459);
    for (JsonNode query : queries) {
      int at = indexOf(answer.at("/profile/query_data"), query.get("label").asText());
      same(query, answer.at("/profile/query_data").get(at), deltas.get(at));
    }
    same(
        found.at("/self_profile/totals"),
        answer.at("/profile/totals"),
        answer.at("/base_profile_delta/totals"));
    assertThat(queries.get(0).at("/invocations/share").asDouble())
        .isEqualTo(1939.0 / 68553.0, within(1e-12));
    assertThat(found.at("/self_profile/sizes"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"label": "cgu_instructions", "before": 163, "after": 163},
                 {"label": "codegen_unit_size_estimate", "before": 551, "after": 551},
                 {"label": "linked_artifact", "before": 4385480, "after": 4385480},
                 {"label": "object_file", "before": 7584, "after": 7584}]
                """));
    assertThat(found.at("/sections/after/0/share").asDouble())
        .isEqualTo(3752242190.0 / (3752242190L + 780628997L + 290366631L), within(1e-12));
  }

  private static void same(JsonNode query, JsonNode after, JsonNode delta) {
    List<List<String>> fields =
        List.of(
            List.of("invocations", "invocation_count"),
            List.of("self_time", "self_time"),
            List.of("cache_hits", "number_of_cache_hits"),
            List.of("incremental_load_time", "incremental_load_time"));
    for (List<String> field : fields) {
      JsonNode figure = query.get(field.get(0));
      long later = after.get(field.get(1)).asLong();
      long change = delta.get(field.get(1)).asLong();
      assertThat(List.of(figure.get("before").asLong(), figure.get("after").asLong()))
          .as(after.get("label") + " " + field)
          .containsExactly(later - change, later);
      assertThat(figure.get("change").asLong()).isEqualTo(change);
    }
  }

  private static int indexOf(JsonNode queries, String label) {
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i).get("label").asText().equals(label)) {
        return i;
      }
    }
    throw new AssertionError("no query " + label);
  }

  @Test
  void threeQueriesAreChosenByInvocationsAndTheOthersByTime() throws IOException {
    answer(question -> site());

    assertThat(json().at("/self_profile/queries").findValuesAsText("label"))
        .containsExactly(
            "evaluate_obligation",
            "local_def_id_to_hir_id",
            "generics_of",
            "typeck_root",
            "finish_ongoing_codegen");
  }

  @Test
  void whatIsUnknownOrCouldNotBeComputedIsPassedOver() throws IOException {
    answer(question -> site());
    JsonNode found = json();
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(site());
    answer.put("novelty", 1).putArray("more").add("x");
    ((ObjectNode) answer.at("/profile")).putObject("novelty").put("depth", 2);
    ((ObjectNode) answer.at("/profile/totals")).put("percent_total_time", -100f);
    ((ObjectNode) answer.at("/profile/query_data/0")).put("novelty", "x");
    services.breakWith(question -> Optional.empty());
    answer(question -> bytes(answer));

    Result again = run("why", "#148202", CASE[0], CASE[1], CASE[2], "-f", "json", "--refresh");

    assertThat(JSON.readTree(again.out()).at("/comparisons/0/cases/0")).isEqualTo(found);
    assertThat(again.out()).doesNotContain("-100");
  }

  @Test
  void queriesOfOneSideAreZeroOnTheOther() throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode queries = answer.putObject("profile").putArray("query_data");
    ArrayNode deltas = answer.putObject("base_profile_delta").putArray("query_data");
    add(queries, deltas, "typeck", 10, 0, 500, 15);
    add(queries, deltas, "only_after", 7, 7, 70, 70);
    add(queries, deltas, "only_before", 0, -9, 0, -90);
    ((ObjectNode) answer.get("profile"))
        .set("totals", figures(17, 570).put("label", "Totals").put("percent_total_time", -100f));
    ((ObjectNode) answer.get("base_profile_delta")).set("totals", figures(-2, -5));
    ((ObjectNode) answer.get("profile")).putNull("artifact_sizes");
    answer(question -> bytes(answer));

    JsonNode found = json("--all-queries").at("/self_profile/queries");

    assertThat(found.findValuesAsText("label"))
        .containsExactly("only_before", "only_after", "typeck");
    assertThat(found.at("/0/invocations"))
        .isEqualTo(JSON.readTree("{\"before\": 9, \"after\": 0, \"change\": -9, \"share\": 4.5}"));
    assertThat(found.at("/1/self_time/before").asLong()).isZero();
    assertThat(run("why", "#148202", CASE[0], CASE[1], CASE[2]).out())
        .containsPattern("\nonly_before +-9 +450.0% +0 ms +-100.0%")
        .containsPattern("\nonly_after +\\+7 +-350.0% +0 ms +new ")
        .doesNotContain("sizes");
  }

  private static void add(
      ArrayNode queries,
      ArrayNode deltas,
      String label,
      long runs,
      long more,
      long time,
      long longer) {
    queries.add(figures(runs, time).put("label", label));
    deltas.add(figures(more, longer));
  }

  private static ObjectNode figures(long invocations, long time) {
    return JSON.createObjectNode().put("invocation_count", invocations).put("self_time", time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"doc", "doc-json"})
  void documentationHasNoSections(String profile) {
    answer(WhyCommandTest::siteAbout);
    run("why", "#148425", "--profile", profile);

    assertThat(services.questions())
        .extracting(Question::path)
        .doesNotContain("/perf/compare-compile-detail-sections");
  }

  // What is asked for

  @Test
  void theSiteIsAskedForTwoAtATimeAndOnce() {
    services.delay(Duration.ofMillis(30));
    String first = run("why", "#148202").out();

    assertThat(services.mostInFlight()).isEqualTo(2);
    assertThat(profiles()).hasSize(3);
    assertThat(profiles().get(0).body().fieldNames())
        .toIterable()
        .containsExactly(
            "commit", "base_commit", "benchmark", "profile", "scenario", "backend", "target");

    String second = run("why", "#148202").out();

    assertThat(second).isEqualTo(first);
    assertThat(profiles()).hasSize(3);
    assertThat(Cli.in(directory).run("why", "#148202", "--store", "store", "--offline").out())
        .isEqualTo(first);
  }

  @Test
  void fieldsThatAreNotKnownAreAskedForByTheSitesNames() {
    services.breakWith(
        question -> {
          if (!question.isComparison()) {
            return Optional.empty();
          }
          String answer =
              """
              {"a": {"commit": "%s"}, "b": {"commit": "%s"}, "compile_comparisons": [
                {"benchmark": "serde", "profile": "check", "scenario": "incr-patched: println",
                 "frontend_threads": 4, "comparison": {"is_relevant": true,
                 "significance_threshold": 0.002, "significance_factor": 5,
                 "statistics": [1000, 1010]}}]}
              """
                  .formatted(question.start(), question.end());
          return Optional.of(FakeServices.text(200, answer));
        });
    run("why", "#148202");

    assertThat(profiles()).hasSize(1);
    assertThat(profiles().get(0).body().get("frontend_threads").asInt()).isEqualTo(4);
    assertThat(profiles().get(0).body().get("frontend_threads").isInt()).isTrue();
    assertThat(profiles().get(0).body().get("scenario").asText())
        .isEqualTo("incr-patched: println");
  }

  // What goes wrong

  @Test
  void aLabelCannotControlTheTerminalNorBecomeMarkup() throws IOException {
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(site());
    int first = indexOf(answer.at("/profile/query_data"), "evaluate_obligation");
    ((ObjectNode) answer.at("/profile/query_data").get(first)).put("label", "a\u001b[31m\n<b>|`x`");
    answer(question -> bytes(answer));

    String text = run("why", "#148202", CASE[0], CASE[1], CASE[2]).out();
    String markdown = run("why", "#148202", CASE[0], CASE[1], CASE[2], "-f", "markdown").out();

    assertThat(text).doesNotContain("\u001b").contains("<b>|`x`  ");
    assertThat(markdown).doesNotContain("<b>", "\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Self-profile data was not found",
        "No self-profile data was found.",
        "could not find artifact Commit(\"c9537a94\")",
        "Cannot fetch raw self-profile data: 404"
      })
  void whereThereIsNoProfileASentenceSaysSo(String text) {
    services.breakWith(
        question ->
            question.isProfile() ? Optional.of(FakeServices.text(500, text)) : Optional.empty());
    Result result = run("why", "#148202", CASE[0], CASE[1], CASE[2]);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out())
        .contains(
            "\nThe site has no self-profile of syn-2.0.101 check full between df984edf and"
                + " c9537a94.\n")
        .contains("measure  cargo build")
        .doesNotContain("details", "Invocations");
    assertThat(result.err()).contains("the site has no self-profile of syn-2.0.101 check full");
    assertThat(profiles()).hasSize(1);
  }

  @Test
  void aProfileOfTheLaterCompilerAloneIsNone() throws IOException {
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(site());
    answer.putNull("base_profile_delta");
    answer(question -> bytes(answer));

    Result result = run("why", "#148202", CASE[0], CASE[1], CASE[2]);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("the site has no self-profile of syn-2.0.101 check full");
  }

  @Test
  void differencesThatDoNotBelongToTheProfileAreRejected() throws IOException {
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(site());
    ((ArrayNode) answer.at("/base_profile_delta/query_data")).remove(0);
    answer(question -> bytes(answer));

    Result result = run("why", "#148202", CASE[0], CASE[1], CASE[2], "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("the lists of queries differ, 459 in profile and 458 in base_profile_delta");
  }

  @Test
  void anAnswerAboutAnotherTestCaseIsNoticed() {
    answer(question -> site());

    Result result = run("why", "#148202", "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("the response is the same, byte for byte, as that about syn-2.0.101 check");
  }

  @Test
  void aFailureOfTheServiceIsNotNoProfile() {
    services.breakWith(
        question ->
            question.isProfile()
                ? Optional.of(FakeServices.text(502, "<html>"))
                : Optional.empty());
    Result result = run("why", "#148202", CASE[0], CASE[1], CASE[2], "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("Fetching the self-profile of syn-2.0.101").contains("502");
  }

  @Test
  void sectionsThatFailLeaveTheQueries() {
    services.breakWith(
        question ->
            question.path().endsWith("-sections")
                ? Optional.of(FakeServices.text(500, "{\"error\": \"no\"}"))
                : Optional.empty());
    Result result = run("why", "#148202", CASE[0], CASE[1], CASE[2], "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).contains("\nlint_checking ").doesNotContain("\nsections ");
    assertThat(result.err()).contains("Fetching the sections of syn-2.0.101 check full");
  }

  @Test
  void anOfflineStoreWithoutItSaysHowToGetIt() {
    Result result = offline("why", "#148193");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("has no self-profile of syn-2.0.101 opt full between", "without --offline");
  }

  @ParameterizedTest
  @CsvSource({
    "1.91.0, is a release",
    "#148202 syn-2.0.101, 'Give BENCHMARK, PROFILE and SCENARIO, or none of them'",
    "#148202 syn check full --profile check, omit filters by them",
    "#148202 /syn check full, the closing slash is missing",
    "nonsense!, is not a revision"
  })
  void whatCannotBeAskedIsAUsageError(String arguments, String message) {
    List<String> words = new ArrayList<>(List.of("why"));
    words.addAll(List.of(arguments.split(" ")));
    Result result = offline(words.toArray(String[]::new));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains(message);
  }

  @Test
  void aTestCaseThatIsNotMeasuredIsMissing() {
    Result result = offline("why", "#148202", "syn-2.0.102", "check", "full");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("no measured name matches 'syn-2.0.102'", "no measured test case matches");
  }

  @Test
  void aFileIsNotOverwritten() throws IOException {
    Files.writeString(directory.resolve("why.md"), "kept");

    assertThat(offline("why", "#148202", "-o", "why.md").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  private List<Question> profiles() {
    return services.questions().stream().filter(Question::isProfile).toList();
  }

  private void answer(Function<Question, byte[]> answer) {
    services.breakWith(
        question -> {
          try {
            return question.isProfile()
                ? Optional.of(FakeServices.messagePack(question, answer.apply(question)))
                : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private JsonNode json(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("why", "#148202"));
    words.addAll(List.of(CASE));
    words.addAll(List.of("-f", "json"));
    words.addAll(List.of(more));
    Result result = run(words.toArray(String[]::new));
    assertThat(result.exitCode()).isZero();
    valid(result.out());
    return JSON.readTree(result.out()).at("/comparisons/0/cases/0");
  }

  private static void valid(String json) throws IOException {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(SCHEMA.toFile()))
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  /** An answer of the site: {@code serde-1.0.219 opt full} of a made-up merge. */
  private static byte[] site() {
    try (GZIPInputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                FakeServices.class.getResourceAsStream("site/self-profile.msgpack.gz")))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same answer with a field that tells it from those to other questions. */
  private static byte[] siteAbout(Question question) {
    try {
      ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(site());
      return bytes(answer.put("question", question.body().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode answer) {
    try {
      return MESSAGE_PACK.writeValueAsBytes(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTerminalShowsHowManySelfProfilesAreThere() {
    services.delay(Duration.ofMillis(200));
    List<String> more = new ArrayList<>(services.options());
    more.addAll(List.of("--store", "store"));
    Result result =
        Cli.in(directory).atTerminal(80, Map.of("NO_COLOR", "1")).run(more, "why", "#148202");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains(" of 3 self-profiles (").endsWith("\r\u001b[K");
    assertThat(result.out())
        .contains("\ndetails\nhttps://perf.rust-lang.org/detailed-query.html?commit=" + MERGE);
  }

  private Result run(String... arguments) {
    List<String> more = new ArrayList<>(services.options());
    more.addAll(List.of("--store", "store"));
    return Cli.in(directory).run(more, arguments);
  }

  private Result offline(String... arguments) {
    return Cli.in(directory).run(List.of("--offline", "--store", Cli.SAMPLE.toString()), arguments);
  }
}
