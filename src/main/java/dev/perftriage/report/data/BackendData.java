package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.BackendComparison;
import dev.perftriage.analysis.BackendPair;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.BackendReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two backends of one commit for programs: the same rows in every format, the largest difference
 * first. {@code backends.schema.json} says what each field means.
 */
public final class BackendData {

  private static final List<String> COLUMNS =
      List.of(
          "metric",
          "benchmark",
          "profile",
          "scenario",
          "target",
          "before_backend",
          "after_backend",
          "before",
          "after",
          "change",
          "commit");

  private BackendData() {}

  /** The whole comparison as one JSON document, ending with a newline. */
  public static String json(BackendReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    BackendComparison leading = report.leading();
    root.put("commit", leading.artifact().commit().text());
    root.put("before_backend", leading.before());
    root.put("after_backend", leading.after());
    ArrayNode comparisons = root.putArray("comparisons");
    for (BackendComparison backends : report.metrics()) {
      ObjectNode node = comparisons.addObject();
      node.put("metric", backends.metric().name());
      BackendComparison.BackendTotal total = backends.total();
      node.set(
          "total",
          Json.finite(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("before", total.before())
                  .put("after", total.after())
                  .put("change", total.change())));
      node.set("geometric_mean", JsonSlice.mean(backends.geometricMean()));
      ArrayNode cases = node.putArray("cases");
      rows(backends).forEach(row -> cases.add(Json.finite(row)));
      ArrayNode unpaired = node.putArray("unpaired");
      for (TestCase testCase : backends.unpaired()) {
        unpaired
            .addObject()
            .put("benchmark", testCase.benchmark())
            .put("profile", testCase.profile())
            .put("scenario", testCase.scenario())
            .put("backend", testCase.backend())
            .put("target", testCase.target());
      }
    }
    return Json.document(root);
  }

  /** A JSON object a line. */
  public static String jsonLines(BackendReport report) {
    return report.metrics().stream()
        .flatMap(BackendData::rows)
        .map(row -> Json.line(Json.finite(row)))
        .collect(Collectors.joining());
  }

  /** CSV by RFC 4180. */
  public static String csv(BackendReport report) {
    return Csv.render(COLUMNS, report.metrics().stream().flatMap(BackendData::rows).toList());
  }

  private static Stream<ObjectNode> rows(BackendComparison backends) {
    return backends.pairs().stream().map(pair -> row(backends, pair));
  }

  private static ObjectNode row(BackendComparison backends, BackendPair pair) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("metric", backends.metric().name())
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
  }
}
