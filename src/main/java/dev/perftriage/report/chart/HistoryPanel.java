package dev.perftriage.report.chart;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Merge;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.report.CaseScale;
import dev.perftriage.report.History;
import dev.perftriage.report.History.CaseHistory;
import dev.perftriage.report.History.Change;
import dev.perftriage.report.History.Value;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.VerdictWords;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A panel with one test case's values, relative to the level before one change. */
record HistoryPanel(
    Canvas canvas, CaseHistory history, List<Merge> merges, CaseScale scale, MetricUnit unit) {

  private static final int LINE = 14;
  private static final int GAP = 4;
  private static final int TITLE = 2 * LINE + GAP;
  private static final int TICKS = 50;
  private static final double ROOM = 0.1;
  private static final double DOT = 1.6;
  private static final double CROSS = 2.5;

  /** The panel in a part of a canvas, with its title, ticks and plot. */
  static HistoryPanel in(Canvas whole, Rectangle2D room, CaseHistory history, History all) {
    List<Merge> merges = all.merges();
    CaseScale scale = CaseScale.of(history.headline().judged(), history.values());
    double span = scale.highest() - scale.lowest();
    double lowest = scale.lowest() - ROOM * span;
    double reach = (1 + 2 * ROOM) * span;
    Rectangle2D area =
        Shapes.rectangle(
            room.getMinX() + TICKS, room.getMinY() + TITLE, room.getMaxX(), room.getMaxY());
    double slot = area.getWidth() / merges.size();
    Canvas canvas =
        new Canvas(
            whole.graphics(),
            area,
            merge -> area.getMinX() + (merge + 0.5) * slot,
            relative -> area.getMaxY() - (relative - lowest) / reach * area.getHeight());
    return new HistoryPanel(
        canvas, history, merges, scale, MetricUnit.of(all.metric(), history.testCase()));
  }

  void draw() {
    double left = canvas.left();
    double right = canvas.right();
    canvas.band(canvas.y(scale.threshold()), canvas.y(-scale.threshold()));
    canvas.line(left, canvas.y(0), right, canvas.y(0), ChartStyle.NOT_RELEVANT);
    drawTicks();
    Change headline = history.headline();
    double at = canvas.x(headline.merge());
    canvas.dashes(at, canvas.top(), at, canvas.bottom(), color(headline));
    drawLine();
    drawValues();
    history.changes().forEach(this::drawChange);
    drawTitle(history.testCase().toString(), LINE / 2.0, ChartStyle.INK);
    drawTitle(outcome(headline), 1.5 * LINE, color(headline));
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

  /** Names the first and the last merge of the window. */
  void drawEnds(double middle) {
    String first = Markup.NONE.merge(merges.get(0));
    canvas.note(first, canvas.left(), middle, Align.FROM);
    if (merges.size() > 1) {
      String last = Markup.NONE.merge(merges.get(merges.size() - 1));
      canvas.note(last, canvas.right(), middle, Align.UP_TO);
    }
  }

  /** Labels the level and the end of the scale further from it, so that labels never overlap. */
  private void drawTicks() {
    double right = canvas.left() - GAP;
    canvas.note("0%", right, canvas.y(0), Align.UP_TO);
    double furthest = scale.highest() >= -scale.lowest() ? scale.highest() : scale.lowest();
    String tick = ChartFonts.fitted(ChartWords.change(furthest), TICKS - GAP);
    canvas.note(tick, right, canvas.y(furthest), Align.UP_TO);
  }

  /** Connects the values of neighbouring merges only. */
  private void drawLine() {
    Path2D line = new Path2D.Double();
    int last = Integer.MIN_VALUE;
    for (Value value : history.values()) {
      if (value.merge() == last + 1) {
        line.lineTo(canvas.x(value.merge()), y(value));
      } else {
        line.moveTo(canvas.x(value.merge()), y(value));
      }
      last = value.merge();
    }
    canvas.outline(line, ChartStyle.NOT_RELEVANT, 1f);
  }

  private void drawValues() {
    Path2D crosses = new Path2D.Double();
    List<Point2D> dots = new ArrayList<>();
    for (Value value : history.values()) {
      double x = canvas.x(value.merge());
      double y = y(value);
      if (scale.isBeyond(value.value())) {
        crosses.moveTo(x - CROSS, y - CROSS);
        crosses.lineTo(x + CROSS, y + CROSS);
        crosses.moveTo(x - CROSS, y + CROSS);
        crosses.lineTo(x + CROSS, y - CROSS);
      } else {
        dots.add(new Point2D.Double(x, y));
      }
    }
    canvas.dots(dots, DOT, ChartStyle.INK);
    if (crosses.getCurrentPoint() != null) {
      canvas.outline(crosses, ChartStyle.INK, 1f);
    }
  }

  private void drawChange(Change change) {
    JudgedChange judged = change.judged();
    double x = canvas.x(change.merge());
    double y = canvas.y(scale.place(judged.change().result().after()));
    canvas.withTooltip(
        () ->
            "%s: %s, %s to %s"
                .formatted(
                    history.testCase(),
                    outcome(change),
                    Numbers.value(judged.change().result().before(), unit),
                    Numbers.value(judged.change().result().after(), unit)),
        () -> VerdictSymbol.draw(canvas, change.mark(), x, y, color(change)));
  }

  private String outcome(Change change) {
    return "%s at %s: %s"
        .formatted(
            ChartWords.signed(change.judged().change()),
            Markup.NONE.merge(merges.get(change.merge())),
            change.mark().symbol() + " " + VerdictWords.verdict(change.judged()));
  }

  private static Color color(Change change) {
    return ChangeKind.of(change.judged().change()).color();
  }

  private double y(Value value) {
    return canvas.y(scale.place(value.value()));
  }
}
