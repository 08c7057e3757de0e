package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.FakeServices;
import dev.perftriage.NoisyRange;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report} says beside the site's verdicts, where it is asked to. */
class AnnotatedReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/perftriage/report/data/report.schema.json");

  @TempDir private Path directory;
  private Path store = Path.of("");

  @BeforeEach
  void writeStore() throws IOException {
    store = directory.resolve("store");
    NoisyRange.write(store);
  }

  @Test
  void whatAllMovedTogetherAndStayedIsRealAndHasItsLikeliestCause() {
    assertThat(notes(NoisyRange.LASTING))
        .anySatisfy(
            note -> assertThat(note).startsWith("- Real: all 12 relevant test cases stayed"))
        .anySatisfy(note -> assertThat(note).startsWith("- Largest: ").endsWith("; all on `doc`."))
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith(
                        "- Rollup of 3, likeliest cause first: [#12 rustdoc: sort"
                            + " `impl`s](https://github.com/rust-lang/rust/pull/12) (`T-rustdoc`);"
                            + " [#13 ")
                    .contains("[#11 Fix a typo in a comment]")
                    .doesNotContain("#14"))
        .contains("- Already triaged (`perf-regression-triaged`).");
  }

  @Test
  void whatWentBackAtTheNextMergeIsNoiseAtBothAndStillListed() {
    assertThat(notes(NoisyRange.SPIKE))
        .contains(
            "- Noise: the only relevant test case returned by itself at "
                + pullLink(NoisyRange.SPIKE + 1)
                + ".",
            "- Without 1 noisy test case: no relevant changes.");
    assertThat(notes(NoisyRange.SPIKE + 1))
        .contains(
            "- Noise: the only relevant test case returned from a spike that began at "
                + pullLink(NoisyRange.SPIKE)
                + ".");
  }

  @Test
  void whatARevertUndidIsRealAndNamesTheRevert() {
    assertThat(notes(NoisyRange.REVERTED))
        .contains(
            "- Real: all 12 relevant test cases were reverted by "
                + pullLink(NoisyRange.REVERTING)
                + ".",
            "- Reverted by " + pullLink(NoisyRange.REVERTING) + ".");
    assertThat(notes(NoisyRange.REVERTING))
        .contains(
            "- Real: all 12 relevant test cases come from reverting "
                + pullLink(NoisyRange.REVERTED)
                + ".");
  }

  @Test
  void aMergeThatIsNoEntryIsAskedWhetherItIsARevert() throws IOException {
    NoisyRange.undoQuietly(store, NoisyRange.SPIKE, NoisyRange.SPIKE + 1);
    try (FakeServices services = new FakeServices(store)) {
      Result report =
          Cli.in(directory)
              .run(
                  services.options(),
                  "report",
                  "-q",
                  "--start",
                  NoisyRange.sha(NoisyRange.FIRST),
                  "--annotate=full",
                  "-o",
                  "-");

      assertThat(report.err()).isEmpty();
      assertThat(report.out())
          .doesNotContain(pullLink(NoisyRange.SPIKE + 1) + " [(Comparison Link)]");
      assertThat(notes(report.out(), NoisyRange.SPIKE))
          .contains(
              "- Real: the only relevant test case was reverted by "
                  + pullLink(NoisyRange.SPIKE + 1)
                  + ".");
    }
  }

  @Test
  void whatSwitchesSaysHowOftenAndByHowMuch() {
    assertThat(notes(NoisyRange.SWITCH))
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("- Noise: the only relevant test case switches between levels")
                    .contains("`crate-1-1.0.1 check full`")
                    .matches(".* \\d+ switches in \\d+ measurements, by [23]\\.\\d%\\)\\."));
  }

  @Test
  void mergesBeforeTheRangeCountUnlessNoneAreToBeLookedAt() throws IOException {
    JsonNode alone = json("--context", "0", "--end", NoisyRange.sha(35));
    JsonNode inContext = json("--end", NoisyRange.sha(35));

    assertThat(verdicts(alone, 32)).containsExactly("pending");
    assertThat(verdicts(inContext, 32)).containsExactly("flip-flop");
  }

  @Test
  void mergesBeforeTheRequestedOnesCountIfTheyAreStored() throws IOException {
    List<String> stored = verdicts(json("--context", "10", "--end", NoisyRange.sha(35)), 32);
    deleteComparisonsUpTo(NoisyRange.FIRST - 10);

    assertThat(stored).containsExactly("flip-flop");
    assertThat(verdicts(json("--context", "10", "--end", NoisyRange.sha(35)), 32))
        .containsExactly("pending");
  }

  @Test
  void onlyTheNearestMergesBeforeTheRangeAreAskedFor() throws IOException {
    deleteComparisonsUpTo(NoisyRange.FIRST);
    try (FakeServices services = new FakeServices(store)) {
      Path cache = directory.resolve("cache");
      Cli.in(directory)
          .run(
              services.options(),
              "report",
              "-q",
              "--store",
              cache.toString(),
              "--start",
              NoisyRange.sha(NoisyRange.FIRST),
              "--annotate",
              "--context",
              "10",
              "-o",
              "-");

      assertThat(services.questions().stream().map(question -> question.body().toString()).toList())
          .anyMatch(body -> body.contains(NoisyRange.sha(NoisyRange.FIRST - 10)))
          .noneMatch(body -> body.contains(NoisyRange.sha(NoisyRange.FIRST - 11)));
    }
  }

  private void deleteComparisonsUpTo(int last) throws IOException {
    for (int merge = 1; merge <= last; merge++) {
      Files.delete(
          store.resolve(
              "comparisons/"
                  + NoisyRange.sha(merge - 1)
                  + ".."
                  + NoisyRange.sha(merge)
                  + ".instructions:u.msgpack"));
    }
  }

  @Test
  void contextThatCannotBeHadCostsNothing() throws IOException {
    deleteComparisonsUpTo(NoisyRange.FIRST);

    assertThat(report("--annotate").err()).isEmpty();
    assertThat(report("--annotate").exitCode()).isZero();
  }

  @Test
  void theTablesAndTheirCountsStayAsTheyAre() {
    List<String> plain = report().out().lines().toList();
    List<String> annotated = new ArrayList<>(report("--annotate=full").out().lines().toList());

    assertThat(plain).noneMatch(line -> line.startsWith("- "));
    assertThat(annotated).containsSubsequence(plain);
    annotated.removeIf(line -> line.startsWith("- ") || line.startsWith("Geometric mean"));
    assertThat(annotated.stream().filter(line -> !line.isEmpty()))
        .containsExactlyElementsOf(plain.stream().filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void nothingIsAskedMoreWithoutAnnotations() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      String start = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
      Cli.in(directory).run(services.options(), "report", "-q", "--start", start, "-o", "-");
      int plain = services.questions().size();
      Result annotated =
          Cli.in(directory)
              .run(services.options(), "report", "-q", "--start", start, "--annotate", "-o", "-");

      assertThat(annotated.err()).isEmpty();
      assertThat(annotated.exitCode()).isZero();
      assertThat(plain).isEqualTo(1 + 37 + 17 + 1);
      List<String> asked =
          services.questions().stream().skip(plain).map(FakeServices.Question::path).toList();
      assertThat(asked)
          .as("what GitHub is asked without a token stays below 60 an hour")
          .filteredOn(path -> path.startsWith("/repos/"))
          .hasSizeBetween(17 + 15, 59);
      assertThat(asked)
          .as("only the largest entries are asked about")
          .filteredOn(path -> path.endsWith("/timeline"))
          .hasSize(15)
          .contains(
              "/repos/rust-lang/rust/issues/148040/timeline",
              "/repos/rust-lang/rust/issues/148425/timeline")
          .doesNotContain("/repos/rust-lang/rust/issues/148412/timeline");
    }
  }

  @Test
  void theDraftIsALogWithoutFindingsAndItsNoiseIsCounted() throws IOException {
    Path log = directory.resolve("2025-11-05.md");
    Files.writeString(log, report("--annotate", "--triager", "ferris").out());

    Result check = Cli.in(directory).run("log", "check", log.toString(), "--disable", "draft");
    Result history = Cli.in(directory).run("log", "history", log.toString(), "--format", "json");

    assertThat(check.out()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(JSON.readTree(history.out()).findValue("noise").asInt())
        .isEqualTo(noiseEntries().size());
    assertThat(noiseEntries()).hasSizeGreaterThan(2);
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    List<String> documents =
        List.of(
            report("--format", "json").out(),
            sample(),
            report("--format", "json", "--profile", "!doc", "--category", "primary").out());
    for (String document : documents) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(JSON.readTree(SCHEMA.toFile()))
                  .validate(document, InputFormat.JSON))
          .isEmpty();
    }
    JsonNode week = JSON.readTree(documents.get(1));
    assertThat(week.get("entries")).hasSize(17);
    assertThat(week.get("other_comparisons")).hasSize(19);
    assertThat(week.at("/geometric_mean/test_cases").asInt()).isEqualTo(588);
    assertThat(week.has("filter")).isFalse();
    JsonNode filter = JSON.readTree(documents.get(2)).get("filter");
    assertThat(filter.get("criteria").toString())
        .isEqualTo("{\"profile\":[\"!doc\"],\"category\":[\"primary\"]}");
    assertThat(filter.get("test_cases").asInt()).isEqualTo(36);
    assertThat(filter.get("left_out").asInt()).isEqualTo(12);
  }

  @Test
  void everyChangeOfTheJsonHasItsVerdictAndTheOtherMerge() throws IOException {
    JsonNode week = json();

    assertThat(verdicts(week, NoisyRange.LASTING)).containsOnly("persistent").hasSize(12);
    assertThat(verdicts(week, NoisyRange.REVERTED)).containsOnly("reverted").hasSize(12);
    assertThat(verdicts(week, NoisyRange.SPIKE)).containsExactly("returned");
    assertThat(entry(week, NoisyRange.SPIKE).at("/changes/0/other_commit").asText())
        .isEqualTo(NoisyRange.sha(NoisyRange.SPIKE + 1));
    assertThat(entry(week, NoisyRange.SPIKE).get("verdict").asText()).isEqualTo("noise");
    assertThat(entry(week, NoisyRange.LASTING).at("/rollup_members/0/pr").asInt()).isEqualTo(12);
    assertThat(week.get("other_comparisons"))
        .allSatisfy(other -> assertThat(other.get("verdict").isNull()).isTrue());
  }

  @Test
  void aFilterChangesNoVerdict() throws IOException {
    JsonNode filtered = json("--benchmark", "crate-3-1.0.3");

    assertThat(verdicts(filtered, NoisyRange.LASTING)).containsExactly("persistent");
    assertThat(verdicts(filtered, NoisyRange.REVERTED)).containsExactly("reverted");
  }

  @Test
  void withATokenTheMembersOfRollupsAreAskedFor() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      String[] options = {
        "report",
        "-q",
        "--start",
        "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0",
        "--annotate",
        "-o",
        "-"
      };
      Cli.in(directory).with(Map.of("GITHUB_TOKEN", "secret")).run(services.options(), options);

      assertThat(services.questions().stream().map(FakeServices.Question::path))
          .contains("/repos/rust-lang/rust/pulls/804040");
    }
  }

  @Test
  void theJsonGoesToTheFileOfTheDay() {
    Result result =
        Cli.in(directory)
            .run(
                "report",
                "--store",
                store.toString(),
                "--offline",
                "--format",
                "json",
                "--date",
                "2025-11-03",
                "--start",
                NoisyRange.sha(NoisyRange.FIRST));

    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("reports/2025/2025-11-03.json")).exists();
  }

  private Set<String> noiseEntries() throws IOException {
    Set<String> noise = new TreeSet<>();
    for (JsonNode entry : json().get("entries")) {
      if (entry.get("verdict").asText().endsWith("noise")) {
        noise.add(entry.get("commit").asText());
      }
    }
    return noise;
  }

  private static List<String> verdicts(JsonNode week, int merge) {
    return entry(week, merge).findValuesAsText("verdict").stream().skip(1).toList();
  }

  private static JsonNode entry(JsonNode week, int merge) {
    for (JsonNode entry : week.get("entries")) {
      if (entry.get("commit").asText().equals(NoisyRange.sha(merge))) {
        return entry;
      }
    }
    throw new AssertionError("no entry of merge " + merge);
  }

  /** The notes under an entry. */
  private List<String> notes(int merge) {
    return notes(report("--annotate=full").out(), merge);
  }

  private static List<String> notes(String report, int merge) {
    int at = report.indexOf(pullLink(merge) + " [(Comparison Link)]");
    assertThat(at).as("the entry of merge " + merge).isPositive();
    return report
        .substring(at, report.indexOf("\n\n\n", at))
        .lines()
        .filter(line -> line.startsWith("- "))
        .toList();
  }

  private static String pullLink(int merge) {
    int pr = NoisyRange.pr(merge);
    return "[#" + pr + "](https://github.com/rust-lang/rust/pull/" + pr + ")";
  }

  private JsonNode json(String... more) throws IOException {
    List<String> options = new ArrayList<>(List.of("--format", "json"));
    options.addAll(List.of(more));
    return JSON.readTree(report(options.toArray(String[]::new)).out());
  }

  private String sample() {
    return Cli.in(directory)
        .run("report", "--store", Cli.SAMPLE.toString(), "--offline", "-f", "json", "-o", "-")
        .out();
  }

  private Result report(String... more) {
    List<String> options =
        List.of(
            "--store",
            store.toString(),
            "--offline",
            "--start",
            NoisyRange.sha(NoisyRange.FIRST),
            "-o",
            "-");
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return Cli.in(directory).run(all, "report");
  }
}
