package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendComparison.BackendPair;
import dev.perftriage.analysis.TotalChange;
import dev.perftriage.report.BackendReport;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison of two backends for programs: the same rows in every format, largest difference
 * first. {@code backends.schema.json} describes the fields.
 */
public final class BackendData {

  private static final String COLUMNS =
      "metric,benchmark,profile,scenario,target,before_backend,after_backend,before,after,change,"
          + "commit";

  private BackendData() {}

  /** The whole comparison as one JSON document, ending with a newline. */
  public static String json(BackendReport report) {
    BackendComparison leading = report.leading();
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("commit", leading.artifact().commit().text())
            .put("before_backend", leading.before())
            .put("after_backend", leading.after());
    return Json.document(
        root.set("comparisons", Json.array(report.metrics().stream().map(BackendData::metric))));
  }

  private static ObjectNode metric(BackendComparison backends) {
    TotalChange total = backends.total();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("metric", backends.metric().name());
    node.set("total", SelectionData.total(total.before(), total.after(), total.change()));
    node.set("geometric_mean", SelectionData.mean(backends.geometricMean()));
    node.set("cases", Json.array(rows(backends)));
    return node.set("unpaired", Json.array(backends.unpaired().stream().map(SelectionData::names)));
  }

  /** One JSON object per pair, each on its own line. */
  public static String jsonLines(BackendReport report) {
    return Json.lines(report.metrics().stream().flatMap(BackendData::rows));
  }

  /** CSV as in RFC 4180, one pair per line. */
  public static String csv(BackendReport report) {
    return Csv.render(
        List.of(COLUMNS.split(",")), report.metrics().stream().flatMap(BackendData::rows).toList());
  }

  private static Stream<ObjectNode> rows(BackendComparison backends) {
    return backends.pairs().stream().map(pair -> row(backends, pair));
  }

  private static ObjectNode row(BackendComparison backends, BackendPair pair) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("metric", backends.metric().name())
        .put("benchmark", pair.testCase().benchmark())
        .put("profile", pair.testCase().profile())
        .put("scenario", pair.testCase().scenario())
        .put("target", pair.testCase().target())
        .put("before_backend", backends.before())
        .put("after_backend", backends.after())
        .put("before", pair.before())
        .put("after", pair.after())
        .put("change", pair.change())
        .put("commit", backends.artifact().commit().text());
    SelectionData.putFurther(row, pair.testCase());
    return row;
  }
}
