package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.CategorySummary;
import dev.perftriage.analysis.ChangeStatistics;
import dev.perftriage.analysis.ComparisonSummary;
import java.util.Optional;

/** The figures of a summary table, by category, as every JSON has them. */
final class SummaryData {

  private SummaryData() {}

  static ObjectNode of(ComparisonSummary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("primary", category(summary.primary()));
    node.set("secondary", category(summary.secondary()));
    return node;
  }

  static ObjectNode category(CategorySummary category) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("direction", category.direction().label());
    statistics(node.putObject("regressions"), category.regressions());
    statistics(node.putObject("improvements"), category.improvements());
    statistics(node.putObject("all"), category.all());
    return node;
  }

  static void statistics(ObjectNode node, Optional<ChangeStatistics> statistics) {
    node.put("count", statistics.map(ChangeStatistics::count).orElse(0));
    node.put("mean", statistics.map(ChangeStatistics::mean).filter(Double::isFinite).orElse(null));
    node.put(
        "smallest",
        statistics.map(ChangeStatistics::smallest).filter(Double::isFinite).orElse(null));
    node.put(
        "largest", statistics.map(ChangeStatistics::largest).filter(Double::isFinite).orElse(null));
  }
}
