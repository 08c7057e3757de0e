package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.Relevance;
import dev.perftriage.model.Category;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.markdown.SummaryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdicts and tables are the site's own, for comparisons that the site has judged. */
class ParityTest {

  private static final Path COMPARISONS = Path.of("src/test/resources/dev/perftriage/parity.jsonl");

  @Test
  void agreesWithTheSiteOnEveryComparison() throws IOException {
    ObjectMapper json = new ObjectMapper();
    int line = 0;
    for (String text : Files.readAllLines(COMPARISONS)) {
      line++;
      requireAgreement(json.readTree(text), "line " + line);
    }

    assertThat(line).isEqualTo(250);
  }

  private static void requireAgreement(JsonNode parity, String where) {
    Metric metric = new Metric(parity.get("metric").asText());
    Comparisons comparison = Comparisons.comparison().by(metric.name());
    List<Integer> magnitudes = new ArrayList<>();
    for (JsonNode some : parity.get("cases")) {
      TestResultComparison result =
          new TestResultComparison(
              some.get("statistics").get(0).asDouble(),
              some.get("statistics").get(1).asDouble(),
              some.get("significance_threshold").asDouble(),
              some.get("significance_factor").asDouble(),
              some.get("is_relevant").asBoolean());
      comparison.add(
          new TestCase(
              "benchmark-" + magnitudes.size(), "check", "full", "llvm", TestCase.DEFAULT_TARGET),
          Category.ofMetadata(some.get("category").asText()),
          result);
      magnitudes.add(
          Magnitude.of(result.change(), result.significanceThreshold(), metric).number());
      assertThat(Relevance.isRelevant(result, metric))
          .as("%s: relevance of case %s", where, magnitudes.size())
          .isEqualTo(result.relevantOnSite());
    }
    JsonNode expected = parity.get("expected");
    ComparisonSummary summary = ComparisonSummary.of(comparison.build(), TestCase.DEFAULT_TARGET);
    assertThat(magnitudes)
        .as("%s: magnitudes", where)
        .containsExactlyElementsOf(
            Stream.of(expected.get("magnitudes")).flatMap(ParityTest::numbers).toList());
    assertThat(summary.direction().label())
        .as("%s: direction", where)
        .isEqualTo(expected.get("direction").asText());
    assertThat(summary.deservesAttention())
        .as("%s: attention", where)
        .isEqualTo(expected.get("deserves_attention").asBoolean());
    assertThat(SummaryTable.render(summary))
        .as("%s: table", where)
        .isEqualTo(expected.get("table").asText());
    assertThat(summary.disagreements()).as("%s: disagreements", where).isEmpty();
  }

  private static Stream<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asInt()));
    return numbers.stream();
  }
}
