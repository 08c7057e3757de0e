package dev.perftriage.log.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.log.check.Finding;
import dev.perftriage.report.data.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The findings of a log check as JSON. */
public final class JsonFindings {

  private JsonFindings() {}

  /**
   * An array of findings, in the order of the map, ending with a newline.
   *
   * @param repaired the findings of a file that were repaired in it
   */
  public static String render(
      Map<String, List<Finding>> findingsByFile, Function<String, List<Finding>> repaired) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    findingsByFile.forEach(
        (file, findings) ->
            findings.forEach(
                finding ->
                    all.addObject()
                        .put("file", file)
                        .put("line", finding.line())
                        .put("rule", finding.rule())
                        .put("message", finding.message())
                        .put("repairable", finding.isRepairable())
                        .put("repaired", repaired.apply(file).contains(finding))));
    return Json.document(all);
  }
}
