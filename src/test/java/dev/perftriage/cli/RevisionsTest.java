package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to name a revision, through the command line. */
class RevisionsTest {

  private static final String OLDEST = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String BEFORE_OLDEST = "62b8164b89289b81961042164d97ba7aafae7000";

  /** The merge before that of #148040. */
  private static final String PARENT = "34a8c7368c84fc699fc83a8851a02f93fd655931";

  /** The merge of #148040. */
  private static final String MERGE = "4b53279854fcc60b063398181f5dc13ddc319cb8";

  /** The merge after it, of #900007. */
  private static final String NEXT = "3241ccca4bb75e83a785e30e562a070777720c51";

  /** The merge after that, of #900008, all on one day. */
  private static final String AFTER_NEXT = "9ea8d67cc60e88ad6fffbf299a454c44227e001c";

  /** The last merge of October 27. */
  private static final String LAST_OF_DAY = "444cfde03c79a92391c1281ed751b6f50f5a050d";

  /** The merge before that. */
  private static final String BEFORE_LAST_OF_DAY = "bc1d7273dfbc6f8a11c0086fa35f6748a13e8d3c";

  private static final String NEWEST = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";
  private static final String BEFORE_NEWEST = "35ebdf9ba1414456dfe1cb6a6b13ebae80e99734";
  private static final String TRY_BUILD = "7777777777777777777777777777777777777777";

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

  // Two revisions

  @ParameterizedTest
  @CsvSource({
    MERGE + "," + MERGE,
    "4B53279854FCC60B063398181F5DC13DDC319CB8," + MERGE,
    "4b532798," + MERGE,
    "4b53," + MERGE,
    "pr:148040," + MERGE,
    "#148040," + MERGE,
    "https://github.com/rust-lang/rust/pull/148040," + MERGE,
    "https://github.com/rust-lang/rust/pull/148040/files#diff-1," + MERGE,
    "pr:148040^," + PARENT,
    "pr:148040~1," + PARENT,
    "pr:148040~7," + OLDEST,
    "pr:148040~7^," + BEFORE_OLDEST,
    "62b8164b," + BEFORE_OLDEST,
    "pr:148436~0," + NEWEST,
    NEWEST + "^," + BEFORE_NEWEST,
    "f5711a55^," + BEFORE_NEWEST,
    "latest^," + BEFORE_NEWEST,
    "latest,''",
    "1.91.0,1.91.0",
    "beta-2025-01-01,beta-2025-01-01",
    "stable,1.97.0",
    "beta,beta-2026-10-15",
    "nightly,2025-11-04",
    "nightly-2025-11-01,2025-10-31",
    "rust-lang/rust#148040," + MERGE,
    "https://github.com/rust-lang/rust/commit/4b532798," + MERGE,
    "c6696e6b,c6696e6b14f4a95b8dd58f76f12d87f5ac930c1e",
    "2025-11-01,2025-11-01",
    "7d,2025-10-29",
    "2025-10-28~2," + NEXT,
    TRY_BUILD + "," + TRY_BUILD,
  })
  void aRevisionIsUnderstoodAsAnEnd(String word, String bound) {
    services.answerAnyRevision();
    compare(OLDEST, word);

    assertThat(services.lastComparison().end()).isEqualTo(bound);
    assertThat(services.lastComparison().start()).isEqualTo(OLDEST);
  }

  @ParameterizedTest
  @CsvSource({
    "stable,1.97.0",
    "4b532798," + MERGE,
    "pr:148040^," + PARENT,
    "latest," + NEWEST,
    "1.90.0,1.90.0",
    "2025-10-27,2025-10-27",
    "9d,2025-10-27",
    "2025-10-28^," + LAST_OF_DAY,
  })
  void aRevisionIsUnderstoodAsAStart(String word, String bound) {
    services.answerAnyRevision();
    compare(word, NEWEST);

    assertThat(services.lastComparison().start()).isEqualTo(bound);
  }

