package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Every comparable test case, ordered by change: how broad an effect is. */
final class RankCurve {

  private static final int HEIGHT = 300;
  private static final int LEFT = 56;
  private static final int BOTTOM = 24;
  private static final int TOP = 26;
  private static final int GAP = 6;
  private static final int MOST_BINS = 180;
  private static final int MOST_TICKS = 8;
  private static final double ROOM = 1.08;

  private RankCurve() {}

  static Chart of(Comparison comparison) {
    List<TestCaseChange> changes = comparison.changes();
    ClippedRange range = ClippedRange.of(changes.stream().map(TestCaseChange::change).toList());
    return new Chart(
        words(comparison),
        new Frame(LEFT, GAP, TOP, BOTTOM)
            .plot(
                Frame.hidden(changes.size(), false),
                Frame.changes(null, -range.limit() * ROOM, range.limit() * ROOM, MOST_TICKS),
                canvas -> draw(canvas, comparison, range)),
        HEIGHT);
  }

  private static void draw(Canvas canvas, Comparison comparison, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    Font font = ChartFonts.regular(style.labelSize());
    List<TestCaseChange> changes = comparison.changes();
    for (ChangeKind kind : ChangeKind.values()) {
      Path2D steps = steps(canvas, changes, kind, range);
      if (steps.getCurrentPoint() != null) {
        canvas.fill(steps, style.of(kind));
      }
    }
    drawBreaks(canvas, changes, range);
    for (RankBins bin : RankBins.of(changes, MOST_BINS)) {
      canvas.tooltip(
          bin::label,
          new Rectangle2D.Double(
              canvas.x(bin.firstRank() - 1.0),
              canvas.area().getMinY(),
              canvas.x(bin.lastRank()) - canvas.x(bin.firstRank() - 1.0),
              canvas.area().getHeight()));
    }
    double zero = canvas.y(0);
    canvas.line(canvas.area().getMinX(), zero, canvas.area().getMaxX(), zero, style.ink(), 1f);
    label(canvas, comparison, range, font);
  }

  /** The bars of one kind as a single shape, neighbours joined. */
  private static Path2D steps(
      Canvas canvas, List<TestCaseChange> changes, ChangeKind kind, ClippedRange range) {
    Path2D path = new Path2D.Double();
    double zero = canvas.y(0);
    boolean open = false;
    for (int i = 0; i < changes.size(); i++) {
      boolean ours = ChangeKind.of(changes.get(i)) == kind;
      if (ours) {
        double height = canvas.y(range.clip(changes.get(i).change()));
        if (!open) {
          path.moveTo(canvas.x(i), zero);
        }
        path.lineTo(canvas.x(i), height);
        path.lineTo(canvas.x(i + 1.0), height);
      }
      if (open && !ours) {
        path.lineTo(canvas.x(i), zero);
        path.closePath();
      }
      open = ours;
    }
    if (open) {
      path.lineTo(canvas.x(changes.size()), zero);
      path.closePath();
    }
    return path;
  }

  private static void drawBreaks(Canvas canvas, List<TestCaseChange> changes, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    int below = below(changes, range);
    int above = above(changes, range);
    if (below > 0) {
      double to = canvas.x(below);
      double width = Math.max(8, to - canvas.area().getMinX() + 4);
      double middle = canvas.area().getMinX() + width / 2 - 2;
      canvas.breakAcross(middle, canvas.y(-range.limit()) - 12, width, false, style.background());
    }
    if (above > 0) {
      double from = canvas.x(changes.size() - above);
      double width = Math.max(8, canvas.area().getMaxX() - from + 4);
      double middle = canvas.area().getMaxX() - width / 2 + 2;
      canvas.breakAcross(middle, canvas.y(range.limit()) + 12, width, false, style.background());
    }
  }

  private static void label(Canvas canvas, Comparison comparison, ClippedRange range, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    List<TestCaseChange> changes = comparison.changes();
    double left = canvas.area().getMinX();
    double right = canvas.area().getMaxX();
    int improvements = comparison.ofKind(ChangeKind.IMPROVEMENT).size();
    int regressions = comparison.ofKind(ChangeKind.REGRESSION).size();
    int rest = changes.size() - improvements - regressions;
    double line = canvas.area().getMinY() - TOP / 2.0;
    canvas.text(
        "▼ "
            + Numbers.counted(improvements, "improvement")
            + beyond(below(changes, range), changes, 0),
        left,
        line,
        Canvas.Align.FROM,
        font,
        style.ink());
    canvas.text(
        "▲ "
            + Numbers.counted(regressions, "regression")
            + beyond(above(changes, range), changes, changes.size() - 1),
        right,
        line,
        Canvas.Align.UP_TO,
        font,
        style.ink());
    canvas.text(
        rest + " not relevant (grey)",
        (left + right) / 2,
        canvas.area().getMaxY() + BOTTOM / 2.0,
        Canvas.Align.AROUND,
        font,
        style.muted());
    if (changes.isEmpty()) {
      canvas.text(
          "No test case could be compared.",
          (left + right) / 2,
          canvas.y(0) - 2.0 * GAP,
          Canvas.Align.AROUND,
          font,
          style.muted());
    }
  }

  private static String beyond(int count, List<TestCaseChange> changes, int outermost) {
    return count == 0
        ? ""
        : ", " + count + " beyond the scale, to " + Ticks.change(changes.get(outermost).change());
  }

  private static int below(List<TestCaseChange> changes, ClippedRange range) {
    return (int)
        changes.stream()
            .filter(change -> change.change() < 0 && range.clips(change.change()))
            .count();
  }

  private static int above(List<TestCaseChange> changes, ClippedRange range) {
    return (int)
        changes.stream()
            .filter(change -> change.change() > 0 && range.clips(change.change()))
            .count();
  }

  private static ChartWords words(Comparison comparison) {
    int regressions = comparison.ofKind(ChangeKind.REGRESSION).size();
    int improvements = comparison.ofKind(ChangeKind.IMPROVEMENT).size();
    int all = comparison.changes().size();
    return new ChartWords(
        "rank-curve",
        ChartWords.title("Rank curve", comparison),
        "Every comparable test case from the largest improvement (left) to the largest regression"
            + " (right); grey ones are not relevant. The wider the coloured part, the broader the"
            + " effect, which a mean hides.",
        "Rank curve of "
            + Numbers.counted(all, "test case")
            + " by "
            + comparison.metric()
            + ": "
            + improvements
            + " improved relevantly, "
            + regressions
            + " regressed relevantly, "
            + (all - improvements - regressions)
            + " did not change relevantly.");
  }
}
