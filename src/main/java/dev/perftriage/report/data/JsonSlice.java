package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.Aggregation.Group;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.GeometricMean;
import dev.perftriage.analysis.Selection;
import java.util.Optional;

/** What a filter leaves, and what its test cases amount to, as JSON. */
final class JsonSlice {

  private JsonSlice() {}

  /**
   * Writes the filter, unless it leaves all: its values by criterion, {@code !} in front of those
   * that exclude.
   */
  static void putFilter(ObjectNode parent, Selection slice) {
    if (slice.filter().isAll()) {
      return;
    }
    ObjectNode node = parent.putObject("filter");
    ObjectNode criteria = node.putObject("criteria");
    slice
        .filter()
        .patterns()
        .forEach(
            (criterion, patterns) -> {
              ArrayNode values = criteria.putArray(criterion.label());
              patterns.forEach(
                  pattern -> values.add((pattern.excludes() ? "!" : "") + pattern.word()));
            });
    node.put("test_cases", slice.total());
    node.put("left_out", slice.leftOut());
  }

  /** A geometric mean; null where there is none. */
  static JsonNode mean(Optional<GeometricMean> mean) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    mean.ifPresent(
        some -> {
          node.put("change", some.change());
          node.put("test_cases", some.testCases());
          node.put("benchmarks", some.benchmarks());
          node.put("left_out", some.leftOut());
          node.put("lower", some.interval().map(GeometricMean.Interval::lower).orElse(null));
          node.put("upper", some.interval().map(GeometricMean.Interval::upper).orElse(null));
        });
    return mean.isPresent() ? node : node.nullNode();
  }

  /** Writes the groups. */
  static void groups(ObjectNode node, Aggregation aggregation) {
    node.put("by", aggregation.by().label());
    ArrayNode groups = node.putArray("groups");
    aggregation.groups().forEach(group -> group(groups.addObject(), group));
    group(node.putObject("all"), aggregation.whole());
  }

  private static void group(ObjectNode node, Group group) {
    node.put("name", group.name());
    node.put("test_cases", group.comparable());
    statistics(node, "regressions", group.regressions());
    statistics(node, "improvements", group.improvements());
    statistics(node, "relevant", group.relevant());
    ObjectNode total = node.objectNode();
    total.put("before", group.total().before());
    total.put("after", group.total().after());
    total.put("change", group.total().change());
    node.set("total", Json.finite(total));
  }

  private static void statistics(
      ObjectNode node, String name, Optional<ChangeStatistics> statistics) {
    SummaryData.statistics(node.putObject(name), statistics);
  }
}
