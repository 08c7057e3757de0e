package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.noise.CaseLevels.Level;
import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.Merge;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The levels of test cases for programs: numbers in full, changes as fractions. {@code
 * history.schema.json} describes the fields.
 */
public final class LevelData {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> COLUMNS =
      List.of(
          "metric",
          "benchmark",
          "profile",
          "scenario",
          "backend",
          "target",
          "commit",
          "pr",
          "time",
          "value",
          "interpolated",
          "level",
          "change",
          "verdict",
          "source");

  private LevelData() {}

  /** One document, ending with a newline. */
  public static String json(LevelReport report) {
    ObjectNode root = NODES.objectNode().put("metric", report.metric().name());
    root.put("more_test_cases", report.moreCases());
    root.set("test_cases", Json.array(report.cases().stream().map(line -> line(line, report))));
    return Json.document(root);
  }

  private static ObjectNode line(CaseLine line, LevelReport report) {
    ObjectNode node = SelectionData.names(line.testCase());
    node.put("source", source(line));
    List<Step> steps = line.levels().steps();
    node.put("last_lasting_step", line.levels().lastLasting().map(steps::indexOf).orElse(null));
    node.set("steps", Json.array(steps.stream().map(step -> step(step, line, report))));
    node.set(
        "levels", Json.array(line.levels().levels().stream().map(level -> level(level, line))));
    return node.set("merges", Json.array(line.points().stream().map(LevelData::point)));
  }

  private static String source(CaseLine line) {
    return line.source().name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode step(Step step, CaseLine line, LevelReport report) {
    Point point = line.at(step);
    ObjectNode node = merge(point);
    node.put("title", report.title(point.merge()).orElse(null));
    node.put("change", step.change());
    node.put("level_before", step.before());
    node.put("level_after", step.after());
    node.put("value_before", line.points().get(step.previous()).value());
    node.put("value_after", point.value());
    node.put("verdict", step.verdict().label());
    Merge other = step.other() < 0 ? null : line.points().get(step.other()).merge();
    return node.put("other_commit", other == null ? null : other.sha().text())
        .put("other_pr", other == null ? null : other.pr());
  }

  private static ObjectNode level(Level level, CaseLine line) {
    return NODES
        .objectNode()
        .put("first", line.points().get(level.first()).merge().sha().text())
        .put("last", line.points().get(level.last()).merge().sha().text())
        .put("values", level.count())
        .put("level", level.value());
  }

  private static ObjectNode point(Point point) {
    return merge(point).put("value", point.value()).put("interpolated", point.isInterpolated());
  }

  private static ObjectNode merge(Point point) {
    return NODES
        .objectNode()
        .put("commit", point.merge().sha().text())
        .put("pr", point.merge().pr())
        .put("time", point.time().map(Instant::toString).orElse(null));
  }

  /** One merge of a test case per line; change and verdict where the level changes. */
  public static String csv(LevelReport report) {
    List<ObjectNode> rows = new ArrayList<>();
    for (CaseLine line : report.cases()) {
      IntStream.range(0, line.points().size()).forEach(at -> rows.add(row(line, at, report)));
    }
    return Csv.render(COLUMNS, rows);
  }

  private static ObjectNode row(CaseLine line, int at, LevelReport report) {
    ObjectNode row = NODES.objectNode().put("metric", report.metric().name());
    row.setAll(SelectionData.names(line.testCase()));
    row.setAll(point(line.points().get(at)));
    line.levels().levels().stream()
        .filter(level -> level.first() <= at && at <= level.last())
        .findFirst()
        .ifPresent(level -> row.put("level", level.value()));
    line.levels().steps().stream()
        .filter(step -> step.merge() == at)
        .findFirst()
        .ifPresent(step -> row.put("change", step.change()).put("verdict", step.verdict().label()));
    return row.put("source", source(line));
  }
}
