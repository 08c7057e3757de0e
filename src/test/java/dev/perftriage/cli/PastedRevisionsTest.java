package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two revisions in one word, try builds, channels, and what the site's pages carry along. */
class PastedRevisionsTest {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String END = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";

  /** The merge of #148040, and the one before. */
  private static final String MERGE = "4b53279854fcc60b063398181f5dc13ddc319cb8";

  private static final String PARENT = "34a8c7368c84fc699fc83a8851a02f93fd655931";
  private static final String TRY_BUILD = "c6696e6b14f4a95b8dd58f76f12d87f5ac930c1e";
  private static final String PAGE = "https://perf.rust-lang.org/compare.html";

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() {
    services = new FakeServices(Cli.SAMPLE);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  // Two revisions in one word

  @ParameterizedTest
  @ValueSource(
      strings = {
        "34a8c736..4b532798",
        "pr:148040^..pr:148040",
        "https://github.com/rust-lang/rust/commit/34a8c736..rust-lang/rust#148040",
        "https://perf.rust-lang.org/?start=34a8c736&end=4b532798&absolute=false",
        "[34a8c736..4b532798](https://perf.rust-lang.org/?start=34a8c736&end=4b532798)",
      })
  void oneWordNamesBothRevisionsToCompare(String word) {
    services.answerAnyRevision();

    assertThat(compare(word).exitCode()).isZero();
    assertThat(services.lastComparison().comparison()).startsWith(PARENT + ".." + MERGE);
    assertThat(compare(word).err()).doesNotContain("not applied");
  }

  @Test
  void resolveSaysWhatBothMean() {
    assertThat(run("resolve", "1.90.0..pr:148040").out().lines())
        .satisfiesExactly(
            start -> assertThat(start).startsWith("1.90.0     1.90.0 ").endsWith("  release"),
            end ->
                assertThat(end)
                    .startsWith("pr:148040  " + MERGE + "  ")
                    .endsWith("  #148040  merge"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23fced0f..f5711a55",
        "https://perf.rust-lang.org/?start=START&end=END&absolute=false&stat=instructions%3Au",
        "Revision range:"
            + " [23fced0f..f5711a55](https://perf.rust-lang.org/?start=START&end=END&absolute=false)",
      })
  void aReportsStartMayNameTheWholeRange(String word) {
    String start = word.replace("START", START).replace("END", END);
    Result result = run("report", "-q", "--start", start, "-o", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("[23fced0f..f5711a55]")
        .contains("36 artifact comparisons made in total");
    assertUsage(
        run("report", "-q", "--start", start, "--end", END), "both ends of the range: omit --end.");
  }

  @Test
  void theLinkOfAReportNamesItsMetric() {
    services.answerAnyRevision();
    String link = "https://perf.rust-lang.org/?start=" + PARENT + "&end=" + MERGE + "&stat=max-rss";

    run("fetch", "-q", "--start", link, "--store", "week");
    assertThat(services.comparisons())
        .isNotEmpty()
        .allMatch(asked -> asked.metric().equals("max-rss"));
    assertThat(services.comparisons())
        .anyMatch(asked -> asked.comparison().startsWith(PARENT + ".." + MERGE));
    run("fetch", "-q", "--start", link, "-m", "cycles", "--store", "week");
    assertThat(services.lastComparison().metric()).isEqualTo("cycles");
  }

  @Test
  void anEmptyRangeInOneWordIsAUsageError() {
    assertUsage(run("report", "--start", "1.90.0..1.90.0"), "The range is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.90.0..", "..1.91.0", "1.90.0...1.91.0"})
  void twoRevisionsTakeTwo(String word) {
    assertUsage(compare(word), "'" + word + "' does not name two revisions; expected A..B");
  }

  @Test
  void twoRevisionsInPlaceOfOneAreAUsageError() {
    assertUsage(compare("1.90.0", "1.91.0..1.92.0"), "'1.91.0..1.92.0' is not a revision but two");
    assertUsage(compare("1.90.0..1.91.0..1.92.0"), "'1.91.0..1.92.0' is not a revision but two");
  }

  // Filters of a pasted page

  @ParameterizedTest
  @CsvSource({
    "&name=%5Ehelloworld%24, benchmark, /^helloworld$/",
    "&check=false&doc-json=false, profile, 'check,doc-json'",
    "&incrPatched=false, scenario, incr-patched",
    "&backend-llvm=true&backend-clif=true&target=x86_64-unknown-linux-gnu, target,"
        + " x86_64-unknown-linux-gnu",
    "&secondary=false, category, secondary",
    "&library=false, artifact, library",
    "&improvements=false, direction, improvement",
  })
  void aPagesFilterIsApplied(String parameters, String criterion, String values) {
    Result result = compare(pageOf(parameters), "-f", "json");

    assertThat(result.err()).doesNotContain("not applied");
    assertThat(result.out()).contains("\"" + criterion + "\"");
    for (String value : values.split(",", -1)) {
      assertThat(result.out()).contains(value + "\"");
    }
  }

  @Test
  void aPastedFilterSelectsTheSameAsTheOption() {
    String pasted =
        compare(pageOf("&check=false&primary=false&nonRelevant=true&tab=compile"), "-f", "csv")
            .out();

    assertThat(pasted)
        .isEqualTo(
            compare(
                    pageOf(""),
                    "-f",
                    "csv",
                    "--profile",
                    "!check",
                    "--category",
                    "!primary",
                    "--all")
                .out())
        .isNotEqualTo(compare(pageOf(""), "-f", "csv").out());
    assertThat(compare(pageOf("&check=false&nonRelevant=true").replace("&", "&amp;")).out())
        .isEqualTo(compare(pageOf(""), "--profile", "!check", "--all").out());
  }

  @Test
  void anOptionWinsOverThePage() {
    assertThat(compare(pageOf("&check=false"), "--profile", "opt").out())
        .isEqualTo(compare(pageOf(""), "--profile", "opt").out());
  }

  @Test
  void fetchingNamesEveryFilterOfTheAddress() {
    String link = "https://perf.rust-lang.org/?start=34a8c736&end=4b532798";
    String filters = "&profile=opt&debug=false&check=true&nonRelevant=true&absolute=false&tab=x";
    services.answerAnyRevision();

    assertThat(run("fetch", "-q", "--start", link + filters, "--store", "week").err())
        .isEqualTo(
            "perf-triage: note: not applied from the address: profile=opt, debug=false, tab=x\n");
    assertThat(run("fetch", "-q", "--start", link, "--store", "week").err())
        .doesNotContain("not applied");
  }

  @Test
  void whatCannotBeAppliedIsNamed() {
    assertThat(compare(pageOf("&showRawData=true&absolute=true&frontendThreads=1%2C4")).err())
        .contains(
            "perf-triage: note: not applied from the address: showRawData=true,"
                + " frontendThreads=1,4\n");
    assertThat(compare(pageOf("&target=%21&showRawData=false&name=")).err())
        .contains("perf-triage: note: not applied from the address: target=!\n");
  }

  @Test
  void aGraphsAddressSelectsItsTestCase() {
    List<String> all = compare(pageOf(""), "-f", "csv").out().lines().toList();
    List<String> columns = List.of(all.get(0).split(",", -1));
    List<String> first = List.of(all.get(1).split(",", -1));
    String parameters =
        Stream.of("benchmark", "profile", "scenario")
            .map(name -> "&" + name + "=" + first.get(columns.indexOf(name)).replace(" ", "%20"))
            .collect(Collectors.joining());

    assertThat(compare(pageOf(parameters).replace("compare.html", ""), "-f", "csv").out().lines())
        .containsExactly(all.get(0), all.get(1));
  }

  // Try builds

  @ParameterizedTest
  @ValueSource(
      strings = {TRY_BUILD, "c6696e6b", "https://github.com/rust-lang/rust/commit/c6696e6"})
  void aTryBuildIsComparedWithItsParent(String word) {
    services.answerAnyRevision();
    services.knowParent(TRY_BUILD, PARENT);

    compare(word);
    assertThat(services.comparisons())
        .singleElement()
        .extracting(Question::comparison)
        .isEqualTo(PARENT + ".." + TRY_BUILD + " instructions:u");
  }

  @Test
  void anAncestorOfATryBuildIsOnTheList() {
    services.answerAnyRevision();
    services.knowParent(TRY_BUILD, MERGE);

    compare("c6696e6b~2", "c6696e6b");
    assertThat(services.lastComparison().comparison()).startsWith(PARENT + ".." + TRY_BUILD);
  }

  @Test
  void resolveTellsATryBuildByItsPullRequest() {
    assertThat(run("resolve", "c6696e6b", TRY_BUILD).out())
        .isEqualTo(
            "c6696e6b                                  %1$s  -  #151301  try\n%1$s  %1$s  -  #151301  try\n"
                .formatted(TRY_BUILD));
  }

  @Test
  void theParentOfATryBuildIsAskedForOnce() {
    services.answerAnyRevision();
    services.knowParent(TRY_BUILD, PARENT);

    compare(TRY_BUILD, "--store", "week");
    compare(TRY_BUILD, "--store", "week");
    assertThat(services.questions())
        .filteredOn(asked -> asked.path().endsWith("/commits/" + TRY_BUILD))
        .hasSize(1);
  }

  // Channels

  @Test
  void releasesAndBuildsAreAskedForAnewAndKeptForNoNetwork() {
    services.answerAnyRevision();
    compare("stable", "c6696e6b", "--store", "week");
    compare("beta", "c6696e6b", "--store", "week");
    assertThat(services.questions())
        .filteredOn(asked -> asked.path().equals("/perf/dashboard"))
        .hasSize(2);

    assertThat(run("resolve", "stable", "beta", "c6696e6", "--store", "week", "--offline").out())
        .isEqualTo(
            "stable   1.97.0                                    -  -        release\n"
                + "beta     beta-2026-10-15                           -  -        release\n"
                + "c6696e6  "
                + TRY_BUILD
                + "  -  #151301  try\n");
  }

  @Test
  void withoutAnAnswerTheStoredReleasesAreUsedAndSaid() {
    run("resolve", "stable", "--store", "week");
    services.breakWith(
        asked ->
            asked.path().equals("/perf/dashboard")
                ? Optional.of(FakeServices.text(404, ""))
                : Optional.empty());

    Result result = run("resolve", "stable", "--store", "week");
    assertThat(result.out()).isEqualTo("stable  1.97.0  -  -  release\n");
    assertThat(result.err())
        .contains("note: Fetching the list of releases from")
        .contains("HTTP status 404; using the response in the store");
  }

  @Test
  void offlineWithoutAnswersChannelsAndTryBuildsAreUnknown() {
    Result result =
        Cli.in(directory)
            .run("resolve", "stable", "c6696e6b", "--store", Cli.SAMPLE.toString(), "--offline");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("stable: The store " + Cli.SAMPLE + " has no list of releases (dashboard.json)")
        .contains("c6696e6b: Looking for c6696e6b: no merge on the list")
        .contains("the site's status page is unavailable");
  }

  @Test
  void aChannelThatWasNotMeasuredSaysWhatWas() {
    services.breakWith(
        asked ->
            asked.path().equals("/perf/dashboard")
                ? Optional.of(FakeServices.text(200, "{\"versions\": [\"1.9.0\", \"1.10.0\"]}"))
                : Optional.empty());

    assertThat(run("resolve", "beta").err())
        .contains(
            "Looking for beta: the site has measured no release of that channel; it has 1.9.0,"
                + " 1.10.0");
    assertThat(run("resolve", "stable").out()).startsWith("stable  1.10.0");
  }

  // Holes

  @Test
  void aStartAmongHolesIsBetweenTwoMeasuredMerges() throws IOException {
    List<JsonNode> oldestFirst = new ArrayList<>();
    new ObjectMapper()
        .readTree(Cli.SAMPLE.resolve("commits.json").toFile())
        .forEach(commit -> oldestFirst.add(0, commit));
    String day = "";
    for (JsonNode commit : oldestFirst) {
      if (sha(commit).equals(MERGE)) {
        day = day(commit);
      }
    }
    String before = "";
    String after = "";
    for (JsonNode commit : oldestFirst) {
      if (day(commit).equals(day) && !sha(commit).equals(START)) {
        services.forget(sha(commit));
      } else if (day(commit).compareTo(day) <= 0) {
        before = sha(commit);
      } else if (after.isEmpty()) {
        after = sha(commit);
      }
    }

    assertThat(compare("pr:148040", "latest").err())
        .contains("nearest known measured: " + before + " (")
        .contains(" before it, and " + after + " (")
        .contains(") after it");
  }

  private static String sha(JsonNode commit) {
    return commit.get("sha").asText();
  }

  private static String day(JsonNode commit) {
    return commit.get("time").asText().substring(0, "2025-10-27".length());
  }

  @Test
  void aNightlyIsTheSameMergeAsAStartAndAsAnEnd() {
    services.answerAnyRevision();
    compare("2025-10-28^", "latest");
    String lastOfDay = services.lastComparison().start();
    compare("nightly-2025-10-28", "latest");

    assertThat(services.lastComparison().start()).isEqualTo(lastOfDay);
    compare("2025-10-28^^", "nightly-2025-10-28^");
    assertThat(services.lastComparison().end()).isEqualTo(services.lastComparison().start());
    assertThat(run("resolve", "nightly-2025-10-28").out())
        .startsWith("nightly-2025-10-28  " + lastOfDay + "  2025-10-27T");
  }

  private Result compare(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "compare";
    System.arraycopy(words, 0, all, 1, words.length);
    return run(all);
  }

  private Result run(String... words) {
    return Cli.in(directory).run(services.options(), words);
  }

  private static String pageOf(String parameters) {
    return PAGE + "?start=" + PARENT + "&end=" + MERGE + parameters;
  }

  private static void assertUsage(Result result, String message) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message);
  }
}
