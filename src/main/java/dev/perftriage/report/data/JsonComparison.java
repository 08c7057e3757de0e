package dev.perftriage.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.NotComparable;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.model.RuntimeComparison;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Links;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comparison as JSON, for programs: numbers in full, changes and thresholds as fractions, sizes
 * in bytes, times in nanoseconds. A number that is not finite is {@code null}.
 */
public final class JsonComparison {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectWriter WRITER =
      new ObjectMapper(
              // Double.toString changed in JDK 19; Jackson's own writer is the same on all.
              JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonComparison() {}

  /** The whole comparison, ending with a newline. */
  public static String render(ComparisonReport report) {
    JudgedComparison judged = report.leading();
    ArtifactComparison facts = judged.facts();
    ObjectNode root = NODES.objectNode();
    root.put("metric", facts.metric().name());
    root.set("before", artifact(facts.before()));
    root.set("after", artifact(facts.after()));
    root.put(
        "link", Links.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
    ArrayNode summaries = root.putArray("summaries");
    judged.byTarget().forEach((target, summary) -> summaries.add(summary(target, summary)));
    ArrayNode changes = root.putArray("changes");
    judged.relevantLargestFirst().forEach(change -> changes.add(change(change)));
    ArrayNode notComparable = root.putArray("not_comparable");
    for (ComparisonSummary summary : judged.summaries()) {
      summary.notComparable().forEach(some -> notComparable.add(notComparable(some)));
    }
    ArrayNode runtime = root.putArray("runtime");
    facts.runtime().forEach(some -> runtime.add(runtime(some)));
    ArrayNode errors = root.putArray("new_errors");
    for (BenchmarkError error : facts.newErrors()) {
      errors.addObject().put("benchmark", error.benchmark()).put("message", error.message());
    }
    try {
      return WRITER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }

  private static ObjectNode artifact(Artifact artifact) {
    ObjectNode node = NODES.objectNode();
    node.put("commit", artifact.commit());
    node.put("date", Optional.ofNullable(artifact.date()).map(Object::toString).orElse(null));
    node.put("pr", artifact.pr());
    node.put("type", artifact.type());
    node.put("bootstrap_total", artifact.bootstrapTotal());
    node.set("bootstrap", numbers(artifact.bootstrap()));
    node.set("component_sizes", numbers(artifact.componentSizes()));
    return node;
  }

  private static ObjectNode numbers(Map<String, Long> values) {
    ObjectNode node = NODES.objectNode();
    values.forEach(node::put);
    return node;
  }

  private static ObjectNode summary(String target, ComparisonSummary summary) {
    ObjectNode node = NODES.objectNode();
    node.put("target", target);
    node.put("direction", summary.direction().label());
    node.put("deserves_attention", summary.deservesAttention());
    node.set("primary", category(summary.primary()));
    node.set("secondary", category(summary.secondary()));
    return node;
  }

  private static ObjectNode category(CategorySummary category) {
    ObjectNode node = NODES.objectNode();
    node.put("direction", category.direction().label());
    statistics(node.putObject("regressions"), category.regressions());
    statistics(node.putObject("improvements"), category.improvements());
    statistics(node.putObject("all"), category.all());
    return node;
  }

  private static void statistics(ObjectNode node, Optional<ChangeStatistics> statistics) {
    node.put("count", statistics.map(ChangeStatistics::count).orElse(0));
    node.put("mean", statistics.map(ChangeStatistics::mean).filter(Double::isFinite).orElse(null));
    node.put(
        "smallest",
        statistics.map(ChangeStatistics::smallest).filter(Double::isFinite).orElse(null));
    node.put(
        "largest", statistics.map(ChangeStatistics::largest).filter(Double::isFinite).orElse(null));
  }

  private static ObjectNode change(TestCaseChange change) {
    ObjectNode node = testCase(change.testCase());
    node.put("category", change.category().label());
    values(node, change.result());
    node.put("magnitude", change.magnitude().number());
    return node;
  }

  private static ObjectNode runtime(RuntimeComparison comparison) {
    ObjectNode node = NODES.objectNode();
    node.put("benchmark", comparison.benchmark());
    node.put("target", comparison.target());
    node.put("relevant_on_site", comparison.result().relevantOnSite());
    values(node, comparison.result());
    return node;
  }

  private static void values(ObjectNode node, TestResultComparison result) {
    node.put("before", finite(result.before()));
    node.put("after", finite(result.after()));
    node.put("change", finite(result.change()));
    node.put("threshold", finite(result.significanceThreshold()));
    node.put("factor", finite(result.significanceFactor()));
  }

  private static ObjectNode notComparable(NotComparable some) {
    ObjectNode node = testCase(some.testCase());
    node.put("reason", some.reason().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static ObjectNode testCase(TestCase testCase) {
    ObjectNode node = NODES.objectNode();
    node.put("benchmark", testCase.benchmark());
    node.put("profile", testCase.profile());
    node.put("scenario", testCase.scenario());
    node.put("backend", testCase.backend());
    node.put("target", testCase.target());
    return node;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