  @Test
  void aMergeThatTheListHasTwiceIsTheOneOfThePullRequest() {
    Result result = compare("pr:148193");

    assertThat(result.exitCode()).isZero();
    assertThat(services.lastComparison().comparison())
        .startsWith("72fe2ffb391f397efdfafb2216028ed9952e8078..6906167e01fba6f702f123264653f8");
  }

  @Test
  void aPullRequestThatTheListLacksIsLookedUpAtGitHub() {
    listOf(commits -> commits.replace("148040", "null"));
    Result result = compare(OLDEST, "pr:148040");

    assertThat(result.exitCode()).isZero();
    assertThat(services.lastComparison().end()).isEqualTo(MERGE);
    assertThat(services.questions()).anyMatch(asked -> asked.path().endsWith("/pulls/148040"));
  }

  @Test
  void aPullRequestThatIsNotMergedSaysSo() {
    services.breakWith(
        asked ->
            asked.path().endsWith("/pulls/150000")
                ? Optional.of(
                    FakeServices.text(
                        200,
                        "{\"number\": 150000, \"title\": \"x\", \"merged\": false,"
                            + " \"merge_commit_sha\": \""
                            + TRY_BUILD
                            + "\"}"))
                : Optional.empty());

    assertMissing(compare("pr:150000"), "merge of #150000: not found on GitHub", "its try build");
    assertMissing(compare("pr:150001"), "pull request #150001", "HTTP status 404");
  }

