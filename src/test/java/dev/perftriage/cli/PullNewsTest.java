package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.Timelines;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft says of what was said on pull requests. The moment is 2025-11-05T23:30Z. */
class PullNewsTest {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String TRIAGED = "perf-regression-triaged";
  private static final Instant NOW = Instant.parse("2025-11-05T23:30:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/perftriage/report/data/report.schema.json");

  private final FakeServices services = new FakeServices(Cli.SAMPLE);
  private final Timelines timelines = services.timelines();

  @TempDir private Path folder;

  @AfterEach
  void onlyGetWasEverAskedOfGitHub() {
    assertThat(services.questions())
        .filteredOn(question -> !question.isComparison())
        .extracting(Question::method)
        .allMatch("GET"::equals);
    services.close();
  }

  @Test
  void theStoreOfAnEarlierRunSaysWhoTriagedAndWhyWithoutNetwork() throws IOException {
    Result draft = offline(storeWithTimelines());

    assertThat(note(draft, 146186))
        .contains(
            "[#148310](https://github.com/rust-lang/rust/pull/148310) (open):"
                + " \"Fix the flags of `jemalloc` | again\".",
            "Triaged by"
                + " [gardener](https://github.com/rust-lang/rust/pull/146186#issuecomment-7) on"
                + " 2025-10-29: \"We did not expect this, but `jemalloc` lost `-flto`. It will be"
                + " \\*reverted* soon.\"",
            "Before the merge 0.7% on 10, now 0.8% on 546.")
        .doesNotContain("148311");
    assertThat(note(draft, 148305)).contains("Triaged by gardener on 2025-11-01.");
    assertThat(draft.err()).isEmpty();
    assertThat(draft.exitCode()).isZero();
  }

