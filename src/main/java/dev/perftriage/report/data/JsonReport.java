package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.attribution.Fix;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.TurnedVerdict;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Coverage.MissingComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.TriageReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A weekly report as JSON, with noise verdicts and possible causes. {@code report.schema.json}
 * describes the fields.
 */
public record JsonReport(TriageReport report, Annotations annotations) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The whole report, ending with a newline. */
  public String render() {
    TriageWeek week = report.week();
    ObjectNode root = NODES.objectNode();
    root.putObject("range")
        .put("start", week.coverage().start().text())
        .put("end", week.coverage().end().text());
    ArrayNode metrics = root.putArray("metrics").add(week.metric().name());
    report.others().forEach(other -> metrics.add(other.metric().name()));
    SelectionData.putFilter(root, week.selection());
    root.set("summary", week.whole().map(SelectionData::summary).orElse(null));
    root.set("geometric_mean", SelectionData.mean(week.geometricMean()));
    ArrayNode entries = root.putArray("entries");
    ArrayNode others = root.putArray("other_comparisons");
    for (ComparisonSummary step : week.steps()) {
      (step.deservesAttention() ? entries : others).add(comparison(step));
    }
    root.set("coverage", coverage(week.coverage()));
    root.set("caveats", CaveatData.scoped(report.allCaveats()));
    root.set("since_last_week", Json.array(annotations.turned().stream().map(JsonReport::turned)));
    root.set("unexplained", UnexplainedData.of(report.unexplained()));
    return Json.document(root);
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
    node.setAll(RollupData.of(annotations, step));
    node.set(
        "fixed_by",
        Json.array(
            annotations.fixes().of(step.after().commit()).stream().map(fix -> fix(fix, fix.by()))));
    node.set(
        "fixes",
        Json.array(
            annotations.fixes().by(step.after().commit()).stream()
                .map(fix -> fix(fix, fix.fixed()))));
    node.set("discussion", annotations.news(step).map(DiscussionData::of).orElse(null));
    node.putPOJO("labels", pull.map(PullRequest::labels).orElse(null));
    node.set("summary", SelectionData.summary(step));
    node.set(
        "other_metrics",
        Json.array(
            report.others().stream()
                .flatMap(other -> other.step(step.after().commit()).stream())
                .map(JsonReport::otherMetric)));
    node.set("changes", Json.array(verdicts.changes().stream().map(JsonReport::change)));
    List<ProfiledCase> profiles = report.profilesOf(step);
    if (!profiles.isEmpty()) {
      node.set(
          "self_profiles",
          Json.array(profiles.stream().map(profiled -> JsonWhy.test(profiled, false))));
    }
    return node.set("caveats", CaveatData.all(report.caveatsOf(step)));
  }

  private static ObjectNode fix(Fix fix, Merge other) {
    return NODES
        .objectNode()
        .put("commit", other.sha().text())
        .put("pr", other.pr())
        .put("went_back", fix.wentBack())
        .put("regressions", fix.regressions());
  }

  private static ObjectNode turned(TurnedVerdict turned) {
    Artifact after = turned.merge().summary().after();
    return NODES
        .objectNode()
        .put("commit", after.commit().text())
        .put("pr", after.pr())
        .put("verdict_before", turned.before().label())
        .put("verdict", turned.merge().verdict().map(EntryVerdict::label).orElse(null));
  }

  private static ObjectNode otherMetric(ComparisonSummary step) {
    return NODES
        .objectNode()
        .put("metric", step.metric().name())
        .set("summary", SelectionData.summary(step));
  }

  private static ObjectNode change(JudgedChange judged) {
    TestCaseChange change = judged.change();
    return SelectionData.names(change.testCase())
        .put("category", change.category().label())
        .put("before", change.result().before())
        .put("after", change.result().after())
        .put("change", change.change())
        .put("threshold", change.result().significanceThreshold())
        .put("factor", change.factor())
        .put("magnitude", change.magnitude().number())
        .put("verdict", judged.verdict().label())
        .put(
            "other_commit",
            Optional.ofNullable(judged.other()).map(merge -> merge.sha().text()).orElse(null));
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode node = NODES.objectNode();
    node.put("complete", coverage.isComplete());
    node.put("asked_end", Objects.toString(coverage.askedEnd(), null));
    node.put("summary_missing", coverage.wholeMissing());
    node.set("bridges", Json.array(coverage.gaps().stream().map(JsonReport::bridge)));
    node.set(
        "half_measured",
        Json.array(coverage.halfMeasured().stream().map(JsonReport::halfMeasured)));
    return node.set("missing", Json.array(coverage.missing().stream().map(JsonReport::missing)));
  }

  private static ObjectNode bridge(Coverage.Gap gap) {
    return NODES
        .objectNode()
        .put("commit", gap.end().sha().text())
        .putPOJO("unmeasured", gap.unmeasured().stream().map(merge -> merge.sha().text()).toList());
  }

  private static ObjectNode halfMeasured(HalfMeasured half) {
    return NODES
        .objectNode()
        .put("commit", half.merge().sha().text())
        .put("pr", half.merge().pr())
        .put("test_cases", half.testCases())
        .put("usual_test_cases", half.usual())
        .put("left_out", half.isLeftOut())
        .putPOJO("lacking_benchmarks", half.benchmarks());
  }

  private static ObjectNode missing(MissingComparison missing) {
    return NODES
        .objectNode()
        .put("parent", missing.start().text())
        .put("commit", missing.end().sha().text())
        .put("reason", missing.reason());
  }
}
