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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of merges and try builds are noise, in the recorded week. */
class ExplainCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The merge before #148193. */
  private static final String PARENT = "72fe2ffb391f397efdfafb2216028ed9952e8078";

  private static final int PULL = 900_123;
  private static final String BUILD = "0123456789abcdef0123456789abcdef01234567";

  /** The build of a member of #148202, and that rollup's parent. */
  private static final String MEMBER = "b1c96546592137343210b8cf62f9ecc12793fc5f";

  private static final String BEFORE_ROLLUP = "df984edf44203c862e01b5a20c8092d5614d872e";

  /** What {@code syn-2.0.101 opt full} is at the parent. */
  private static final double LOWER = 1_555_634_811;

  /** And on the level that it goes to now and then. */
  private static final double UPPER = 1_600_100_000;

  private final FakeServices services = new FakeServices(Cli.SAMPLE);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    services.close();
  }

  // Merges

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#148202",
        "pr:148202",
        "https://github.com/rust-lang/rust/pull/148202",
        "c9537a94a6300a8292804829801f7724fb8a33f6",
        "c9537a94"
      })
  void aMergeHasItsVerdictsAndTheMembersThatCausedIt(String name) {
    Result result = offline(name);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("#148202 Rollup of 14 pull requests\n")
        .contains(
            "\nverdict       real (19 relevant test cases: 19 persistent)\n",
            "\nmembers       Caused by #147185 (9 of 19 regressions, all syn) and #147840 (10, all"
                + " -new-solver)\n");
  }

  @Test
  void whatIsLeftWithoutTheNoiseIsSaid() {
    assertThat(offline("pr:148193").out())
        .contains(
            "\nwithout noise primary regressions mean 0.2%, range [0.2%, 0.2%], count 2; secondary")
        .containsPattern("\nsyn-2.0.101 opt full \\(primary\\) ▲ \\+2.9%, returned #148291\n");
    assertThat(offline("pr:148241").out())
        .contains("\nverdict       noise (1 relevant test case: 1 returned)\n")
        .doesNotContain("without noise");
  }

  @Test
  void theSameIsSaidAsInAReport() {
    List<String> store = List.of("--store", Cli.SAMPLE.toString(), "--offline");
    String inReport = Cli.in(directory).run(store, "report", "--explain", "148193").out();

    assertThat(offline("pr:148193", "--after", "30").out()).isEqualTo(inReport);
  }

  @Test
  void fewerMergesAreLessEvidence() {
    String out = offline("pr:148202", "--before", "1", "--after", "2").out();

    assertThat(out).contains("pending: only 2 measurements since");
  }

  @Test
  void filtersSelectWhatIsExplained() {
    JsonNode changes =
        read(offline("pr:148202", "--benchmark", "syn*", "--profile", "check", "-f", "json"))
            .get("changes");

    assertThat(changes.findValuesAsText("benchmark")).containsOnly("syn-2.0.101").hasSize(4);
    Result none = offline("pr:148202", "--benchmark", "sin");
    assertThat(none.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(none.err()).contains("no measured name matches 'sin'; available: ");
  }

  @Test
  void aCommentFitsIntoTheLimitOfGitHub() throws IOException {
    build(1000);

    String comment = run(BUILD, "--format", "markdown").out();

    assertThat(comment.length()).isBetween(60_000, 65_536);
    assertThat(comment)
        .startsWith("### Try build of [#900123](https://github.com/rust-lang/rust/pull/900123)\n")
        .containsPattern("\n\\d+ more relevant test cases with smaller changes are not shown.\n");
  }

  // Try builds

  @Test
  void aKnownFlipOfATryBuildIsNoise() {
    build("syn-2.0.101", "opt", "full", LOWER, UPPER);

    Result result = run(BUILD);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "\nNoise (1 relevant test case: 1 noise).\n",
            "\nWithout 1 noisy test case: no relevant changes.\n",
            "\nsyn-2.0.101 opt full ▲ +2.9%, noise: 4 of 33 values around the parent are about there"
                + " without the change, 2.9% from the level 1,55");
  }

  @Test
  void aParentThatWasOffItsLevelIsNoise() {
    services.knowParent(BUILD, "6906167e01fba6f702f123264653f8e401546731");
    build(
        "6906167e01fba6f702f123264653f8e401546731",
        List.of(new Values("syn-2.0.101", "opt", "full", 1_600_450_927, LOWER)));

    assertThat(run(BUILD).out())
        .contains("\nNoise (1 relevant test case: 1 noise).\n")
        .contains("; the parent's own value 1,600,450,927 was off it.\n");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1.11})
  void aStepBeyondTheNeighboursIsReal(double times) {
    build("syn-2.0.101", "opt", "full", LOWER, LOWER * times);

    assertThat(run(BUILD).out())
        .contains(
            "\nReal (1 relevant test case: 1 real).\n",
            " values around the parent, 1,551,",
            "; no other test case moved with it.\n")
        .doesNotContain("Without");
  }

  @Test
  void aTestCaseWithoutHistoryIsUnclear() {
    build("brand-new", "opt", "full", 1000, 1100);

    assertThat(run(BUILD).out())
        .contains(
            "\nUnclear (1 relevant test case: 1 unclear).\n",
            "\nbrand-new opt full ▲ +10.0%, unclear: no merge around the parent has a value to compare"
                + " with.\n");
  }

  @Test
  void whatWasMergedSinceIsNoLevelOfTheParent() {
    services.knowParent(MEMBER, BEFORE_ROLLUP);

    JsonNode explained = read(run(MEMBER, "--format", "json"));

    assertThat(explained.get("kind").asText()).isEqualTo("try");
    assertThat(explained.get("parent").asText()).isEqualTo(BEFORE_ROLLUP);
    assertThat(explained.get("verdict").asText()).isEqualTo("unclear");
    assertThat(explained.get("changes").findValuesAsText("reason"))
        .containsOnly("only 3 values of merges around the parent to compare with");
  }

  @Test
  void aPullRequestThatIsNotMergedIsItsLastFinishedBuild() {
    build("syn-2.0.101", "opt", "full", LOWER, LOWER * 1.11);
    services
        .timelines()
        .comment(PULL, "rust-timer", "2025-10-29T10:00:00Z", finished(PARENT, MEMBER));
    services
        .timelines()
        .comment(PULL, "rust-timer", "2025-10-30T10:00:00Z", finished(PARENT, BUILD));
    services.timelines().comment(PULL, "someone", "2025-10-30T11:00:00Z", finished(PARENT, MEMBER));

    Result result = runAloud("pr:" + PULL);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .contains(
            "pr:900123 is not merged; its last finished try build, " + BUILD + ", is explained");
    assertThat(result.out()).contains("\nReal (1 relevant test case: 1 real).\n");
  }

  @Test
  void aPullRequestWithNeitherMergeNorBuildIsMissingData() {
    build("syn-2.0.101", "opt", "full", LOWER, UPPER);

    Result result = run("pr:" + PULL);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("for an unmerged pull request, give the SHA of its try build");
  }

  @Test
  void aBuildOfWhichNothingIsKnownIsMissingData() {
    Result result = offline(BUILD);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("Looking for the parent of " + BUILD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable", "1.90.0"})
  void aReleaseHasNoParent(String release) {
    Result result = offline(release);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("a release has no parent on master");
  }

  // The stand-in

  private record Values(
      String benchmark, String profile, String scenario, double before, double after) {}

  private void build(String benchmark, String profile, String scenario, double from, double to) {
    build(PARENT, List.of(new Values(benchmark, profile, scenario, from, to)));
  }

  /** A build at which so many new test cases changed. */
  private void build(int cases) {
    List<Values> values = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      values.add(new Values("benchmark-" + i, "check", "full", 1000, 1100 + i));
    }
    build(PARENT, values);
  }

  private void build(String parent, List<Values> values) {
    services.knowParent(BUILD, parent);
    services.breakWith(
        question -> {
          if (question.path().endsWith("/pulls/" + PULL)) {
            return Optional.of(pull());
          }
          return question.isComparison() && question.end().equals(BUILD)
              ? Optional.of(comparison(parent, question, values))
              : Optional.empty();
        });
  }

  /** The build's pull request, which is open: GitHub names a trial merge of it. */
  private static MockResponse pull() {
    ObjectNode pull = JSON.createObjectNode().put("number", PULL).put("title", "Try something");
    pull.put("body", "").put("merged", false).put("merge_commit_sha", MEMBER).putArray("labels");
    pull.putObject("user").put("login", "someone");
    return new MockResponse.Builder().body(pull.toString()).build();
  }

  /** What the site's bot writes when it has measured a build. */
  private static String finished(String parent, String build) {
    return ("Finished benchmarking commit (%2$s): [comparison URL](https://perf.rust-lang.org/"
            + "compare.html?start=%1$s&end=%2$s&stat=instructions:u).\n\n"
            + "### Overall result: ❌ regressions - please read:\n")
        .formatted(parent, build);
  }

  private static MockResponse comparison(String parent, Question question, List<Values> values) {
    assertThat(question.start()).isEqualTo(parent);
    ObjectNode answer = JSON.createObjectNode().put("is_contiguous", true);
    answer.putNull("prev").putNull("next");
    answer.set("a", artifact(parent, "master").putNull("pr"));
    answer.set("b", artifact(BUILD, "try").put("pr", PULL));
    ArrayNode compile = answer.putArray("compile_comparisons");
    for (Values one : values) {
      ObjectNode comparison =
          compile
              .addObject()
              .put("benchmark", one.benchmark)
              .put("profile", one.profile)
              .put("scenario", one.scenario)
              .put("backend", "llvm")
              .put("target", "x86_64-unknown-linux-gnu")
              .putObject("comparison")
              .put("is_relevant", true)
              .put("significance_threshold", 0.002)
              .put("significance_factor", Math.abs(one.after / one.before - 1) / 0.002);
      comparison.putArray("statistics").add(one.before).add(one.after);
    }
    answer.putArray("runtime_comparisons");
    answer.putArray("new_errors");
    answer.putArray("compile_benchmark_metadata");
    return new MockResponse.Builder().body(answer.toString()).build();
  }

  private static ObjectNode artifact(String commit, String type) {
    ObjectNode artifact = JSON.createObjectNode().put("commit", commit).put("type", type);
    artifact.put("date", "2025-10-30T00:00:00+00:00").put("bootstrap_total", 0);
    artifact.putObject("bootstrap");
    artifact.putObject("component_sizes");
    return artifact;
  }

  private Result run(String... arguments) {
    return runAloud(Stream.concat(Stream.of("-q"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Result runAloud(String... arguments) {
    return Cli.in(directory)
        .run(
            Stream.of(services.options().stream(), Stream.of("--no-store"), Stream.of(arguments))
                .flatMap(some -> some)
                .toList(),
            "explain");
  }

  private Result offline(String... arguments) {
    return Cli.in(directory)
        .run(
            Stream.concat(
                    Stream.of("--store", Cli.SAMPLE.toString(), "--offline"), Stream.of(arguments))
                .toList(),
            "explain");
  }

  private static JsonNode read(Result result) {
    try {
      assertThat(result.exitCode()).as(result.err()).isZero();
      Schemas.assertValid(result.out(), "explain.schema.json");
      return JSON.readTree(result.out());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
