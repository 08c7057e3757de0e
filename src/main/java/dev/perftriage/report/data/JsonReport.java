package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.cause.RollupMember;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.TriageReport;
import java.util.List;
import java.util.Optional;

/**
 * A weekly report as JSON, with noise verdicts and possible causes. {@code report.schema.json} says
 * what each field means.
 */
public final class JsonReport {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final TriageReport report;
  private final Annotations annotations;

  private JsonReport(TriageReport report, Annotations annotations) {
    this.report = report;
    this.annotations = annotations;
  }

  /** The whole report, ending with a newline. */
  public static String render(TriageReport report, Annotations annotations) {
    return Json.document(new JsonReport(report, annotations).root());
  }

  private ObjectNode root() {
    Coverage coverage = report.week().coverage();
    ObjectNode root = NODES.objectNode();
    root.putObject("range").put("start", coverage.start().text()).put("end", coverage.end().text());
    ArrayNode metrics = root.putArray("metrics").add(report.week().metric().name());
    report.others().forEach(other -> metrics.add(other.metric().name()));
    JsonSlice.putFilter(root, report.week().slice());
    root.set("summary", report.week().whole().map(SummaryData::of).orElse(null));
    root.set("geometric_mean", JsonSlice.mean(report.week().geometricMean()));
    ArrayNode entries = root.putArray("entries");
    ArrayNode others = root.putArray("other_comparisons");
    for (ComparisonSummary step : report.week().steps()) {
      (step.deservesAttention() ? entries : others).add(comparison(step));
    }
    root.set("coverage", coverage(coverage));
    return root;
  }

  private ObjectNode comparison(ComparisonSummary step) {
    MergeVerdicts verdicts = annotations.of(step);
    Optional<PullRequest> pull = annotations.pull(step);
    Integer pr = step.after().pr();
    ObjectNode node = NODES.objectNode();
    node.put("commit", step.after().commit().text());
    node.put("parent", step.before().commit().text());
    node.put("pr", pr);
    node.put(
        "title",
        pull.map(PullRequest::title)
            .or(() -> pr == null ? Optional.empty() : report.title(pr))
            .orElse(null));
    node.put("direction", step.direction().label());
    node.put("verdict", verdicts.verdict().map(EntryVerdict::label).orElse(null));
    ArrayNode members = node.putArray("rollup_members");
    annotations.members(step).forEach(member -> members.add(member(member)));
    node.set("labels", pull.map(known -> strings(known.labels())).orElse(null));
    node.set("summary", SummaryData.of(step));
    ArrayNode others = node.putArray("other_metrics");
    for (TriageWeek other : report.others()) {
      other
          .step(step.after().commit())
          .ifPresent(
              found ->
                  others
                      .addObject()
                      .put("metric", other.metric().name())
                      .set("summary", SummaryData.of(found)));
    }
    ArrayNode changes = node.putArray("changes");
    verdicts.changes().forEach(change -> changes.add(change(change)));
    return node;
  }

  private static ObjectNode member(RollupMember member) {
    ObjectNode node = NODES.objectNode();
    node.put("pr", member.number());
    node.put("title", member.title());
    node.set("labels", member.labels().map(JsonReport::strings).orElse(null));
    node.put("weight", member.weight());
    return node;
  }

  private static ObjectNode change(JudgedChange judged) {
    TestCaseChange change = judged.change();
    TestCase testCase = change.testCase();
    ObjectNode node = NODES.objectNode();
    node.put("benchmark", testCase.benchmark());
    node.put("profile", testCase.profile());
    node.put("scenario", testCase.scenario());
    node.put("backend", testCase.backend());
    node.put("target", testCase.target());
    node.put("category", change.category().label());
    node.put("before", change.result().before());
    node.put("after", change.result().after());
    node.put("change", change.change());
    node.put("threshold", change.result().significanceThreshold());
    node.put("factor", change.result().significanceFactor());
    node.put("magnitude", change.magnitude().number());
    node.put("verdict", judged.verdict().label());
    node.put(
        "other_commit",
        Optional.ofNullable(judged.other()).map(Merge::sha).map(Sha::text).orElse(null));
    return Json.finite(node);
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode node = NODES.objectNode();
    node.put("complete", coverage.isComplete());
    node.put("asked_end", Optional.ofNullable(coverage.askedEnd()).map(Sha::text).orElse(null));
    node.put("summary_missing", coverage.wholeMissing());
    ArrayNode gaps = node.putArray("bridges");
    coverage
        .gaps()
        .forEach(
            gap -> {
              ObjectNode each = gaps.addObject().put("commit", gap.end().sha().text());
              ArrayNode unmeasured = each.putArray("unmeasured");
              gap.unmeasured().forEach(merge -> unmeasured.add(merge.sha().text()));
            });
    ArrayNode missing = node.putArray("missing");
    coverage
        .missing()
        .forEach(
            each ->
                missing
                    .addObject()
                    .put("parent", each.start().text())
                    .put("commit", each.end().sha().text())
                    .put("reason", each.reason()));
    return node;
  }

  private static ArrayNode strings(List<String> all) {
    ArrayNode node = NODES.arrayNode();
    all.forEach(node::add);
    return node;
  }
}
