package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.FakeServices;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The histories on the page of a comparison, which the store has or has not. */
class CompareHistoriesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*)</script>");
  private static final Pattern NOTE = Pattern.compile("<dt>Histories</dt><dd>([^<]*)</dd>");

  /** The merge of #148193, and the one before it. */
  private static final String MERGE = "6906167e01fba6f702f123264653f8e401546731";

  private static final String BEFORE = "72fe2ffb391f397efdfafb2216028ed9952e8078";

  /** A try build, and its parent. */
  private static final String BUILD = "b1c96546592137343210b8cf62f9ecc12793fc5f";

  private static final String PARENT = "df984edf44203c862e01b5a20c8092d5614d872e";

  private static final String[] SAMPLE = {"--store", Cli.SAMPLE.toString(), "--offline"};

  @TempDir private Path directory;

  @Test
  void aMergeHasThemAndTheVerdictsOfExplain() {
    String page = page("pr:148193", SAMPLE);

    JsonNode data = data(page);
    assertThat(data.get("historyMetric").asText()).isEqualTo("instructions:u");
    assertThat(data.get("merges")).hasSize(37);
    assertThat(data.get("histories")).hasSameSizeAs(data.get("cases").get(0).get("at"));
    JsonNode leading = data.get("views").get(0);
    assertThat(data.get("merges").get(leading.get("to").asInt()).asText()).isEqualTo("#148193");
    assertThat(leading.get("to").asInt()).isEqualTo(leading.get("from").asInt() + 1);
    JsonNode explained =
        read(
            Cli.in(directory)
                .run(List.of(SAMPLE), "explain", MERGE, "--after", "30", "--format", "json")
                .out());
    assertThat(texts(data.get("reasons")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(""),
                    explained.get("changes").findValuesAsText("reason").stream().distinct())
                .toList());
  }

  @Test
  void aRangeHasThemWithoutVerdicts() {
    String page =
        page(
            "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0..f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b",
            SAMPLE);

    assertThat(data(page).get("merges")).hasSize(37);
    assertThat(data(page).get("views").get(0).has("verdict")).isFalse();
    assertThat(note(page)).isEqualTo("at 37 merges, from the store");
  }

  @Test
  void aTryBuildHasThoseOfTheMergesAroundItsParent() {
    String page = page(PARENT + ".." + BUILD, SAMPLE);

    JsonNode data = data(page);
    JsonNode leading = data.get("views").get(0);
    assertThat(leading.get("from").asInt()).isEqualTo(2);
    assertThat(leading.get("to").asInt()).as("it is none of the merges").isEqualTo(-1);
    assertThat(texts(data.get("reasons")))
        .contains("only 3 values of merges around the parent to compare with");
  }

  @Test
  void aSavedResponseHasThoseOfTheStore() {
    String saved = Path.of("samples/148193.json").toAbsolutePath().toString();
    Result result =
        Cli.in(directory)
            .run(List.of(SAMPLE), "compare", "--input", saved, "-q", "--format", "html");

    assertThat(result.err()).isEmpty();
    assertThat(data(result.out()).get("merges")).hasSize(37);
    assertThat(texts(data(result.out()).get("verdicts"))).contains("returned #148291");
  }

  @Test
  void filtersSelectTestCasesButNoMerges() {
    String[] filtered =
        Stream.concat(Stream.of(SAMPLE), Stream.of("--benchmark", "syn*")).toArray(String[]::new);
    JsonNode data = data(page("pr:148193", filtered));

    assertThat(data.get("merges")).hasSize(37);
    assertThat(texts(data.get("cases").get(0).get("words")))
        .allMatch(name -> name.startsWith("syn"));
    assertThat(texts(data.get("verdicts"))).contains("returned #148291");
  }

  @Test
  void nothingIsFetchedForThemAndThePageSaysHowTo() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      Cli cli = Cli.in(directory);
      String[] compared = {"compare", BEFORE, MERGE, "--store", "kept", "--format"};
      cli.run(services.options(), with(compared, "text"));
      int asked = services.questions().size();

      String page = cli.run(services.options(), with(compared, "html")).out();
      assertThat(services.questions()).as("all of it is stored").hasSize(asked);
      assertThat(note(page))
          .isEqualTo(
              "none: the store lacks the merges around; to fetch them, then compare again:"
                  + " perf-triage explain "
                  + MERGE
                  + " --store kept");
      assertThat(data(page).has("historyMetric")).isFalse();
      assertThat(data(page).get("noHistories").asText()).isEqualTo("Histories: " + note(page));

      cli.run(services.options(), "explain", MERGE, "--store", "kept");
      asked = services.questions().size();
      page = cli.run(services.options(), with(compared, "html")).out();
      assertThat(services.questions()).hasSize(asked);
      assertThat(data(page).get("merges").size()).isGreaterThan(20);
    }
  }

  @Test
  void theCommandNamesTheMetric() {
    String page = page(BEFORE + ".." + MERGE, "--metric", "max-rss", "--store", "sto re");

    assertThat(note(page))
        .endsWith(": perf-triage explain " + MERGE + " --metric max-rss --store 'sto re'");
  }

  @Test
  void withoutAStoreThereAreNone() {
    assertThat(note(page(BEFORE + ".." + MERGE, "--no-store")))
        .isEqualTo("none: they are read from the store, and none is used");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.90.0..1.91.0", "1.91.0.." + MERGE})
  void releasesHaveNoMergesAroundThem(String range) {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.answerAnyRevision();
      String page =
          Cli.in(directory)
              .run(services.options(), "compare", range, "--store", "kept", "--format", "html")
              .out();

      assertThat(note(page))
          .isEqualTo("none: only merges, and try builds after one, have merges around");
    }
  }

  @Test
  void otherFormatsReadNoMergesAround() {
    Result text = Cli.in(directory).run(List.of(SAMPLE), "compare", "pr:148193");

    assertThat(text.out()).doesNotContain("Histories");
  }

  private static String[] with(String[] arguments, String more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  /** The page of a comparison that the week's services answer. */
  private String page(String compared, String... options) {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      List<String> sources =
          List.of(options).contains("--offline") ? List.of() : services.options();
      Result result =
          Cli.in(directory)
              .run(
                  Stream.concat(sources.stream(), Stream.of(options)).toList(),
                  "compare",
                  compared,
                  "-q",
                  "--format",
                  "html");
      assertThat(result.exitCode()).as(result.err()).isZero();
      return result.out();
    }
  }

  private static String note(String page) {
    Matcher note = NOTE.matcher(page);
    assertThat(note.find()).isTrue();
    return note.group(1);
  }

  private static JsonNode data(String page) {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return read(data.group(1));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
