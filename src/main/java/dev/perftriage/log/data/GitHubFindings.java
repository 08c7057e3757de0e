package dev.perftriage.log.data;

import dev.perftriage.log.check.Finding;
import dev.perftriage.report.PlainText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The findings of a log check as commands of a GitHub workflow, which annotate the lines of a pull
 * request.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
 *     commands</a>
 */
public final class GitHubFindings {

  private GitHubFindings() {}

  /**
   * One line for each finding, in the order of the map: an error, or a notice if it was repaired.
   *
   * @param repaired the findings of a file that were repaired in it
   */
  public static String render(
      Map<String, List<Finding>> findingsByFile, Function<String, List<Finding>> repaired) {
    StringBuilder lines = new StringBuilder();
    findingsByFile.forEach(
        (file, findings) ->
            findings.forEach(
                finding ->
                    lines.append(line(file, finding, repaired.apply(file).contains(finding)))));
    return lines.toString();
  }

  private static String line(String file, Finding finding, boolean repaired) {
    return "::%s file=%s,line=%s,title=%s::%s%s\n"
        .formatted(
            repaired ? "notice" : "error",
            property(file),
            finding.line(),
            property(finding.rule()),
            data(finding.message()),
            repaired ? " (repaired)" : "");
  }

  private static String data(String text) {
    return PlainText.onOneLine(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
