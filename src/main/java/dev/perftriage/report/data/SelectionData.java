package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.Aggregation;
import dev.perftriage.analysis.Aggregation.Group;
import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ChangeStatistics.Figures;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.GeometricMean;
import dev.perftriage.analysis.GeometricMean.Interval;
import dev.perftriage.analysis.Selection;
import dev.perftriage.model.TestCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters, summaries, groups and means as JSON, shared by all JSON documents. */
final class SelectionData {

  /** The field of a row that holds the further fields. */
  static final String FURTHER = "further";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SelectionData() {}

  /**
   * Writes the filter, unless it selects everything: its values by criterion, excluding ones with a
   * leading {@code !}.
   */
  static void putFilter(ObjectNode parent, Selection selection) {
    if (selection.filter().isAll()) {
      return;
    }
    ObjectNode node = parent.putObject("filter");
    ObjectNode criteria = node.putObject("criteria");
    selection
        .filter()
        .patterns()
        .forEach(
            (criterion, patterns) ->
                criteria.putPOJO(
                    criterion.label(),
                    patterns.stream()
                        .map(pattern -> (pattern.excludes() ? "!" : "") + pattern.word())
                        .toList()));
    node.put("test_cases", selection.total());
    node.put("left_out", selection.leftOut());
  }

  /** The names that identify a test case. */
  static ObjectNode names(TestCase testCase) {
    ObjectNode names =
        NODES
            .objectNode()
            .put("benchmark", testCase.benchmark())
            .put("profile", testCase.profile())
            .put("scenario", testCase.scenario())
            .put("backend", testCase.backend())
            .put("target", testCase.target());
    putFurther(names, testCase);
    return names;
  }

  /** Writes the further fields by name, unless the test case has none. */
  static void putFurther(ObjectNode row, TestCase testCase) {
    if (!testCase.further().isEmpty()) {
      ObjectNode further = row.putObject(FURTHER);
      testCase.further().forEach(further::put);
    }
  }

  /** A geometric mean, as a fraction; null if there is none. */
  static @Nullable ObjectNode mean(Optional<GeometricMean> mean) {
    return mean.map(
            some ->
                NODES
                    .objectNode()
                    .put("change", some.change())
                    .put("test_cases", some.testCases())
                    .put("benchmarks", some.byBenchmark().size())
                    .put("left_out", some.leftOut())
                    .put("lower", some.interval().map(Interval::lower).orElse(null))
                    .put("upper", some.interval().map(Interval::upper).orElse(null)))
        .orElse(null);
  }

  static ObjectNode groups(Aggregation aggregation) {
    ObjectNode node = NODES.objectNode().put("by", aggregation.by().label());
    node.set("groups", Json.array(aggregation.groups().stream().map(SelectionData::group)));
    return node.set("all", group(aggregation.whole()));
  }

  private static ObjectNode group(Group group) {
    ObjectNode node = NODES.objectNode();
    node.put("name", group.name());
    node.put("test_cases", group.comparable());
    node.set("regressions", statistics(group.regressions()));
    node.set("improvements", statistics(group.improvements()));
    node.set("relevant", statistics(group.relevant()));
    node.set("total", total(group.total().before(), group.total().after(), group.total().change()));
    return node;
  }

  static ObjectNode total(double before, double after, double change) {
    return NODES.objectNode().put("before", before).put("after", after).put("change", change);
  }

  static ObjectNode summary(ComparisonSummary summary) {
    ObjectNode node = NODES.objectNode();
    node.set("primary", category(summary.primary()));
    return node.set("secondary", category(summary.secondary()));
  }

  static ObjectNode category(CategorySummary category) {
    ObjectNode node = NODES.objectNode().put("direction", category.direction().label());
    node.set("regressions", statistics(category.regressions()));
    node.set("improvements", statistics(category.improvements()));
    return node.set("all", statistics(category.all()));
  }

  private static ObjectNode statistics(Optional<ChangeStatistics> statistics) {
    Optional<Figures> figures = statistics.flatMap(ChangeStatistics::figures);
    return NODES
        .objectNode()
        .put("count", statistics.map(ChangeStatistics::count).orElse(0))
        .put("from_zero", statistics.map(ChangeStatistics::fromZero).orElse(0))
        .put("mean", figures.map(Figures::mean).orElse(null))
        .put("smallest", figures.map(Figures::smallest).orElse(null))
        .put("largest", figures.map(Figures::largest).orElse(null));
  }
}
