package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.OffsetCase;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.attribution.RollupAttribution.MemberShare;
import dev.perftriage.model.Sha;
import dev.perftriage.report.RollupReport;
import dev.perftriage.report.RollupReport.AttributedComparison;

/**
 * A rollup's members as JSON: numbers in full, changes and shares as fractions. {@code
 * rollup.schema.json} describes the fields.
 */
public final class JsonRollup {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonRollup() {}

  /** The whole document, ending with a newline. */
  public static String render(RollupReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("pr", report.pull());
    root.put("title", report.title().orElse(null));
    root.put("commit", report.after().commit().text());
    root.put("parent", report.before().commit().text());
    root.set("comparisons", Json.array(report.metrics().stream().map(JsonRollup::comparison)));
    return Json.document(root);
  }

  private static ObjectNode comparison(AttributedComparison metric) {
    RollupAttribution rollup = metric.rollup();
    ObjectNode node = NODES.objectNode();
    node.put("metric", metric.comparison().facts().metric().name());
    SelectionData.putFilter(node, metric.comparison().selection());
    node.set("rollup_members", Json.array(rollup.members().stream().map(RollupData::member)));
    node.set("unexplained", RollupData.counts(rollup.unexplained()));
    node.set("undone", Json.array(rollup.offset().stream().map(JsonRollup::undone)));
    ArrayNode toMeasure = node.putArray("to_measure");
    rollup.toMeasure().stream()
        .flatMap(member -> member.build().stream())
        .map(Sha::text)
        .forEach(toMeasure::add);
    return node.set(
        "changes", Json.array(rollup.changes().stream().map(change -> change(change, metric))));
  }

  private static ObjectNode undone(OffsetCase offset) {
    return SelectionData.names(offset.testCase())
        .putPOJO("worse_by", offset.up())
        .putPOJO("better_by", offset.down());
  }

  private static ObjectNode change(TestCaseChange change, AttributedComparison metric) {
    RollupAttribution rollup = metric.rollup();
    return SelectionData.names(change.testCase())
        .put("change", change.change())
        .put("noise", metric.isNoiseKnown() ? rollup.noise().contains(change) : null)
        .set("explained_by", Json.array(rollup.explaining(change).stream().map(JsonRollup::share)));
  }

  private static ObjectNode share(MemberShare share) {
    return NODES.objectNode().put("pr", share.number()).put("share", share.share());
  }
}
