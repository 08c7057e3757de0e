package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.Caveat.BenchmarksChanged;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.Markup;
import java.util.List;
import java.util.Locale;

/** Caveats as JSON: their kind, their sentence and the facts that it is based on. */
final class CaveatData {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CaveatData() {}

  /** Caveats with what they apply to. */
  static ArrayNode scoped(List<ScopedCaveat> caveats) {
    return Json.array(
        caveats.stream()
            .map(
                scoped -> {
                  ObjectNode node = of(scoped.caveat(), CaveatSentences.of(scoped).in(Markup.NONE));
                  node.put("metric", scoped.metric().name());
                  node.put("target", scoped.target().isEmpty() ? null : scoped.target());
                  return node.putPOJO(
                      "commits",
                      scoped.merges().stream().map(merge -> merge.sha().text()).toList());
                }));
  }

  /** The caveats of one comparison. */
  static ArrayNode all(List<Caveat> caveats) {
    return Json.array(
        caveats.stream().map(caveat -> of(caveat, CaveatSentences.of(caveat).in(Markup.NONE))));
  }

  private static ObjectNode of(Caveat caveat, String text) {
    ObjectNode node = NODES.objectNode().put("kind", kind(caveat)).put("text", text);
    if (caveat instanceof DefaultThresholds byDefault) {
      node.putPOJO("benchmarks", byDefault.benchmarks());
      putReason(node, byDefault.reason());
      byDefault
          .recomputed()
          .ifPresent(
              recomputed ->
                  node.putObject("recomputed")
                      .put("judged", recomputed.judged())
                      .put("relevant", recomputed.relevant())
                      .put("unknown", recomputed.unknown()));
    } else if (caveat instanceof NothingComparable nothing) {
      node.put("test_cases", nothing.testCases());
    } else if (caveat instanceof RandomTargets random) {
      node.put("test_cases", random.mix().testCases());
      ObjectNode known = node.putObject("known_on");
      random.mix().known().forEach(known::put);
    } else if (caveat instanceof Repeated repeated) {
      node.set("cases", Json.array(repeated.testCases().stream().map(SelectionData::names)));
    } else if (caveat instanceof BenchmarksChanged changed) {
      node.putPOJO("benchmarks", changed.benchmarks());
    }
    return node;
  }

  /** The name of a caveat's kind. */
  static String kind(Caveat caveat) {
    if (caveat instanceof DefaultThresholds) {
      return "default_thresholds";
    } else if (caveat instanceof MergesBetween) {
      return "merges_between";
    } else if (caveat instanceof NothingComparable) {
      return "nothing_comparable";
    } else if (caveat instanceof RandomTargets) {
      return "random_targets";
    } else if (caveat instanceof Repeated) {
      return "repeated";
    }
    return ((BenchmarksChanged) caveat).change().name().toLowerCase(Locale.ROOT);
  }

  private static void putReason(ObjectNode node, Reason reason) {
    if (reason instanceof Reason.Hole hole) {
      node.put("reason", "hole");
      node.put("hole", hole.hole().sha().text());
      node.put("merges_left", hole.mergesLeft());
    } else if (reason instanceof Reason.Release) {
      node.put("reason", "release");
    } else if (reason instanceof Reason.TryBuild) {
      node.put("reason", "try_build");
    } else {
      node.put("reason", "unknown_hole");
    }
  }
}
