package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.LevelReport;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.prose.LevelSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SummarySentences;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Small multiples: one panel for each test case, a single one over the whole width. */
final class LevelChart {

  private static final int COLUMNS = 2;
  private static final int HEIGHT_OF_ONE = 260;
  private static final int HEIGHT_OF_SEVERAL = 150;
  private static final int AXIS_HEIGHT = 20;
  private static final int GUTTER = 16;

  private LevelChart() {}

  static Chart of(LevelReport report) {
    return new Chart(words(report), width -> plot(report, width));
  }

  private static Plot plot(LevelReport report, double width) {
    int cases = report.cases().size();
    int columns = ChartStyle.isNarrow(width) ? 1 : Math.min(COLUMNS, cases);
    int rows = (cases + columns - 1) / columns;
    int height = cases == 1 ? HEIGHT_OF_ONE : HEIGHT_OF_SEVERAL;
    return new Plot(
        new Frame(0, 0, GAP, 0),
        Axis.columns(columns),
        Axis.rows(rows),
        rows * height + GAP,
        canvas -> draw(canvas, report, columns, height));
  }

  private static void draw(Canvas canvas, LevelReport report, int columns, int height) {
    for (int i = 0; i < report.cases().size(); i++) {
      int column = i % columns;
      int row = i / columns;
      double left = canvas.x(column) + (column == 0 ? 0 : GUTTER / 2.0);
      double right = canvas.x(column + 1.0) - (column == columns - 1 ? 1 : GUTTER / 2.0);
      Rectangle2D place =
          new Rectangle2D.Double(
              left, canvas.y(row), right - left, (double) height - AXIS_HEIGHT - GAP);
      LevelPanel panel = LevelPanel.in(canvas, place, report.cases().get(i), report.metric());
      panel.draw();
      panel.drawEnds(place.getMaxY() + AXIS_HEIGHT / 2.0);
    }
  }

  private static ChartWords words(LevelReport report) {
    List<CaseLine> cases = report.cases();
    CaseLine first = cases.get(0);
    String what =
        cases.size() == 1
            ? first.testCase().toString()
            : Numbers.counted(cases.size(), "test case");
    String range =
        "%s to %s"
            .formatted(
                LevelSentences.named(first.first(), Markup.NONE),
                LevelSentences.named(first.last(), Markup.NONE));
    String outcome = new LevelSentences(first).outcome().in(Markup.NONE);
    boolean isInterpolated =
        cases.stream().flatMap(line -> line.points().stream()).anyMatch(Point::isInterpolated);
    String more =
        report.moreCases() == 0
            ? ""
            : " %s selected as well %s not shown."
                .formatted(
                    Numbers.counted(report.moreCases(), "test case"),
                    report.moreCases() == 1 ? "is" : "are");
    return new ChartWords(
        "levels",
        cases.size() == 1 ? SummarySentences.capitalized(outcome) : what,
        "Since when? %s%s, %s"
            .formatted(cases.size() == 1 ? what + ", " : "", report.metric(), range),
        "A dot is the value measured at a merge, against the first level; grey lines are the"
            + " levels, and an upright line marks a step that lasted."
            + marks(cases)
            + (isInterpolated ? " Short ticks were not measured but carried over." : "")
            + more,
        "Values of %s by %s, %s; %s".formatted(what, report.metric(), range, outcome));
  }

  /** What the marks of the steps mean; empty without any. */
  private static String marks(List<CaseLine> cases) {
    Set<VerdictMark> found =
        cases.stream()
            .flatMap(line -> line.levels().notable().stream())
            .map(step -> VerdictMark.of(step.verdict()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(VerdictMark.class)));
    return found.isEmpty()
        ? ""
        : " What became of the steps: %s."
            .formatted(found.stream().map(VerdictMark::labelled).collect(Collectors.joining(", ")));
  }
}
