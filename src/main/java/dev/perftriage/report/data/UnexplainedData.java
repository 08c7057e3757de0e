package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.unexplained.Contribution;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.analysis.unexplained.UnexplainedChanges;
import dev.perftriage.analysis.unexplained.UnlistedMerge;
import dev.perftriage.model.Artifact;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.UnexplainedSentences;

/** What no entry says, as JSON. */
final class UnexplainedData {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private UnexplainedData() {}

  static ObjectNode of(Unexplained unexplained) {
    ObjectNode node = NODES.objectNode();
    node.putPOJO("text", UnexplainedSentences.all(unexplained, Markup.NONE));
    node.set("changes", Json.array(unexplained.changes().stream().map(UnexplainedData::changes)));
    return node.set(
        "merges", Json.array(unexplained.merges().stream().map(UnexplainedData::merge)));
  }

  private static ObjectNode changes(UnexplainedChanges unexplained) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", unexplained.metric().name());
    node.put("target", unexplained.target());
    node.set("cases", Json.array(unexplained.changes().stream().map(UnexplainedData::change)));
    node.set(
        "contributions",
        Json.array(unexplained.contributions().stream().map(UnexplainedData::contribution)));
    return node.put("not_compared", unexplained.notCompared());
  }

  private static ObjectNode change(TestCaseChange change) {
    return SelectionData.names(change.testCase()).put("change", change.change());
  }

  private static ObjectNode contribution(Contribution contribution) {
    return NODES
        .objectNode()
        .put("commit", contribution.merge().sha().text())
        .put("pr", contribution.merge().pr())
        .put("change", contribution.change());
  }

  private static ObjectNode merge(UnlistedMerge merge) {
    Artifact after = merge.summary().after();
    return NODES
        .objectNode()
        .put("metric", merge.summary().metric().name())
        .put("target", merge.target())
        .put("commit", after.commit().text())
        .put("pr", after.pr())
        .set("summary", SelectionData.summary(merge.summary()));
  }
}
