package dev.perftriage.report.chart;

import dev.perftriage.analysis.noise.CaseLevels.Level;
import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.chart.Canvas.Align;
import dev.perftriage.report.prose.LevelSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.Markup.Phrase;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** A panel with one test case's values, levels and steps. */
record LevelPanel(Canvas canvas, CaseLine line, MetricUnit unit, double lowest, double highest) {

  private static final int LINE = 14;
  private static final int GAP = 4;
  private static final int TITLE = 2 * LINE + GAP;
  private static final int TICKS = 56;
  private static final double MARGIN = 0.12;
  private static final double DOT = 1.6;
  private static final double TICK = 3;

  /** The smallest height of a scale, as a fraction of the values: equal values need one, too. */
  private static final double LEAST_SPAN = 1e-4;

  /** The panel in a part of a canvas, with its title, ticks and plot. */
  static LevelPanel in(Canvas whole, Rectangle2D place, CaseLine line, Metric metric) {
    DoubleSummaryStatistics values =
        line.points().stream()
            .filter(Point::isMeasured)
            .mapToDouble(Point::value)
            .summaryStatistics();
    double least = Math.max(Double.MIN_NORMAL, LEAST_SPAN * Math.abs(values.getMax()));
    double span = Math.max(values.getMax() - values.getMin(), least);
    double bottom = values.getMin() - MARGIN * span;
    double reach = (1 + 2 * MARGIN) * span;
    Rectangle2D area =
        Shapes.rectangle(
            place.getMinX() + TICKS, place.getMinY() + TITLE, place.getMaxX(), place.getMaxY());
    double slot = area.getWidth() / line.points().size();
    Canvas canvas =
        new Canvas(
            whole.graphics(),
            area,
            merge -> area.getMinX() + (merge + 0.5) * slot,
            value -> area.getMaxY() - (value - bottom) / reach * area.getHeight());
    return new LevelPanel(
        canvas, line, MetricUnit.of(metric, line.testCase()), values.getMin(), values.getMax());
  }

  void draw() {
    canvas.line(canvas.left(), canvas.bottom(), canvas.right(), canvas.bottom(), ChartStyle.GRID);
    drawTicks();
    line.levels().levels().forEach(this::drawLevel);
    drawPoints();
    List<Step> steps = line.levels().notable();
    steps.stream().filter(step -> !step.isLasting()).forEach(this::drawStep);
    steps.stream().filter(Step::isLasting).forEach(this::drawStep);
    drawTitle(line.testCase().toString(), LINE / 2.0, ChartStyle.INK);
    Color color = line.levels().lastLasting().map(LevelPanel::color).orElse(ChartStyle.MUTED);
    drawTitle(title().in(Markup.NONE), 1.5 * LINE, color);
  }

  /** The outcome, as far as there is space for it. */
  private Phrase title() {
    LevelSentences sentences = new LevelSentences(line);
    double width = canvas.area().getWidth() + TICKS;
    return ChartFonts.width(sentences.outcome().in(Markup.NONE)) <= width
        ? sentences.outcome()
        : sentences.brief();
  }

  /** Names the first and the last merge. */
  void drawEnds(double middle) {
    canvas.note(LevelSentences.named(line.first(), Markup.NONE), canvas.left(), middle, Align.FROM);
    canvas.note(
        LevelSentences.named(line.last(), Markup.NONE), canvas.right(), middle, Align.UP_TO);
  }

  private void drawTitle(String text, double below, Color color) {
    canvas.text(
        ChartFonts.fitted(text, canvas.area().getWidth() + TICKS),
        canvas.left() - TICKS,
        canvas.top() - TITLE + below,
        Align.FROM,
        ChartFonts.LABEL,
        color);
  }

  private void drawTicks() {
    drawTick(highest);
    if (canvas.y(lowest) - canvas.y(highest) >= LINE) {
      drawTick(lowest);
    }
  }

  /** A value as a change from the first level, or as it is if that level is zero. */
  private void drawTick(double value) {
    double first = line.levels().levels().get(0).value();
    String change =
        first == 0 ? Numbers.value(value, unit) : Numbers.finePercent(value / first - 1);
    String tick = (first != 0 && value > first ? "+" : "") + change;
    canvas.note(
        ChartFonts.fitted(tick, TICKS - GAP), canvas.left() - GAP, canvas.y(value), Align.UP_TO);
  }

  private void drawLevel(Level level) {
    double y = canvas.y(level.value());
    double half = canvas.area().getWidth() / line.points().size() / 2;
    canvas.line(
        canvas.x(level.first()) - half,
        y,
        canvas.x(level.last()) + half,
        y,
        ChartStyle.NOT_RELEVANT,
        2f);
  }

  /** Measured values are dots, interpolated ones upright ticks. */
  private void drawPoints() {
    List<Point2D> measured = new ArrayList<>();
    Path2D interpolated = new Path2D.Double();
    for (int i = 0; i < line.points().size(); i++) {
      Point point = line.points().get(i);
      boolean isOnScale = point.value() >= lowest && point.value() <= highest;
      double x = canvas.x(i);
      double y = canvas.y(point.value());
      if (isOnScale && point.isMeasured()) {
        measured.add(new Point2D.Double(x, y));
      } else if (isOnScale) {
        interpolated.moveTo(x, y - TICK);
        interpolated.lineTo(x, y + TICK);
      }
    }
    if (interpolated.getCurrentPoint() != null) {
      canvas.outline(interpolated, ChartStyle.NOT_RELEVANT, 1f);
    }
    canvas.dots(measured, DOT, ChartStyle.INK);
  }

  private void drawStep(Step step) {
    double x = canvas.x(step.merge());
    double y = canvas.y(step.after());
    if (step.isLasting()) {
      canvas.dashes(x, canvas.top(), x, canvas.bottom(), color(step));
    }
    canvas.withTooltip(
        () ->
            "%s: %s at %s, %s, %s to %s"
                .formatted(
                    line.testCase(),
                    LevelSentences.change(step),
                    LevelSentences.named(line.at(step), Markup.NONE),
                    new LevelSentences(line).verdict(step),
                    Numbers.value(step.before(), unit),
                    Numbers.value(step.after(), unit)),
        () -> VerdictSymbol.draw(canvas, VerdictMark.of(step.verdict()), x, y, color(step)));
  }

  private static Color color(Step step) {
    return step.change() > 0 ? ChartStyle.REGRESSION : ChartStyle.IMPROVEMENT;
  }
}
