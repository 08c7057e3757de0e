package dev.perftriage.log.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.history.HistoryCounts;
import dev.perftriage.log.history.HistoryGroup;
import dev.perftriage.log.history.HistoryGroup.Grouping;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.data.Csv;
import dev.perftriage.report.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The weeks as CSV and as JSON. Means, ranges and maxima are in percent, with the decimals that the
 * logs print. Missing values are null in JSON and empty cells in CSV.
 */
public final class HistoryData {

  private HistoryData() {}

  /** An array of weeks, ending with a newline. */
  public static String json(List<HistoryWeek> weeks) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (HistoryWeek week : weeks) {
      ObjectNode node = week(week);
      all.add(node);
      for (SummaryRow.RowKind kind : SummaryRow.RowKind.values()) {
        putFigures(node.putObject(name(kind)), "", week.figures(kind));
      }
    }
    return Json.document(all);
  }

  /**
   * A header line and a line for each week; each kind of change has five columns.
   *
   * @param weeks at least one
   */
  public static String csv(List<HistoryWeek> weeks) {
    List<ObjectNode> rows = new ArrayList<>();
    for (HistoryWeek week : weeks) {
      ObjectNode row = week(week);
      for (SummaryRow.RowKind kind : SummaryRow.RowKind.values()) {
        putFigures(row, name(kind) + "_", week.figures(kind));
      }
      rows.add(row);
    }
    return table(rows);
  }

  /** An array of groups, ending with a newline. */
  public static String json(List<HistoryGroup> groups, Grouping by) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    groups.forEach(group -> all.add(group(group, by)));
    return Json.document(all);
  }

  /**
   * A header line and a line for each group.
   *
   * @param groups at least one
   */
  public static String csv(List<HistoryGroup> groups, Grouping by) {
    return table(groups.stream().map(group -> group(group, by)).toList());
  }

  private static String table(List<ObjectNode> rows) {
    List<String> columns = new ArrayList<>();
    rows.get(0).fieldNames().forEachRemaining(columns::add);
    return Csv.render(columns, rows);
  }

  private static ObjectNode group(HistoryGroup group, Grouping by) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(by.name().toLowerCase(Locale.ROOT), group.name());
    node.put("logs", group.weeks().size());
    node.put("first", group.weeks().get(0).date().toString());
    node.put("last", group.weeks().get(group.weeks().size() - 1).date().toString());
    return put(node, group);
  }

  private static ObjectNode week(HistoryWeek week) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("date", week.date().toString());
    node.put("triager", String.join(", ", week.triagers()));
    node.put("start", week.log().firstRevision().orElse(null));
    node.put("end", week.log().lastRevision().orElse(null));
    return put(node, week);
  }

  private static ObjectNode put(ObjectNode node, HistoryCounts counts) {
    node.put("merges", counts.merges().isPresent() ? counts.merges().getAsInt() : null);
    node.put("regressions", counts.entries(SectionKind.REGRESSIONS));
    node.put("improvements", counts.entries(SectionKind.IMPROVEMENTS));
    node.put("mixed", counts.entries(SectionKind.MIXED));
    node.put("rollups", counts.rollups());
    node.put("noise", counts.noise(NoiseClaim.WHOLE));
    node.put("noise_part", counts.noise(NoiseClaim.PART));
    return node.put("noise_hedged", counts.noise(NoiseClaim.HEDGED));
  }

  private static void putFigures(ObjectNode node, String prefix, Optional<SummaryFigures> figures) {
    node.put(prefix + "count", figures.map(SummaryFigures::count).orElse(null));
    node.put(prefix + "mean", figures.flatMap(SummaryFigures::mean).orElse(null));
    Optional<SummaryFigures.Range> range = figures.flatMap(SummaryFigures::range);
    node.put(prefix + "smallest", range.map(SummaryFigures.Range::smallest).orElse(null));
    node.put(prefix + "largest", range.map(SummaryFigures.Range::largest).orElse(null));
    node.put(prefix + "max", figures.flatMap(SummaryFigures::max).orElse(null));
  }

  private static String name(SummaryRow.RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
