package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.MemberAttribution;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Annotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rollup's members and what they explain, as fields of a JSON object. */
final class RollupData {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RollupData() {}

  /** The fields of a listed merge; without members if it is no rollup. */
  static ObjectNode of(Annotations annotations, ComparisonSummary step) {
    Optional<RollupAttribution> rollup = annotations.rollup(step);
    Stream<ObjectNode> members =
        rollup
            .map(RollupAttribution::members)
            .map(some -> some.stream().map(RollupData::member))
            .orElseGet(() -> annotations.members(step).stream().map(RollupData::unbuilt));
    ObjectNode node = NODES.objectNode();
    node.set("rollup_members", Json.array(members));
    node.set("unexplained", rollup.map(some -> counts(some.unexplained())).orElse(null));
    return node;
  }

  static ObjectNode member(MemberAttribution member) {
    ObjectNode node = named(member.member(), member.state());
    node.put("build", member.build().map(Sha::text).orElse(null));
    node.put("measured", member.measured().orElse(null));
    node.set(
        "explains",
        counts(
            Stream.concat(member.regressions().stream(), member.improvements().stream()).toList()));
    return labelled(node, member.member());
  }

  private static ObjectNode unbuilt(RollupMember member) {
    ObjectNode node = named(member, BuildState.UNKNOWN);
    node.putNull("build").putNull("measured").set("explains", counts(List.of()));
    return labelled(node, member);
  }

  private static ObjectNode named(RollupMember member, BuildState state) {
    return NODES
        .objectNode()
        .put("pr", member.number())
        .put("title", member.title())
        .put("state", state.label());
  }

  private static ObjectNode labelled(ObjectNode node, RollupMember member) {
    return node.putPOJO("labels", member.labels().orElse(null)).put("weight", member.weight());
  }

  static ObjectNode counts(List<TestCaseChange> changes) {
    return NODES
        .objectNode()
        .put("regressions", RollupAttribution.regressions(changes))
        .put("improvements", RollupAttribution.improvements(changes));
  }
}