  // One revision

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pr:148040",
        "#148040",
        "https://github.com/rust-lang/rust/pull/148040",
        "4b532798",
        MERGE,
        "3241ccca^",
        "latest~29",
      })
  void aRevisionAloneIsComparedWithItsParent(String word) {
    Result result = compare(word);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(services.lastComparison().comparison())
        .isEqualTo(PARENT + ".." + MERGE + " instructions:u");
  }

  @ParameterizedTest
  @CsvSource({
    "latest," + BEFORE_NEWEST + "," + NEWEST,
    "2025-11-02," + BEFORE_NEWEST + "," + NEWEST,
    "9d,c9537a94a6300a8292804829801f7724fb8a33f6," + BEFORE_LAST_OF_DAY,
  })
  void aMomentAloneIsTheLastMeasuredMergeUntilThen(String word, String start, String end) {
    services.forget(LAST_OF_DAY);
    Result result = compare(word);

    assertThat(result.exitCode()).isZero();
    assertThat(services.lastComparison().comparison())
        .isEqualTo(start + ".." + end + " instructions:u");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.91.0", "beta", "stable"})
  void aReleaseAloneHasNothingToBeComparedWith(String word) {
    assertUsage(compare(word), "'" + word + "' is a release, which has no parent");
    assertThat(services.questions()).isEmpty();
  }

  @Test
  void aMergeOlderThanTheListIsComparedWithTheParentThatTheSiteNames() {
    listOf(commits -> commits.substring(0, commits.indexOf(",\n {\n  \"sha\": \"" + MERGE)) + "]");
    Result result = compare(MERGE);

    assertThat(result.exitCode()).isZero();
    assertThat(services.lastComparison().comparison()).startsWith(PARENT + ".." + MERGE);
  }

  @Test
  void aTryBuildAloneSaysThatItsParentIsNotKnown() {
    assertMissing(compare(TRY_BUILD), "could not find", "77777777 is not on the list of merges");
  }

  // Addresses of comparisons

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://perf.rust-lang.org/compare.html?start=START&end=END&stat=max-rss",
        "http://perf.rust-lang.org/compare.html?stat=max-rss&end=END&tab=compile&start=START",
        "https://perf.rust-lang.org/compare.html?start=START&end=END&stat=max%2Drss#details",
        "SITEcompare.html?start=START&end=END&stat=max-rss&nonRelevant=true",
      })
  void theAddressOfAComparisonIsPastedAsItIs(String address) {
    services.answerAnyRevision();
    Result result =
        compare(
            address.replace("SITE", services.url()).replace("START", PARENT).replace("END", MERGE));

    assertThat(result.exitCode()).isZero();
    assertThat(services.lastComparison().comparison())
        .isEqualTo(PARENT + ".." + MERGE + " max-rss");
  }

  @ParameterizedTest
  @CsvSource({
    "'?start=&end=', '.. instructions:u'",
    "'', '.. instructions:u'",
    "'?stat=&end=2025-11-01', '..2025-11-01 instructions:u'",
    "'?start=1.90.0&end=1.91.0', '1.90.0..1.91.0 instructions:u'",
    "'?start=4b532798&end=latest', '" + MERGE + ".. instructions:u'",
  })
  void whatAnAddressLeavesOutIsWhatTheSiteTakes(String query, String comparison) {
    services.answerAnyRevision();

    assertThat(compare("https://perf.rust-lang.org/compare.html" + query).exitCode()).isZero();
    assertThat(services.lastComparison().comparison()).isEqualTo(comparison);
  }

  @Test
  void aMetricThatIsGivenWinsOverTheAddress() {
    services.answerAnyRevision();
    String address = "https://perf.rust-lang.org/compare.html?start=1.90.0&end=1.91.0&stat=max-rss";

    assertThat(compare(address, "--metric", "cycles").exitCode()).isZero();
    assertThat(services.lastComparison().metric()).isEqualTo("cycles");
  }

  @Test
  void anAddressThatIsNoComparisonIsAUsageError() {
    String address = "https://perf.rust-lang.org/compare.html?start=" + PARENT + "&end=" + MERGE;
    assertUsage(compare(address, NEWEST), "is not a revision");
    assertUsage(
        compare("https://perf.rust-lang.org/status.html?start=a&end=b"),
        "is neither a comparison nor a range");
    assertUsage(compare("https://perf.rust-lang.org/compare.html?start=a..b&end=c"), "'a..b'");
    assertUsage(compare(address.replace("perf.rust-lang", "example")), "is not a revision");
  }

  // The list of merges

  @ParameterizedTest
  @CsvSource({
    MERGE + "," + NEWEST,
    "1.90.0,1.91.0",
    "2025-10-27,2025-11-02",
    "9d,latest",
    NEWEST + ",beta-2025-01-01",
    NEWEST + ",nightly-2025-11-01",
  })
  void whatTheSiteUnderstandsNeedsNoList(String start, String end) {
    services.answerAnyRevision();
    compare(start, end);

    assertThat(services.questions()).hasSize(1).allMatch(Question::isComparison);
  }

  @Test
  void theListIsFetchedOnceEvenWhereItCannotBeHad() {
    assertThat(compare("pr:148040~1", "f5711a55").exitCode()).isZero();
    assertThat(listQuestions()).isEqualTo(1);

    services.breakWith(asked -> fault(asked, FakeServices.text(404, "")));
    Result result = cli().run(services.options(), "resolve", "4b53", "pr:148040", "9ea8");
    assertThat(listQuestions()).isEqualTo(2);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("4b53: Fetching the list of merges", "give all 40 digits", "9ea8: ");
    assertThat(result.out()).isEqualTo("pr:148040  " + MERGE + "  -  -  commit\n");
  }

  @Test
  void withoutAListTheSiteTellsTheParentOfACommit() {
    services.breakWith(asked -> fault(asked, FakeServices.text(404, "")));

    assertThat(compare(MERGE).exitCode()).isZero();
    assertThat(services.lastComparison().comparison()).startsWith(PARENT + ".." + MERGE);
    assertThat(compare("pr:148040").exitCode()).isZero();
    assertThat(services.lastComparison().comparison()).startsWith(PARENT + ".." + MERGE);
    assertMissing(compare(MERGE + "~2", MERGE), "list of merges", "parents of 4b532798");
  }

  @Test
  void anAmbiguousShaListsItsCandidates() {
    listOf(
        commits ->
            commits
                .replace(PARENT, "4b53" + "0".repeat(36))
                .replace(OLDEST, "4b54" + "0".repeat(36)));

    assertMissing(
        compare("4b53", NEWEST),
        "Looking for 4b53: 2 SHAs have this prefix, " + MERGE + " (2025-10-28, #148040), 4b530000",
        "(2025-10-28, #900005); give more digits");
    compare("4b532", NEWEST);
    assertThat(services.lastComparison().start()).isEqualTo(MERGE);
  }

  @Test
  void anUnknownShortShaSaysHowFarTheListReaches() {
    assertMissing(
        compare("0000000", NEWEST),
        "Looking for 0000000: no merge on the list, which reaches back to 2025-10-27",
        "give all 40 digits");
  }

  @Test
  void anAncestorBeforeTheListIsAnError() {
    assertMissing(compare("latest~99", NEWEST), "Looking for latest~99: it is older than");
  }

  // What is not measured

  @Test
  void anErrorSuggestsTheNearestMeasuredMerges() {
    services.forget(MERGE);
    services.forget(NEXT);
    Result result = compare("pr:148040");

    assertMissing(
        result,
        "could not find end commit",
        "nearest known measured: " + OLDEST + " (2025-10-27) before it, and ",
        " after it");
    assertThat(services.comparisons()).hasSize(2);
    assertThat(services.lastComparison().comparison()).startsWith("2025-10-27..2025-10-28");
  }

  @Test
  void theStoreSuggestsMeasuredMergesToo() {
    fetchWeek();
    services.forget(NEXT);

    assertMissing(
        cli().run(services.options(), "compare", OLDEST, NEXT, "--store", "week"),
        "nearest known measured: "
            + MERGE
            + " (2025-10-28, #148040) before it, and "
            + AFTER_NEXT
            + " (2025-10-28, #900008) after it");
  }

  @Test
  void aStartOfAReportThatIsNotMeasuredIsExplainedToo() {
    services.forget(MERGE);

    assertMissing(
        cli().run(services.options(), "report", "-q", "--start", "pr:148040", "-o", "-"),
        "could not find start commit",
        "nearest known measured:");
  }

  @Test
  void anUnknownReleaseIsNamedAsWhatItWasTakenFor() {
    assertMissing(compare("lastest", NEWEST), "'lastest' was taken as a release");
  }

  // Neighbours

  @Test
  void revisionsThatAreNoNeighboursAreNoted() {
    Result apart = compare(PARENT, NEXT);

    assertThat(apart.exitCode()).isZero();
    assertThat(apart.err())
        .isEqualToIgnoringNewLines(
            "perf-triage: note: 34a8c736 and 3241ccca are not adjacent on master; the site's"
                + " thresholds are meant for single merges.");
    assertThat(compare(PARENT, MERGE).err()).isEmpty();
    assertThat(compare(MERGE, MERGE).err()).doesNotContain("adjacent");
  }

  // Without network

  @ParameterizedTest
  @CsvSource({
    "pr:148040," + PARENT + "," + MERGE,
    "4b532798," + PARENT + "," + MERGE,
    "3241ccca^," + PARENT + "," + MERGE,
    "2025-10-27," + BEFORE_LAST_OF_DAY + "," + LAST_OF_DAY,
    "latest," + BEFORE_NEWEST + "," + NEWEST,
    "2025-10-27 latest," + OLDEST + "," + NEWEST,
    "9d 2025-11-02," + OLDEST + "," + NEWEST,
    "https://perf.rust-lang.org/compare.html," + OLDEST + "," + NEWEST,
  })
  void offlineTheStoreTellsWhatRevisionsMean(String words, String start, String end) {
    Result result = offline(("compare " + words + " -f json").split(" "));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\"before\" : {\n    \"commit\" : \"" + start)
        .contains("\"after\" : {\n    \"commit\" : \"" + end);
  }

  @Test
  void offlineErrorsSayWhatTheStoreLacks() {
    assertMissing(offline("compare", "pr:1"), "has no pull request #1", "without --offline");
    assertMissing(offline("compare", "2026-01-01", "latest"), "on or after 2026-01-01");
    assertMissing(
        offline("compare", OLDEST + "^", NEWEST), "has no comparison 62b8164b..f5711a55", "not on");
    assertMissing(offline("compare", TRY_BUILD), "does not have it; give both");
  }

  @Test
  void offlineAShaNeedsNoList() throws IOException {
    Path comparisons = Files.createDirectories(directory.resolve("bare/comparisons"));
    String name = PARENT + ".." + MERGE + ".instructions:u.msgpack";
    Files.copy(Cli.SAMPLE.resolve("comparisons").resolve(name), comparisons.resolve(name));

    Result result = cli().run("compare", PARENT, MERGE, "--store", "bare", "--offline");
    assertThat(result.exitCode()).isZero();
    assertMissing(
        cli().run("compare", "4b53", NEWEST, "--store", "bare", "--offline"), "no list of merges");
  }

  // Ranges

  @ParameterizedTest
  @CsvSource({
    "23fced0f, f5711a55",
    "pr:148040~7, pr:148436",
    "2025-10-27, latest",
    "9d, 2025-11-02",
    "474903e9^, #148436",
  })
  void aReportsRangeTakesEveryForm(String start, String end) {
    Result result =
        cli().run(services.options(), "report", "-q", "--start", start, "--end", end, "-o", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("[23fced0f..f5711a55]")
        .contains("36 artifact comparisons made in total");
    assertThat(listQuestions()).isEqualTo(1);
    assertThat(offline("report", "--start", start, "--end", end, "-o", "-").out())
        .contains("[23fced0f..f5711a55]", "36 artifact comparisons made in total");
  }

  @Test
  void fetchTakesEveryFormToo() {
    Result result =
        cli()
            .run(
                services.options(),
                "fetch",
                "-q",
                "--start",
                "pr:148040^",
                "--end",
                "3241ccca",
                "--store",
                "week");

    assertThat(result.out()).startsWith("2 comparisons ");
  }

  @ParameterizedTest
  @CsvSource({"pr:148040, 4b532798", "4b532798, 4b532798", "3241ccca^, #148040"})
  void aRangeFromAMergeToItselfIsEmpty(String start, String end) {
    assertUsage(
        cli().run(services.options(), "report", "--start", start, "--end", end, "-o", "-"),
        "The range is empty");
  }

  @Test
  void aLogsShortShaIsCompleted() throws IOException {
    Files.writeString(
        directory.resolve("last.md"),
        "# 2025-10-27 Triage Log\n\nRevision range:"
            + " [00000000..23fced0f](https://perf.rust-lang.org/?start=00000000&end=23fced0f)\n");
    Result result = offline("report", "--since-last", "last.md", "-o", "-");

    assertThat(result.err()).contains("starting at 23fced0f, where last.md ended");
    assertThat(result.out()).contains("[23fced0f..f5711a55]");
  }

  // resolve

  @Test
  void resolveSaysWhatEachRevisionMeans() {
    Result result =
        cli()
            .run(
                services.options(),
                "resolve",
                "pr:148040",
                "4b53^",
                "latest",
                "1.91.0",
                "7d",
                "23fced0f");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            pr:148040  4b53279854fcc60b063398181f5dc13ddc319cb8  2025-10-28T07:47:01Z  #148040  merge
            4b53^      34a8c7368c84fc699fc83a8851a02f93fd655931  2025-10-28T03:14:35Z  #900005  merge
            latest     f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b  2025-11-02T19:27:34Z  #148436  merge
            1.91.0     1.91.0                                    -                     -        release
            7d         2025-10-29                                -                     -        date
            23fced0f   23fced0fcc5e0ec260d25f04a8b78b269e5e90f0  2025-10-27T00:00:00Z  -        merge
            """);
    assertThat(cli().run(services.options(), "resolve", TRY_BUILD).out())
        .isEqualTo(TRY_BUILD + "  " + TRY_BUILD + "  -  -  commit\n");
  }

  @Test
  void resolvePrintsJsonForPrograms() {
    Result result = cli().run(services.options(), "resolve", "pr:148040", "1.91.0", "-f", "json");

    assertThat(result.out())
        .isEqualTo(
            """
            [
              {
                "revision" : "pr:148040",
                "bound" : "4b53279854fcc60b063398181f5dc13ddc319cb8",
                "time" : "2025-10-28T07:47:01Z",
                "pr" : 148040,
                "kind" : "merge"
              },
              {
                "revision" : "1.91.0",
                "bound" : "1.91.0",
                "time" : null,
                "pr" : null,
                "kind" : "release"
              }
            ]
            """);
  }

  @Test
  void resolveTakesAComparisonsAddressForBothOfItsRevisions() {
    Result result =
        cli()
            .run(
                "resolve",
                "https://perf.rust-lang.org/compare.html?start=1.90.0&end=1.91.0&stat=max-rss");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).hasSize(2);
    assertThat(result.out()).startsWith("1.90.0 ").contains("\n1.91.0 ");
  }

  @Test
  void resolvePrintsTheOthersWhereOneCannotBeResolved() {
    Result result = cli().run(services.options(), "resolve", "0000000", "1.91.0");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("1.91.0  1.91.0  -  -  release\n");
    assertThat(result.err()).startsWith("perf-triage: 0000000: Looking for 0000000: no merge");
  }

  @Test
  void aMalformedWordIsAUsageError() {
    assertUsage(cli().run(services.options(), "resolve", "1.91.0", "pr:abc"), "'pr:abc' is no");
    assertUsage(cli().run("resolve"), "REV");
    assertUsage(compare("160535"), "did you mean pr:160535");
    assertUsage(cli().run("resolve", "HEAD"), "the newest measured merge is latest");
    assertUsage(compare("1.90.0", "2025-02-30"), "'2025-02-30' is not a valid date");
    assertUsage(compare("1.91.0^", "1.91.0"), "which has no parent on master");
    assertUsage(cli().run("report", "--start", "pr:"), "'pr:' is not a revision");
  }

  private Cli cli() {
    return Cli.in(directory);
  }

  private Result compare(String... arguments) {
    return cli().run(services.options(), concat("compare", arguments));
  }

  private Result offline(String... arguments) {
    return cli().run(List.of("--store", Cli.SAMPLE.toString(), "--offline"), arguments);
  }

  private void fetchWeek() {
    Result fetched =
        cli().run(services.options(), "fetch", "-q", "--start", OLDEST, "--store", "week");
    assertThat(fetched.exitCode()).isZero();
  }

  private long listQuestions() {
    return services.questions().stream()
        .filter(asked -> asked.path().equals("/bors-commit-list"))
        .count();
  }

  private void listOf(UnaryOperator<String> change) {
    services.breakWith(
        asked -> {
          try {
            String list = Files.readString(Cli.SAMPLE.resolve("commits.json"));
            return fault(asked, FakeServices.text(200, change.apply(list)));
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Optional<MockResponse> fault(Question asked, MockResponse answer) {
    return asked.path().equals("/bors-commit-list") ? Optional.of(answer) : Optional.empty();
  }

  private static String[] concat(String first, String... rest) {
    String[] all = new String[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static void assertMissing(Result result, String... parts) {
    assertThat(result.err()).contains(parts);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
  }

  private static void assertUsage(Result result, String part) {
    assertThat(result.err()).startsWith("perf-triage: ").contains(part);
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.out()).isEmpty();
  }
}
