package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.FakeServices;
import dev.perftriage.Recordings;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * Five merges by two metrics, as the site's own program answered about them, and its own reports of
 * them: this program's reports are the same but for stated improvements.
 */
class RecordedRangeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  private static final String START = "571daf81fc7a79b8d1ba26f4c1528348a08c9600";
  private static final String PARENT = "d245d60f83f294cef1be83f59a97a573566dcd07";
  private static final String MERGE = "f1aa9b09980de34e08ad1b8bcb58e0e83c79a30b";
  private static final String END = "1751034093a1733595f96c1de9e0bd36610bc439";

  /** The entries' titles in the site's reports, which the answers do not have. */
  private static final Map<Integer, String> TITLES =
      Map.of(
          150612, "Fix ICE in `impl Trait for &'_ (A|B)`",
          150619, "Auto merge: improve `Vec<T>` | iterators",
          150626, "Rollup of 3 pull requests");

  private static final Pattern UNTRIAGED =
      Pattern.compile("^- \\[#(\\d+) (.*)]\\(", Pattern.MULTILINE);

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() throws IOException {
    Path week = directory.resolve("range");
    Recordings.unpackStore("range", week);
    Files.createDirectories(week.resolve("pulls"));
    for (Map.Entry<Integer, String> title : TITLES.entrySet()) {
      ObjectNode pull = JSON.createObjectNode();
      pull.put("number", title.getKey()).put("title", title.getValue()).put("body", "");
      pull.putArray("labels");
      JSON.writeValue(week.resolve("pulls/" + title.getKey() + ".json").toFile(), pull);
    }
    JSON.writeValue(
        week.resolve("untriaged.json").toFile(), untriaged(siteReport("instructions:u")));
    services = new FakeServices(week);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @ParameterizedTest
  @CsvSource({"instructions:u", "size:linked_artifact"})
  void theReportIsTheSitesButForStatedImprovements(String metric) throws IOException {
    String encoded = metric.replace(":", "%3A");
    String expected =
        siteReport(metric)
            // The site also counts the comparison with the merge after the range.
            .replace("\n6 artifact comparisons", "\n5 artifact comparisons")
            // The site links to the default metric, whichever it reports by.
            .replace("&stat=instructions:u)", "&stat=" + metric + ")")
            .replace("&stat=instructions%3Au)", "&stat=" + encoded + ")")
            // The site's titles of untriaged pull requests would be markup.
            .replaceAll("(Untriaged \\d+ with.*?)<b>(\\d+)</b>", "$1\\\\<b>$2\\\\</b>");

    Result result = report("--metric", metric);

    assertThat(result.out()).isEqualTo(expected);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void anAnswerWithHalfOfTheTestCasesIsNamed() throws IOException {
    Path file =
        directory.resolve("range/comparisons/" + PARENT + ".." + MERGE + ".instructions:u.msgpack");
    ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(file.toFile());
    Recordings.unpack(directory.resolve("all"));
    answer.set(
        "compile_comparisons",
        MESSAGE_PACK
            .readTree(directory.resolve("all/half-measured.msgpack").toFile())
            .get("compile_comparisons"));
    MESSAGE_PACK.writeValue(file.toFile(), answer);

    Result result = report();

    assertThat(result.err()).contains("#150626 (f1aa9b09) was measured in part: it has 481 of 9");
    assertThat(result.out())
        .contains(
            "#150626](https://github.com/rust-lang/rust/pull/150626) (`f1aa9b09`) was measured")
        .contains("it has 481 of 9");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
  }

  private Result report(String... more) {
    return Cli.in(directory)
        .run(
            services.options(),
            Stream.concat(
                    Stream.of(
                        "report",
                        "--quiet",
                        "--start",
                        START,
                        "--end",
                        END,
                        "--date",
                        "2026-11-29",
                        "--output",
                        "-"),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  private String siteReport(String metric) throws IOException {
    return Files.readString(
        directory.resolve("range/site-report." + metric.replace(':', '-') + ".md"));
  }

  /** What the site must have found, of which the answers have nothing. */
  private static ObjectNode untriaged(String siteReport) {
    ObjectNode found = JSON.createObjectNode();
    ArrayNode items = found.putArray("items");
    UNTRIAGED
        .matcher(siteReport)
        .results()
        .forEach(
            line ->
                items
                    .addObject()
                    .put("number", Integer.parseInt(line.group(1)))
                    .put("title", line.group(2)));
    return found.put("total_count", items.size()).put("incomplete_results", false);
  }
}
