package dev.perftriage.log.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.log.check.Finding;
import dev.perftriage.report.data.Json;
import java.util.List;
import java.util.Map;

/** What a check found as JSON: an array of {@code file}, {@code line}, {@code rule}, message. */
public final class JsonFindings {

  private JsonFindings() {}

  /**
   * The findings of some files, in the order of the map, ending with a newline.
   *
   * @param repaired whether what can be repaired was
   */
  public static String render(Map<String, List<Finding>> findingsByFile, boolean repaired) {
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
                        .put("repaired", repaired && finding.isRepairable())));
    return Json.document(all);
  }
}
