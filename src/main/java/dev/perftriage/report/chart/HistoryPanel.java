package dev.perftriage.report.chart;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Merge;
import dev.perftriage.report.CaseHistory;
import dev.perftriage.report.CaseHistory.Change;
import dev.perftriage.report.CaseHistory.Value;
import dev.perftriage.report.CaseScale;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.VerdictWords;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A panel with one test case's values, relative to the level before its largest change. */
final class HistoryPanel {

  private static final int LINE = 14;
  private static final int TICKS = 50;
  private static final int GAP = 4;
  private static final double ROOM = 0.1;
  private static final double DOT = 1.6;
  private static final double CROSS = 2.5;
  private static final double MARK = 4;

  private final Canvas canvas;
  private final Rectangle2D room;
  private final CaseHistory history;
  private final List<Merge> merges;
  private final Font font;
  private final Change largest;
  private final CaseScale scale;

  HistoryPanel(
      Canvas canvas, Rectangle2D room, CaseHistory history, List<Merge> merges, Font font) {
    this.canvas = canvas;
    this.room = room;
    this.history = history;
    this.merges = merges;
    this.font = font;
    this.largest = history.largest();
    this.scale = CaseScale.of(largest.judged(), history.values());
  }

  void draw() {
    ChartStyle style = ChartStyle.STANDARD;
    double left = left();
    double right = room.getMaxX();
    canvas.box(left, y(scale.threshold()), right, y(-scale.threshold()), style.grid());
    canvas.line(left, y(0), right, y(0), style.notRelevant(), 1f);
    drawTicks();
    JudgedChange judged = largest.judged();
    Color color = color(judged);
    double at = x(largest.merge());
    canvas.dashes(at, top(), at, room.getMaxY(), color);
    drawLine();
    drawValues();
    history.changes().forEach(this::drawChange);
    double widest = room.getWidth();
    canvas.text(
        ChartFonts.fitted(history.testCase().toString(), font, widest),
        room.getMinX(),
        room.getMinY() + LINE / 2.0,
        Canvas.Align.FROM,
        font,
        style.ink());
    canvas.text(
        ChartFonts.fitted(outcome(largest), font, widest),
        room.getMinX(),
        room.getMinY() + 1.5 * LINE,
        Canvas.Align.FROM,
        font,
        color);
  }

  /** Names the first and the last merge of the window. */
  void drawEnds(double middle) {
    Color muted = ChartStyle.STANDARD.muted();
    Merge first = merges.get(0);
    Merge last = merges.get(merges.size() - 1);
    canvas.text(Markup.NONE.merge(first), left(), middle, Canvas.Align.FROM, font, muted);
    if (merges.size() > 1) {
      canvas.text(Markup.NONE.merge(last), room.getMaxX(), middle, Canvas.Align.UP_TO, font, muted);
    }
  }

  /** The level and whichever end is further from it: the two are never close. */
  private void drawTicks() {
    Color muted = ChartStyle.STANDARD.muted();
    double right = left() - GAP;
    canvas.text("0%", right, y(0), Canvas.Align.UP_TO, font, muted);
    double furthest = scale.highest() >= -scale.lowest() ? scale.highest() : scale.lowest();
    String tick = ChartFonts.fitted(Ticks.change(furthest), font, TICKS - GAP);
    canvas.text(tick, right, y(furthest), Canvas.Align.UP_TO, font, muted);
  }

  /** Joins the values of neighbouring merges, and no others. */
  private void drawLine() {
    Path2D line = new Path2D.Double();
    int last = Integer.MIN_VALUE;
    for (Value value : history.values()) {
      if (value.merge() == last + 1) {
        line.lineTo(x(value.merge()), y(scale.place(value.value())));
      } else {
        line.moveTo(x(value.merge()), y(scale.place(value.value())));
      }
      last = value.merge();
    }
    canvas.outline(line, ChartStyle.STANDARD.notRelevant(), 1f);
  }

  private void drawValues() {
    Color ink = ChartStyle.STANDARD.ink();
    Path2D crosses = new Path2D.Double();
    for (Value value : history.values()) {
      double x = x(value.merge());
      double y = y(scale.place(value.value()));
      if (scale.isBeyond(value.value())) {
        crosses.moveTo(x - CROSS, y - CROSS);
        crosses.lineTo(x + CROSS, y + CROSS);
        crosses.moveTo(x - CROSS, y + CROSS);
        crosses.lineTo(x + CROSS, y - CROSS);
      } else {
        canvas.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT), ink);
      }
    }
    if (crosses.getCurrentPoint() != null) {
      canvas.outline(crosses, ink, 1f);
    }
  }

  private void drawChange(Change change) {
    JudgedChange judged = change.judged();
    double x = x(change.merge());
    double y = y(scale.place(judged.change().result().after()));
    canvas.withTooltip(
        () ->
            history.testCase()
                + ": "
                + outcome(change)
                + ", "
                + Numbers.value(judged.change().result().before())
                + " to "
                + Numbers.value(judged.change().result().after()),
        () -> {
          Path2D mark = triangle(x, y, judged.change().isRegression() ? 1 : -1);
          boolean noise = judged.verdict().isNoise();
          canvas.fill(mark, noise ? ChartStyle.STANDARD.background() : color(judged));
          canvas.outline(mark, color(judged), 1.4f);
        });
  }

  private static Path2D triangle(double x, double y, int upwards) {
    Path2D mark = new Path2D.Double();
    mark.moveTo(x, y - upwards * MARK);
    mark.lineTo(x + MARK, y + upwards * MARK);
    mark.lineTo(x - MARK, y + upwards * MARK);
    mark.closePath();
    return mark;
  }

  private String outcome(Change change) {
    JudgedChange judged = change.judged();
    return ChangeKind.of(judged.change()).sign()
        + " "
        + Ticks.change(judged.change().change())
        + " at "
        + Markup.NONE.merge(merges.get(change.merge()))
        + ": "
        + VerdictWords.verdict(judged);
  }

  private static Color color(JudgedChange judged) {
    return ChartStyle.STANDARD.of(ChangeKind.of(judged.change()));
  }

  private double left() {
    return room.getMinX() + TICKS;
  }

  private double top() {
    return room.getMinY() + 2 * LINE + GAP;
  }

  private double x(int merge) {
    double slot = (room.getMaxX() - left()) / merges.size();
    return left() + (merge + 0.5) * slot;
  }

  private double y(double relative) {
    double span = scale.highest() - scale.lowest();
    double from = scale.lowest() - ROOM * span;
    double share = (relative - from) / ((1 + 2 * ROOM) * span);
    return room.getMaxY() - share * (room.getMaxY() - top());
  }
}