  @Test
  void jsonSaysItToo() throws IOException {
    String report =
        Cli.in(folder)
            .run(
                "report",
                "--store",
                storeWithTimelines().toString(),
                "--offline",
                "--format",
                "json",
                "-o",
                "-")
            .out();
    JsonNode discussion = entry(report, 146186).get("discussion");

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(SCHEMA.toFile()))
                .validate(report, InputFormat.JSON))
        .isEmpty();
    assertThat(discussion.at("/triaged/by").asText()).isEqualTo("gardener");
    assertThat(discussion.at("/triaged/at").asText()).startsWith("2025-10-29T");
    assertThat(discussion.at("/triaged/justification").asText())
        .startsWith("We did not expect this, but `jemalloc` lost `-flto`.");
    assertThat(discussion.at("/triaged/comment").asText()).endsWith("#issuecomment-7");
    assertThat(
            discussion.at("/before_merge/summary/primary/regressions/count").asInt()
                + discussion.at("/before_merge/summary/secondary/regressions/count").asInt())
        .isEqualTo(10);
    assertThat(discussion.get("mentions")).hasSize(2);
    assertThat(discussion.at("/mentions/0/pr").asInt()).isEqualTo(148310);
    assertThat(discussion.at("/mentions/0/state").asText()).isEqualTo("open");
    assertThat(entry(report, 148305).at("/discussion/triaged/justification").isNull()).isTrue();
    assertThat(entry(report, 148241).at("/discussion/triaged").isNull()).isTrue();
    assertThat(entry(report, 148040).get("discussion").isNull()).isTrue();
  }

  @Test
  void thePageSaysItToo() throws IOException {
    String page =
        Cli.in(folder)
            .run(
                "report",
                "--store",
                storeWithTimelines().toString(),
                "--offline",
                "--format",
                "html",
                "-o",
                "-")
            .out();

    assertThat(page.substring(page.indexOf("id=\"pr-146186\"")))
        .contains(
            "<p>Before the merge 0.7% on 10, now 0.8% on 546.</p>",
            "lost `-flto`. It will be *reverted* soon.\" <a"
                + " href=\"https://github.com/rust-lang/rust/pull/146186#issuecomment-7\">comment</a></p>");
  }

  private static JsonNode entry(String report, int pull) throws IOException {
    for (JsonNode entry : JSON.readTree(report).get("entries")) {
      if (entry.get("pr").asInt() == pull) {
        return entry;
      }
    }
    throw new AssertionError("There is no entry of #" + pull);
  }

  @Test
  void whoTookTheLabelAwayHasTheLastWord() throws IOException {
    assertThat(note(offline(storeWithTimelines()), 148241)).doesNotContainIgnoringCase("triaged");
    assertThat(note(offline(Cli.SAMPLE), 148241)).contains("Already marked as triaged.");
  }

  @Test
  void aLabelThatIsSetMeanwhileIsNeverCalledMissing() {
    report("--annotate");
    timelines.label(148202, "gardener", "2025-11-05T10:00:00Z", TRIAGED);

    assertThat(report("--annotate=full").out())
        .containsPattern("(?s)#148202\\S+ \\[.*?- Already triaged \\(`perf-regression-triaged`\\)");
    assertThat(note(report("--annotate"), 148202)).contains("Triaged by gardener on 2025-11-05.");
  }

  @Test
  void whatIsKnownIsAskedForByItsTagAndCostsNothing() {
    Result first = report("--annotate");
    int asked = services.questions().size();
    Result second = report("--annotate");

    assertThat(second.out()).isEqualTo(first.out());
    assertThat(services.questions().stream().skip(asked))
        .filteredOn(question -> question.path().endsWith("/timeline"))
        .hasSize(15)
        .allSatisfy(
            question -> {
              assertThat(question.request().getHeaders().get("If-None-Match")).startsWith("W/");
              assertThat(services.unlessKnown(question).getCode()).isEqualTo(304);
            });
  }

  @Test
  void whatIsAFewMinutesOldIsNotAskedForAgain() throws IOException {
    report("--annotate");
    age("timelines", NOW.minusSeconds(299));
    int asked = services.questions().size();
    report("--annotate");
    assertThat(timelinesAfter(asked)).isEmpty();

    age("timelines", NOW.minusSeconds(300));
    report("--annotate");
    assertThat(timelinesAfter(asked)).hasSize(15);
  }

  @Test
  void aChangedTimelineReplacesTheStoredOne() {
    timelines.comment(148202, "gardener", "2025-11-05T10:00:00Z", "Hm.");
    assertThat(note(report("--annotate"), 148202)).doesNotContain("Triaged");

    timelines.comment(
        148202, "gardener", "2025-11-05T11:00:00Z", "It is fine.\n@rustbot label +" + TRIAGED);
    timelines.label(148202, "rustbot", "2025-11-05T11:00:01Z", TRIAGED);

    assertThat(note(report("--annotate"), 148202))
        .contains("gardener](")
        .contains("\"It is fine.\"");
    assertThat(note(offline(folder.resolve("store")), 148202)).contains("\"It is fine.\"");
  }

  @Test
  void pagesAreFollowedAndOnlyTheChangedOneIsSentAgain() {
    for (int i = 0; i < 150; i++) {
      timelines.comment(148202, "talker", "2025-11-03T10:00:00Z", "Comment " + i);
    }
    timelines.label(148202, "gardener", "2025-11-04T10:00:00Z", TRIAGED);
    String before = note(report("--annotate"), 148202);
    timelines.unlabel(148202, "gardener", "2025-11-05T10:00:00Z", TRIAGED);
    int asked = services.questions().size();

    assertThat(before).contains("Triaged by gardener on 2025-11-04.");
    assertThat(note(report("--annotate"), 148202)).doesNotContain("riaged");
    assertThat(services.questions().stream().skip(asked))
        .filteredOn(
            question -> question.path().equals("/repos/rust-lang/rust/issues/148202/timeline"))
        .extracting(question -> services.unlessKnown(question).getCode())
        .containsExactlyInAnyOrder(304, 200);
  }

  @Test
  void withATokenEveryEntryIsAskedAbout() {
    Cli.in(folder)
        .with(Map.of("GITHUB_TOKEN", "secret"))
        .run(services.options(), arguments("--annotate"));

    assertThat(timelinesAfter(0)).hasSize(17);
  }

  @Test
  void withoutNotesNobodyIsAskedAbout() {
    report();
    report("--as-site");

    assertThat(timelinesAfter(0)).isEmpty();
  }

  @Test
  void anExhaustedRateLimitCostsWhatWasSaidAndNothingElse() {
    services.exhaustRateLimitOfTimelines();
    Result draft = report("--annotate");

    assertThat(note(draft, 146186)).contains("Reverted in ").doesNotContain("riaged");
    assertThat(draft.err())
        .contains("GitHub's rate limit is exceeded")
        .contains("set GITHUB_TOKEN to lift it")
        .contains("what was said on 15 pull requests is missing");
    assertThat(draft.exitCode()).isEqualTo(ExitCodes.DATA);
  }

  @Test
  void aTimelineThatIsGoneIsSaid() {
    services.breakWith(
        question ->
            question.path().endsWith("/148202/timeline")
                ? Optional.of(FakeServices.text(404, "{\"message\": \"Not Found\"}"))
                : Optional.empty());
    Result draft = report("--annotate");

    assertThat(note(draft, 148202)).contains("Caused by");
    assertThat(draft.err())
        .contains("Fetching page 1 of the timeline of #148202")
        .contains("HTTP status 404")
        .contains("what was said on 1 pull request is missing");
    assertThat(draft.exitCode()).isEqualTo(ExitCodes.DATA);
  }

  @Test
  void theRunBeforeTheMergeIsAskedOfTheSiteOnceAndAbsentIfItHasItNoMore() {
    String parent = "df984edf44203c862e01b5a20c8092d5614d872e";
    finished(148040, parent, "493a994d96bce4475bbfb6a8a34e955770e5b04a");
    finished(148193, parent, "4".repeat(40));
    Result draft = report("--annotate");
    int asked = services.questions().size();

    assertThat(note(draft, 148040)).contains("Before the merge 0.7% on 10, now ");
    assertThat(note(draft, 148193)).doesNotContain("Before the merge");
    assertThat(draft.exitCode()).as(draft.err()).isZero();
    assertThat(report("--annotate").out()).isEqualTo(draft.out());
    assertThat(services.questions().stream().skip(asked).map(Question::comparison))
        .noneMatch(comparison -> comparison.startsWith(parent + "..493a994d"));
  }

  private void finished(int pull, String start, String end) {
    timelines.comment(
        pull,
        "rust-timer",
        "2025-10-20T10:00:00Z",
        """
        Finished benchmarking commit (%s): [comparison URL](https://perf.rust-lang.org/compare.html\
        ?start=%s&end=%s&stat=instructions:u).

        ### Overall result: ❌ regressions - please read:
        """
            .formatted(end, start, end));
    timelines.merge(pull, "2025-10-21T10:00:00Z");
  }

  /** The sample's store, with invented timelines. */
  private Path storeWithTimelines() throws IOException {
    Path store = Files.createDirectories(folder.resolve("recorded"));
    try (Stream<Path> parts = Files.list(Cli.SAMPLE)) {
      for (Path part : parts.toList()) {
        Files.createSymbolicLink(store.resolve(part.getFileName()), part);
      }
    }
    Path timelinesOfStore = Files.createDirectory(store.resolve("timelines"));
    for (String name : List.of("146186.json", "148241.json", "148305.json")) {
      Files.copy(
          Objects.requireNonNull(
              PullNewsTest.class.getResourceAsStream("/dev/perftriage/timelines/" + name)),
          timelinesOfStore.resolve(name));
    }
    return store;
  }

  private void age(String part, Instant time) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("store").resolve(part))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
    }
  }

  private List<Question> timelinesAfter(int asked) {
    return services.questions().stream()
        .skip(asked)
        .filter(question -> question.path().endsWith("/timeline"))
        .toList();
  }

  private Result offline(Path store) {
    return Cli.in(folder)
        .run("report", "--store", store.toString(), "--offline", "--annotate", "-o", "-");
  }

  private Result report(String... more) {
    return Cli.in(folder).run(services.options(), arguments(more));
  }

  private String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "report",
                "-q",
                "--start",
                START,
                "--store",
                folder.resolve("store").toString(),
                "-o",
                "-"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String note(Result report, int pull) {
    int title = report.out().indexOf("/pull/" + pull + ") [(Comparison Link)]");
    assertThat(title).as("the entry of #%s; %s", pull, report.err()).isPositive();
    return report.out().substring(title, report.out().indexOf("\n\n\n", title));
  }
}
