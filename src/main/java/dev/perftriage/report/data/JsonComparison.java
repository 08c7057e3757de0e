package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.RuntimeSummary;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.ComparisonReport;
import java.util.List;
import java.util.Objects;

/**
 * A comparison as JSON: numbers in full, changes and thresholds as fractions, component sizes in
 * bytes, build times in nanoseconds. {@code comparison.schema.json} describes the fields.
 */
public final class JsonComparison {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonComparison() {}

  /** The whole comparison, ending with a newline. */
  public static String render(ComparisonReport report) {
    List<ScopedCaveat> caveats = report.caveats();
    ObjectNode root = NODES.objectNode();
    root.set("before", artifact(report.before()));
    root.set("after", artifact(report.after()));
    root.set(
        "comparisons",
        Json.array(report.metrics().stream().map(judged -> comparison(judged, report, caveats))));
    root.set(
        "new_errors",
        Json.array(report.leading().facts().newErrors().stream().map(JsonComparison::error)));
    root.set("caveats", CaveatData.scoped(caveats));
    return Json.document(root);
  }

  private static ObjectNode artifact(Artifact artifact) {
    return NODES
        .objectNode()
        .put("commit", artifact.commit().text())
        .put("date", Objects.toString(artifact.date(), null))
        .put("pr", artifact.pr())
        .put("type", artifact.type())
        .put("bootstrap_total", artifact.bootstrapTotal())
        .putPOJO("bootstrap", artifact.bootstrap())
        .putPOJO("component_sizes", artifact.componentSizes());
  }

  private static ObjectNode error(BenchmarkError error) {
    return NODES.objectNode().put("benchmark", error.benchmark()).put("message", error.message());
  }

  private static ObjectNode comparison(
      JudgedComparison judged, ComparisonReport report, List<ScopedCaveat> caveats) {
    ArtifactComparison facts = judged.facts();
    ObjectNode node = NODES.objectNode();
    node.put("metric", facts.metric().name());
    node.put(
        "link",
        SiteUrl.comparison(facts.before().commit(), facts.after().commit(), facts.metric()));
    SelectionData.putFilter(node, judged.selection());
    node.set(
        "summaries",
        Json.array(
            judged.byTarget().entrySet().stream()
                .map(target -> summary(judged, target.getKey(), target.getValue()))));
    if (!report.groupedBy().isEmpty()) {
      node.set(
          "groupings", Json.array(report.aggregations(judged).stream().map(SelectionData::groups)));
    }
    if (report.withRuntime()) {
      node.set("runtime", SelectionData.category(RuntimeSummary.of(facts).changes()));
    }
    return node.set("cases", Json.array(CaseData.rows(judged, report.withRuntime(), caveats)));
  }

  private static ObjectNode summary(
      JudgedComparison judged, String target, ComparisonSummary summary) {
    ObjectNode node = NODES.objectNode();
    node.put("target", target);
    node.put("direction", summary.direction().label());
    node.put("deserves_attention", summary.deservesAttention());
    node.setAll(SelectionData.summary(summary));
    return node.set("geometric_mean", SelectionData.mean(judged.geometricMean(target)));
  }
}
