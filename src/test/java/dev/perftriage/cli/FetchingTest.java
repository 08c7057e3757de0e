package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.encoder.Encoder;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole week from services that do not always do as they should. */
class FetchingTest {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String NEWEST = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";

  /** The merge of #900012, which no report lists. */
  private static final String QUIET = "4146079cee94242771864147e32fb5d9adbd34f8";

  /** The merge of #148241, after it. */
  private static final String LISTED = "c6d42d774d1edfb270b8faaefacc67c213b0260b";

  /** The merge of #148245, after that. */
  private static final String NEXT = "292db4a13ce3f329579a581b424c6cec3b1cbd2b";

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

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void neverAsksForMoreComparisonsAtOnceThanItMay(int jobs) throws IOException {
    services.delay(Duration.ofMillis(20));
    Result result = report("--jobs", Integer.toString(jobs));

    assertSoundReport(result);
    assertThat(services.mostInFlight()).isBetween(Math.min(jobs, 2), jobs);
  }

  @Test
  void theOrderOfArrivalDoesNotShow() throws IOException {
    Random random = new Random(7);
    services.breakWith(
        question -> {
          try {
            Thread.sleep(random.nextInt(30));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Optional.empty();
        });

    assertSoundReport(report("--jobs", "16"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "17", "-1", "many"})
  void jobsAreFromOneToSixteen(String jobs) {
    assertThat(report("--jobs", jobs).exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aMetricUnknownToTheSiteIsAnsweredWithTheKnownOnes() {
    Result result = report("-m", "no:such");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("unknown variant `no:such`, expected one of");
  }

  // Holes

  @Test
  void aMergeWithoutDataIsBridged() {
    services.forget(QUIET);
    Result result = report();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("1 comparison spanned merges without data");
    assertThat(result.out())
        .contains(
            "- The comparison of [#148241](https://github.com/rust-lang/rust/pull/148241)"
                + " (`c6d42d77`) spans 2 merges:"
                + " [#900013](https://github.com/rust-lang/rust/pull/900013) (`4146079c`)"
                + " has no data of its own.\n\n**Summary**:")
        .contains("35 artifact comparisons made in total")
        .contains("[23fced0f..f5711a55]")
        .contains("compare.html?start=8aef908e5dcfb26ae329f16e982bf9cdb9270ef8&end=" + LISTED);
  }

  @Test
  void mergesWithoutDataNextToEachOtherAreBridgedAtOnce() {
    services.forget(QUIET);
    services.forget(LISTED);
    Result result = report();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("The comparison of [#148245]")
        .contains("spans 3 merges: [#900013]")
        .contains("have no data of their own")
        .contains("34 artifact comparisons made in total");
  }

  @Test
  void aMeasuredMergeBetweenTwoHolesKeepsItsPlace() {
    services.forget(QUIET);
    services.forget(NEXT);
    Result result = report();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("The comparison of [#148241]")
        .contains(
            "[#148245](https://github.com/rust-lang/rust/pull/148245) (`292db4a1`) has no data")
        .contains("34 artifact comparisons made in total");
  }

  @Test
  void aRangeWhoseEndIsNotMeasuredEndsAtTheLastMeasuredMerge() {
    services.forget(NEWEST);
    services.forget("35ebdf9ba1414456dfe1cb6a6b13ebae80e99734");
    Result result = report("--end", NEWEST);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("the range ends at f2bae990; f5711a55 has no data yet");
    assertThat(result.out())
        .contains("[23fced0f..f2bae990]")
        .contains("- The requested end f5711a55 has no data yet")
        .contains("34 artifact comparisons made in total");
  }

  @Test
  void aStartThatIsNotMeasuredIsAnError() {
    services.forget(START);
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("could not find start commit");
  }

  // The commit list

  @ParameterizedTest
  @EnumSource(ListFault.class)
  void withoutAListToTrustTheAnswersLeadTheWay(ListFault fault) throws IOException {
    services.breakWith(
        question ->
            question.path().equals("/bors-commit-list")
                ? Optional.of(fault.answer())
                : Optional.empty());

    assertSoundReport(report());
  }

  @Test
  void whatWasBegunByAStaleListIsNotAskedAgain() throws IOException {
    services.delay(Duration.ofMillis(20));
    services.breakWith(
        question ->
            question.path().equals("/bors-commit-list")
                ? Optional.of(ListFault.STALE.answer())
                : Optional.empty());

    assertSoundReport(report());
    assertThat(services.comparisons()).extracting(Question::comparison).doesNotHaveDuplicates();
  }

  @Test
  void withoutAListAHoleIsBridgedToo() {
    services.forget(QUIET);
    services.breakWith(
        question ->
            question.path().equals("/bors-commit-list")
                ? Optional.of(FakeServices.text(404, ""))
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("The comparison of [#148241]")
        .contains("spans several merges")
        .contains("35 artifact comparisons made in total");
  }

  private enum ListFault {
    DOWN {
      @Override
      MockResponse answer() {
        return FakeServices.text(503, "down");
      }
    },
    NO_LIST {
      @Override
      MockResponse answer() {
        return FakeServices.text(200, "<html>hello</html>");
      }
    },
    STALE {
      @Override
      MockResponse answer() {
        return list(commits -> commits.subList(5, commits.size()));
      }
    },
    TOO_SHORT {
      @Override
      MockResponse answer() {
        return list(commits -> commits.subList(0, 20));
      }
    },
    WITHOUT_A_MERGE {
      @Override
      MockResponse answer() {
        return list(
            commits -> {
              List<String> fewer = new ArrayList<>(commits);
              fewer.remove(23);
              String sha = "\"sha\": \"" + QUIET;
              return fewer.stream()
                  .map(
                      commit ->
                          commit.contains("\"parent_sha\": \"" + QUIET)
                              ? commit.replace(QUIET, "bc1d7273dfbc6f8a11c0086fa35f6748a13e8d3c")
                              : commit)
                  .filter(commit -> !commit.contains(sha))
                  .toList();
            });
      }
    };

    abstract MockResponse answer();

    private static MockResponse list(Function<List<String>, List<String>> change) {
      try {
        String json = Files.readString(Cli.SAMPLE.resolve("commits.json"));
        List<String> commits =
            Arrays.asList(json.substring(json.indexOf('{'), json.lastIndexOf('}')).split("},"));
        return FakeServices.text(200, "[" + String.join("},", change.apply(commits)) + "}]");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  // Faults

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aFaultThatPassesDoesNotShow(Fault fault) throws IOException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    services.breakWith(
        question ->
            fault.strikes(question) && seen.add(question.request().getUrl() + question.comparison())
                ? Optional.of(fault.answer(question, services))
                : Optional.empty());
    Result result = report("--timeout", "5");

    assertSoundReport(result);
    assertThat(services.questions().size()).isGreaterThanOrEqualTo(56 + seen.size());
  }

  @Test
  void aSiteThatIsStartingIsWaitedForBeyondTheRetries() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    services.breakWith(
        question ->
            question.isComparison() && asked.incrementAndGet() <= 6
                ? Optional.of(FakeServices.text(200, "no data yet, please wait"))
                : Optional.empty());

    assertSoundReport(report("--retries", "0", "--timeout", "60", "--jobs", "1"));
    assertThat(asked).hasValueGreaterThan(6);
  }

  @Test
  void faultsOfAllKindsThatPassDoNotShow() throws IOException {
    Random random = new Random(3);
    Set<String> broken = ConcurrentHashMap.newKeySet();
    services.breakWith(
        question -> {
          Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
          if (!fault.strikes(question)) {
            return Optional.empty();
          }
          String attempt = question.request().getUrl() + question.comparison() + random.nextInt(2);
          return broken.add(attempt)
              ? Optional.of(fault.answer(question, services))
              : Optional.empty();
        });

    assertSoundReport(report("--timeout", "5"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aFaultThatStaysCostsOneComparisonAndIsSaidInTheHead(Fault fault) {
    services.breakWith(
        question ->
            question.end().equals(LISTED)
                ? Optional.of(fault.answer(question, services))
                : Optional.empty());
    Result result = report("--retries", "1", "--timeout", "3");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("1 comparison unavailable, first: ")
        .contains("4146079c..c6d42d77 by instructions:u")
        .contains(services.url() + "perf/get");
    assertThat(result.out())
        .contains(
            "- The comparison of [#148241](https://github.com/rust-lang/rust/pull/148241)"
                + " (`c6d42d77`) is missing: ")
        .contains("35 artifact comparisons made in total")
        .contains("[23fced0f..f5711a55]")
        .contains("3 Regressions, 6 Improvements, 7 Mixed; 6 of them in rollups");
  }

  @Test
  void aSummaryThatCannotBeHadCostsTheSummary() {
    services.breakWith(
        question ->
            question.isComparison() && question.end().isEmpty()
                ? Optional.of(FakeServices.text(503, "busy"))
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out())
        .contains("- The summary is missing: ")
        .contains("**Summary**:\n\nTODO: the summary could not be fetched\n")
        .contains("36 artifact comparisons made in total")
        .contains("[23fced0f..f5711a55]");
  }

  @Test
  void aSiteThatIsGoneIsOneErrorAndSoonOver() throws IOException {
    services.close();
    Result result = cli().run(services.options(), "report", "-q", "--start", START);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("connection refused").contains("5 attempts");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aServerThatAsksToWaitForLongIsNotWaitedFor() {
    services.breakWith(
        question ->
            question.end().equals(LISTED)
                ? Optional.of(
                    FakeServices.text(429, "slow down")
                        .newBuilder()
                        .addHeader("Retry-After", "3600")
                        .build())
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("the server asks for a wait of 3600 seconds");
    assertThat(services.questions()).filteredOn(asked -> asked.end().equals(LISTED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          86399                            | 86399 seconds
          86400                            | a day or more
          999999999                        | a day or more
          99999999999999999999             | a day or more
          Fri, 31 Dec 9999 23:59:59 GMT    | a day or more
          """)
  void aWaitOfAnyLengthIsSaidInWordsThatAreTrue(String retryAfter, String words) {
    services.breakWith(
        question ->
            question.end().equals(LISTED)
                ? Optional.of(
                    FakeServices.text(429, "slow down")
                        .newBuilder()
                        .addHeader("Retry-After", retryAfter)
                        .build())
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("the server asks for a wait of " + words);
    assertThat(services.questions()).filteredOn(asked -> asked.end().equals(LISTED)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "soon", "1.5", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void aWaitThatIsNoneIsNotWaitedFor(String retryAfter) throws IOException {
    Set<String> refused = ConcurrentHashMap.newKeySet();
    services.breakWith(
        question ->
            question.end().equals(LISTED) && refused.add(question.end())
                ? Optional.of(
                    FakeServices.text(429, "slow down")
                        .newBuilder()
                        .addHeader("Retry-After", retryAfter)
                        .build())
                : Optional.empty());

    assertSoundReport(report());
  }

  @Test
  void aSearchEndsAtGitHubsThousandResults() {
    services.breakWith(
        question ->
            question.path().equals("/search/issues")
                ? Optional.of(searchPage(question.number("page", 1), 1_000_000))
                : Optional.empty());

    assertThat(report().err())
        .contains(
            "GitHub lists only 1000 of 1000000 untriaged pull requests; the rest are left out");

    assertThat(services.questions())
        .filteredOn(asked -> asked.path().equals("/search/issues"))
        .hasSize(10);
  }

  @Test
  void aSearchEndsAtAPageThatBringsNothingNew() {
    services.breakWith(
        question ->
            question.path().equals("/search/issues")
                ? Optional.of(searchPage(1, 1_000_000))
                : Optional.empty());
    report();

    assertThat(services.questions())
        .filteredOn(asked -> asked.path().equals("/search/issues"))
        .hasSize(2);
  }

  /** A page of a hundred merged pull requests. */
  private static MockResponse searchPage(int page, int total) {
    String items =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "{\"number\": %s, \"title\": \"a title\", \"pull_request\": {}}"
                        .formatted(100 * page + i))
            .collect(Collectors.joining(", "));
    return FakeServices.text(200, "{\"total_count\": " + total + ", \"items\": [" + items + "]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 410, 422})
  void aRequestThatIsWrongIsNotTriedAgain(int status) {
    services.breakWith(
        question ->
            question.end().equals(LISTED)
                ? Optional.of(FakeServices.text(status, "no"))
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(services.questions()).filteredOn(asked -> asked.end().equals(LISTED)).hasSize(1);
  }

  @Test
  void anAnswerThatUnfoldsWithoutEndIsAnErrorAndNotMemory() throws IOException {
    byte[] bomb = Encoder.compress(new byte[64 << 20]);
    assertThat(bomb.length).isLessThan(1 << 16);
    services.breakWith(
        question ->
            question.isComparison()
                ? Optional.of(
                    new MockResponse.Builder()
                        .addHeader("content-encoding", "br")
                        .body(new Buffer().write(bomb))
                        .build())
                : Optional.empty());
    Result result = cli().run(services.options(), "compare", START, NEWEST, "--max-response", "1");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("larger than 1048576 bytes; raise --max-response");
    assertThat(services.questions()).hasSize(1);
  }

  // The store

  @Test
  void asksAgainOnlyWhatMayHaveChanged() throws IOException {
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString());
    run(cli().with(cache));
    int first = services.questions().size();
    Result second = run(cli().with(cache));

    assertSoundReport(second);
    assertThat(services.questions().subList(first, services.questions().size()))
        .extracting(question -> question.path() + " " + question.end())
        .containsExactlyInAnyOrder(
            "/perf/get ", "/perf/get " + NEWEST, "/bors-commit-list ", "/search/issues ");
    assertThat(directory.resolve("cache/perf-triage/comparisons")).isDirectory();
  }

  @Test
  void refreshAsksEverythingAgainAndNoStoreKeepsNothing() throws IOException {
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString());
    assertSoundReport(run(cli().with(cache), "--no-store"));
    assertThat(directory.resolve("cache")).doesNotExist();
    int once = services.questions().size();
    run(cli().with(cache));
    assertSoundReport(run(cli().with(cache), "--refresh"));
    assertThat(services.questions()).hasSize(3 * once);
  }

  @Test
  void aStoredAnswerThatIsDamagedIsFetchedAgain() throws IOException {
    Path store = directory.resolve("store");
    run(cli(), "--store", "store");
    Path damaged =
        store.resolve("comparisons/" + QUIET + ".." + LISTED + ".instructions:u.msgpack");
    byte[] sound = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(sound, 100));
    Result result = run(cli(), "--store", "store");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(expectedReport());
    assertThat(result.err()).contains(damaged.toString()).contains("fetching it again");
    assertThat(damaged).hasSize(sound.length);
    assertSoundReport(cli().run(List.of(), arguments("--store", "store", "--offline")));
  }

  @Test
  void aStoredPullRequestThatIsDamagedIsFetchedAgain() throws IOException {
    run(cli(), "--store", "store");
    Path damaged = directory.resolve("store/pulls/148241.json");
    byte[] sound = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(sound, 100));
    Result offline =
        cli().run("report", "--store", "store", "--offline", "--date", "2025-11-03", "-o", "-");
    Result online = run(cli(), "--store", "store");

    assertThat(offline.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(offline.err()).contains(damaged.toString());
    assertThat(online.exitCode()).isZero();
    assertThat(online.out()).isEqualTo(expectedReport());
    assertThat(online.err()).contains(damaged.toString()).contains("fetching it again");
    assertThat(damaged).hasSize(sound.length);
    assertSoundReport(cli().run(List.of(), arguments("--store", "store", "--offline")));
  }

  @Test
  void whatTheStoreHasIsUsedWhereTheSiteIsGone() throws IOException {
    run(cli(), "--store", "store");
    services.close();
    Result result = run(cli(), "--store", "store", "--end", NEWEST, "--retries", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err()).contains("using the response in the store");
    assertThat(result.out())
        .contains("36 artifact comparisons made in total")
        .contains("TODO: the list could not be fetched");
  }

  @Test
  void aStoreThatCannotBeWrittenCostsTheStore() throws IOException {
    Files.writeString(directory.resolve("store"), "a file");
    Result result = run(cli(), "--store", "store");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(expectedReport());
    assertThat(result.err()).contains("store").contains("further responses are not stored");
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void fetchFillsAStoreForLater() throws IOException {
    Result fetched =
        cli().run(services.options(), "fetch", "-q", "--start", START, "--store", "week");
    assertThat(fetched.exitCode()).isZero();
    assertThat(fetched.out())
        .isEqualTo(
            "36 comparisons and 17 pull requests are in " + directory.resolve("week") + "\n");

    services.close();
    assertSoundReport(
        cli().run("report", "--store", "week", "--offline", "--date", "2025-11-03", "-o", "-"));
  }

  @Test
  void storeInfoAndCleanLookAfterAStore() throws IOException {
    cli().run(services.options(), "fetch", "-q", "--start", START, "--store", "week");
    Files.writeString(directory.resolve("week/notes.txt"), "mine");

    assertThat(cli().run("store", "info", "--store", "week").out())
        .contains("week\n37 comparisons, 17 pull requests, 4.")
        .contains(" MiB\nmetrics: instructions:u\n");
    assertThat(cli().run("store", "clean", "--store", "week", "--max-size", "1").exitCode())
        .isZero();
    assertThat(cli().run("store", "info", "--store", "week").out())
        .doesNotContain("37 comparisons")
        .contains("17 pull requests");
    assertThat(cli().run("store", "clean", "--store", "week").exitCode()).isZero();
    assertThat(cli().run("store", "info", "--store", "week").out())
        .contains("0 comparisons, 0 pull requests, 0 B");
    assertThat(directory.resolve("week/notes.txt")).hasContent("mine");
  }

  // GitHub

  @Test
  void aRateLimitThatIsUsedUpCostsTitlesAndIsSaidOnce() throws IOException {
    services.breakWith(
        question ->
            question.path().startsWith("/repos/")
                ? Optional.of(
                    FakeServices.text(403, "{\"message\": \"API rate limit exceeded\"}")
                        .newBuilder()
                        .addHeader("x-ratelimit-remaining", "0")
                        .addHeader("x-ratelimit-reset", "1762178700")
                        .build())
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .contains("GitHub's rate limit is exceeded, until 14:05 UTC")
        .contains("GITHUB_TOKEN")
        .contains("17 titles read <UNKNOWN>");
    assertThat(result.out()).contains("<UNKNOWN> [#148241]");
    assertThat(services.questions())
        .filteredOn(question -> question.path().startsWith("/repos/"))
        .hasSizeLessThan(17);
  }

  @Test
  void gitHubDownCostsTitlesAndTheList() {
    services.breakWith(
        question ->
            question.path().startsWith("/repos/") || question.path().startsWith("/search")
                ? Optional.of(FakeServices.text(502, "<html>"))
                : Optional.empty());
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .contains("17 titles read <UNKNOWN> and the list of untriaged pull requests is missing");
    assertThat(result.out()).contains("4 Regressions, 6 Improvements, 7 Mixed");
  }

  @Test
  void theTokenGoesToGitHubAndNowhereElse() throws IOException {
    try (FakeServices elsewhere = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question ->
              question.path().endsWith("/pulls/148241")
                  ? Optional.of(
                      new MockResponse.Builder()
                          .code(302)
                          .addHeader("Location", elsewhere.url() + question.path().substring(1))
                          .build())
                  : Optional.empty());
      Result result =
          cli()
              .with(Map.of("GITHUB_TOKEN", "s3cret"))
              .run(
                  List.of(
                      "--perf-url", elsewhere.url(),
                      "--commits-url", elsewhere.url(),
                      "--github-url", services.url()),
                  arguments("--store", "store"));

      assertSoundReport(result);
      assertThat(services.questions())
          .isNotEmpty()
          .allSatisfy(
              question ->
                  assertThat(question.request().getHeaders().get("Authorization"))
                      .isEqualTo("Bearer s3cret"));
      assertThat(elsewhere.questions())
          .anyMatch(question -> question.path().endsWith("/pulls/148241"))
          .allSatisfy(
              question ->
                  assertThat(question.request().getHeaders().get("Authorization")).isNull());
    }
    try (Stream<Path> files = Files.walk(directory.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("s3cret");
      }
    }
  }

  @Test
  void progressIsDrawnOnATerminalAndErasedInTheEnd() throws IOException {
    services.delay(Duration.ofMillis(30));
    Cli terminal = cli().atTerminal(80, Map.of("NO_COLOR", "1"));
    Result result =
        terminal.run(
            services.options(), "report", "--start", START, "--date", "2025-11-03", "-o", "-");

    assertThat(result.out()).isEqualTo(expectedReport());
    assertThat(result.err()).contains(" of 36 comparisons (").contains("\r").endsWith("\r\u001b[K");
    assertThat(terminal.run(services.options(), arguments()).err()).isEmpty();
  }

  /** What may go wrong with one request. */
  private enum Fault {
    RESET {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return sound(question, services).onResponseBody(new SocketEffect.CloseSocket()).build();
      }
    },
    NO_ANSWER {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      }
    },
    STALL {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return sound(question, services).onResponseBody(SocketEffect.Stall.INSTANCE).build();
      }
    },
    TOO_MANY {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return FakeServices.text(429, "").newBuilder().addHeader("Retry-After", "0").build();
      }
    },
    BAD_GATEWAY {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return FakeServices.text(502, "<html>Bad Gateway</html>");
      }
    },
    BUSY {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return FakeServices.text(503, "");
      }
    },
    HTML {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return FakeServices.text(200, "<!DOCTYPE html><html>");
      }
    },
    NOT_READY {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return FakeServices.text(200, "no data yet, please wait");
      }
    },
    TRUNCATED {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return changed(question, services, body -> Arrays.copyOf(body, body.length / 2));
      }
    },
    CORRUPTED {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return changed(
            question,
            services,
            body -> {
              body[0] = (byte) 0xC1;
              return body;
            });
      }
    },
    WRONG_BROTLI {
      @Override
      MockResponse answer(Question question, FakeServices services) {
        return new MockResponse.Builder()
            .addHeader("content-encoding", "br")
            .body("this is no Brotli at all")
            .build();
      }
    };

    abstract MockResponse answer(Question question, FakeServices services);

    /** Every request; of stalls, which last until the timeout, a few spread over the week. */
    boolean strikes(Question question) {
      return this != STALL || question.end().startsWith("4") || question.path().endsWith("0");
    }

    private static MockResponse.Builder sound(Question question, FakeServices services) {
      return services.soundAnswer(question).newBuilder();
    }

    /** The answer without compression, its bytes changed. */
    private static MockResponse changed(
        Question question, FakeServices services, Function<byte[], byte[]> change) {
      Buffer body = new Buffer();
      try {
        services.soundAnswer(question.withoutBrotli()).getBody().writeTo(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return new MockResponse.Builder()
          .body(new Buffer().write(change.apply(body.readByteArray())))
          .build();
    }
  }

  private Cli cli() {
    return Cli.in(directory);
  }

  private Result report(String... more) {
    return run(cli(), more);
  }

  private Result run(Cli cli, String... more) {
    return cli.run(services.options(), arguments(more));
  }

  private static String[] arguments(String... more) {
    return Stream.concat(
            Stream.of("report", "-q", "--start", START, "--date", "2025-11-03", "-o", "-"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static void assertSoundReport(Result result) throws IOException {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(expectedReport());
  }

  private static String expectedReport() throws IOException {
    return Files.readString(
        Path.of("src/test/resources/dev/perftriage/week-2025-11-03/expected-report.md"));
  }
}
