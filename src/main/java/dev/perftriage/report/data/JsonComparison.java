package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.BenchmarkError;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.ComparisonReport;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison as JSON, for programs: numbers in full, changes and thresholds as fractions, sizes
 * in bytes, times in nanoseconds. A number that is not finite is {@code null}. {@code
 * comparison.schema.json} says what each field means.
 */
public final class JsonComparison {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonComparison() {}

  /** The whole comparison, ending with a newline. */
  public static String render(ComparisonReport report) {
    ObjectNode root = NODES.objectNode();
    root.set("before", artifact(report.before()));
    root.set("after", artifact(report.after()));
    ArrayNode comparisons = root.putArray("comparisons");
    report.metrics().forEach(judged -> comparisons.add(comparison(judged, report)));
    ArrayNode errors = root.putArray("new_errors");
    for (BenchmarkError error : report.leading().facts().newErrors()) {
      errors.addObject().put("benchmark", error.benchmark()).put("message", error.message());
    }
    return Json.document(root);
  }

  private static ObjectNode comparison(JudgedComparison judged, ComparisonReport report) {
    ArtifactComparison facts = judged.facts();
    ObjectNode node = NODES.objectNode();
    node.put("metric", facts.metric().name());
    node.put(
        "link",
        SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
    JsonSlice.putFilter(node, judged.slice());
    ArrayNode summaries = node.putArray("summaries");
    judged
        .byTarget()
        .forEach(
            (target, summary) ->
                summaries.add(
                    summary(target, summary)
                        .set("geometric_mean", JsonSlice.mean(judged.geometricMean(target)))));
    if (!report.groupedBy().isEmpty()) {
      ArrayNode groupings = node.putArray("groupings");
      report
          .aggregations(judged)
          .forEach(groups -> JsonSlice.groups(groupings.addObject(), groups));
    }
    if (report.withRuntime()) {
      node.set("runtime", SummaryData.category(RuntimeSummary.of(facts).changes()));
    }
    ArrayNode cases = node.putArray("cases");
    CaseRows.of(judged, report.withRuntime()).forEach(row -> cases.add(Json.finite(row)));
    return node;
  }

  private static ObjectNode artifact(Artifact artifact) {
    ObjectNode node = NODES.objectNode();
    node.put("commit", artifact.commit().text());
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
    node.set("primary", SummaryData.category(summary.primary()));
    node.set("secondary", SummaryData.category(summary.secondary()));
    return node;
  }
}
