package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import java.util.List;

/**
 * The verdicts on one merge or try build as JSON: numbers in full, changes as fractions. {@code
 * explain.schema.json} describes the fields.
 */
public final class JsonExplain {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonExplain() {}

  /** The whole document, ending with a newline. */
  public static String render(ExplainReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("kind", report.isTry() ? "try" : "merge");
    root.put("commit", report.step().after().commit().text());
    root.put("parent", report.step().before().commit().text());
    root.put("pr", report.step().after().pr());
    root.put("title", report.pull().map(PullRequest::title).orElse(null));
    root.put("metric", report.step().metric().name());
    root.put("verdict", report.verdict().map(EntryVerdict::label).orElse(null));
    root.set("summary", SelectionData.summary(report.step()));
    root.set("without_noise", SelectionData.summary(report.withoutNoise()));
    root.set("changes", Json.array(report.cases().stream().map(JsonExplain::change)));
    root.set(
        "rollup_members",
        Json.array(
            report.rollup().map(RollupAttribution::members).orElse(List.of()).stream()
                .map(RollupData::member)));
    return Json.document(root);
  }

  private static ObjectNode change(CaseVerdict one) {
    return SelectionData.names(one.change().testCase())
        .put("category", one.change().category().label())
        .put("before", one.change().result().before())
        .put("after", one.change().result().after())
        .put("change", one.change().change())
        .put("verdict", one.verdict())
        .put("noise", one.isNoise())
        .put("reason", one.reason());
  }
}
