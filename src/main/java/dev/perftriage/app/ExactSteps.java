package dev.perftriage.app;

import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.LevelReport.ValueSource;
import dev.perftriage.source.DataSources;
import java.util.ArrayList;
import java.util.List;

/** Replaces the values around steps by those of comparisons, which have all their digits. */
record ExactSteps(DataSources sources, Metric metric) {

  /**
   * The same test case with the values on either side of each step as in the comparison of the two
   * merges.
   *
   * @throws dev.perftriage.model.DataException if a comparison is unavailable
   */
  CaseLine of(CaseLine line) {
    if (line.source() == ValueSource.COMPARISONS) {
      return line;
    }
    List<Point> points = new ArrayList<>(line.points());
    for (Step step : line.levels().notable()) {
      Sha before = points.get(step.previous()).merge().sha();
      Sha after = points.get(step.merge()).merge().sha();
      sources.comparisons().get(ComparisonQuery.of(before, after, metric)).compile().stream()
          .filter(one -> one.testCase().equals(line.testCase()))
          .forEach(
              one -> {
                replace(points, step.previous(), one.result().before());
                replace(points, step.merge(), one.result().after());
              });
    }
    return HistoryRun.line(line.testCase(), points, Reverts.NONE);
  }

  private static void replace(List<Point> points, int place, double value) {
    Point point = points.get(place);
    points.set(place, new Point(point.merge(), point.time(), value, false));
  }
}
