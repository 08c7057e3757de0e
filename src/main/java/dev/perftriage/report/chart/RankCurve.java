package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.AXIS_HEIGHT;
import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.IntStream;

/** Every comparable test case, ordered by change: shows how broad an effect is. */
final class RankCurve {

  private static final int HEIGHT = 280;
  private static final int LEFT = 56;
  private static final int LINE = 18;
  private static final int MOST_BINS = 180;
  private static final int MOST_TICKS = 8;
  private static final double BREAK = ChangeScale.BEYOND / 2;
  private static final double LEAST_BREAK = 8;

  /** The height of the strip below the plot, with the gaps around it. */
  private static final int STRIP = 12;

  private static final int STRIP_LINE = 6;

  private RankCurve() {}

  static Chart of(Comparison comparison) {
    return comparison.isSentence()
        ? Chart.empty("rank-curve", comparison.finding(), comparison.sentence("test case"))
        : new Chart(words(comparison), width -> plot(comparison, width));
  }

  private static Plot plot(Comparison comparison, double width) {
    // Side by side, the numbers at the top could be wider than a narrow chart.
    int lines = ChartStyle.isNarrow(width) ? 2 : 1;
    double top = GAP + lines * LINE;
    List<Double> changes = comparison.fractions();
    ChangeScale scale = ChangeScale.of(changes);
    return new Plot(
        new Frame(LEFT, GAP, top, AXIS_HEIGHT + STRIP),
        Axis.columns(changes.size()),
        scale.axis(changes, HEIGHT - AXIS_HEIGHT, GAP, MOST_TICKS),
        top + HEIGHT + STRIP,
        canvas -> draw(canvas, comparison, scale, lines));
  }

  private static void draw(Canvas canvas, Comparison comparison, ChangeScale scale, int lines) {
    List<TestCaseChange> changes = comparison.changes();
    for (ChangeKind kind : ChangeKind.values()) {
      Path2D steps = steps(canvas, changes, kind, scale);
      if (steps.getCurrentPoint() != null) {
        canvas.fill(steps, kind.color());
      }
      if (kind != ChangeKind.NOT_RELEVANT) {
        drawStrip(canvas, changes, kind);
      }
    }
    int below = beyond(changes, scale, -1);
    int above = beyond(changes, scale, 1);
    if (below > 0) {
      drawBreak(canvas, canvas.left(), canvas.x(below), canvas.y(scale.lowest()) + BREAK);
    }
    if (above > 0) {
      double left = canvas.x(changes.size() - above);
      drawBreak(canvas, left, canvas.right(), canvas.y(scale.highest()) - BREAK);
    }
    for (Bin bin : bins(changes, MOST_BINS)) {
      double left = canvas.x(bin.firstRank() - 1.0);
      double right = canvas.x(bin.lastRank());
      canvas.tooltip(
          () -> bin.label(comparison.metric()),
          Shapes.rectangle(left, canvas.top(), right, canvas.bottom() + STRIP));
    }
    canvas.line(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.INK);
    label(canvas, comparison, lines, below, above);
  }

  /** Breaks bars, which may be narrower than a pixel. */
  private static void drawBreak(Canvas canvas, double left, double right, double middle) {
    double width = Math.max(LEAST_BREAK, right - left + 4);
    canvas.breakUpright((left + right) / 2, middle, width);
  }

  /** The bars of one kind as a single shape, neighbours joined. */
  private static Path2D steps(
      Canvas canvas, List<TestCaseChange> changes, ChangeKind kind, ChangeScale scale) {
    Path2D path = new Path2D.Double();
    double zero = canvas.y(0);
    boolean open = false;
    for (int i = 0; i <= changes.size(); i++) {
      boolean ours = i < changes.size() && ChangeKind.of(changes.get(i)) == kind;
      if (ours) {
        double height = height(canvas, changes.get(i).change(), scale);
        if (!open) {
          path.moveTo(canvas.x(i), zero);
        }
        path.lineTo(canvas.x(i), height);
        path.lineTo(canvas.x(i + 1.0), height);
      } else if (open) {
        path.lineTo(canvas.x(i), zero);
        path.closePath();
      }
      open = ours;
    }
    return path;
  }

  /** Draws where the changes of one kind are, which their bars show only where they are large. */
  private static void drawStrip(Canvas canvas, List<TestCaseChange> changes, ChangeKind kind) {
    Path2D path = new Path2D.Double();
    double y = canvas.bottom() + STRIP / 2.0;
    for (int i = 0; i < changes.size(); i++) {
      if (ChangeKind.of(changes.get(i)) == kind) {
        boolean isFirst = i == 0 || ChangeKind.of(changes.get(i - 1)) != kind;
        boolean isLast = i + 1 == changes.size() || ChangeKind.of(changes.get(i + 1)) != kind;
        if (isFirst) {
          path.moveTo(canvas.x(i), y);
        }
        if (isLast) {
          path.lineTo(canvas.x(i + 1.0), y);
        }
      }
    }
    if (path.getCurrentPoint() != null) {
      canvas.outline(path, kind.color(), STRIP_LINE);
    }
  }

  private static double height(Canvas canvas, double change, ChangeScale scale) {
    double height = canvas.y(scale.clip(change));
    return scale.breaks(change) ? height - Math.copySign(ChangeScale.BEYOND, change) : height;
  }

  private static void label(Canvas canvas, Comparison comparison, int lines, int below, int above) {
    List<TestCaseChange> changes = comparison.changes();
    int improvements = comparison.ofKind(ChangeKind.IMPROVEMENT).size();
    int regressions = comparison.ofKind(ChangeKind.REGRESSION).size();
    double line = canvas.top() - GAP - LINE / 2.0;
    double center = (canvas.left() + canvas.right()) / 2;
    String improved = "▼ " + Numbers.counted(improvements, "improvement");
    String regressed = "▲ " + Numbers.counted(regressions, "regression");
    String rest = changes.size() - comparison.relevant() + " not relevant (grey)";
    double first = line - (lines - 1) * LINE;
    canvas.label(improved + beyond(below, changes, 0), canvas.left(), first, Align.FROM);
    canvas.label(
        regressed + beyond(above, changes, changes.size() - 1), canvas.right(), line, Align.UP_TO);
    canvas.note(rest, center, canvas.bottom() + STRIP + AXIS_HEIGHT / 2.0, Align.AROUND);
  }

  private static String beyond(int count, List<TestCaseChange> changes, int outermost) {
    return count == 0
        ? ""
        : ", %s to %s (//)".formatted(count, ChartWords.change(changes.get(outermost).change()));
  }

  /** How many changes with this sign are clipped. */
  private static int beyond(List<TestCaseChange> changes, ChangeScale scale, int sign) {
    return (int)
        changes.stream()
            .mapToDouble(TestCaseChange::change)
            .filter(change -> Math.signum(change) == sign && scale.breaks(change))
            .count();
  }

  /** Groups of neighbours, few enough to point at each. */
  static List<Bin> bins(List<TestCaseChange> ascending, int mostBins) {
    int size = Math.max(1, (ascending.size() + mostBins - 1) / mostBins);
    return IntStream.iterate(0, from -> from < ascending.size(), from -> from + size)
        .mapToObj(
            from ->
                new Bin(from + 1, ascending.subList(from, Math.min(from + size, ascending.size()))))
        .toList();
  }

  private static ChartWords words(Comparison comparison) {
    int regressions = comparison.ofKind(ChangeKind.REGRESSION).size();
    int improvements = comparison.ofKind(ChangeKind.IMPROVEMENT).size();
    int all = comparison.changes().size();
    ChangeScale scale = ChangeScale.of(comparison.fractions());
    return new ChartWords(
        "rank-curve",
        comparison.dated(
            "%s of %s changed relevantly, %s of them for the better"
                .formatted(
                    regressions + improvements, Numbers.counted(all, "test case"), improvements)),
        comparison.question("How broad is the change?"),
        "Every comparable test case, from the largest improvement to the largest regression. The"
            + " strip below is coloured where a change is relevant: the wider, the broader the"
            + " change."
            + (comparison.fractions().stream().anyMatch(scale::breaks)
                ? " Bars with a gap (//) are longer than drawn."
                : "")
            + comparison.notDrawn(),
        ("Rank curve of %s by %s: %s improved relevantly, %s regressed relevantly, %s did not"
                + " change relevantly.%s")
            .formatted(
                Numbers.counted(all, "test case"),
                comparison.metric(),
                improvements,
                regressions,
                all - improvements - regressions,
                comparison.notDrawn()));
  }

  /** Test cases of neighbouring ranks, at least one; ranks begin at 1. */
  record Bin(int firstRank, List<TestCaseChange> changes) {

    int lastRank() {
      return firstRank + changes.size() - 1;
    }

    private String label(Metric metric) {
      TestCaseChange first = changes.get(0);
      TestCaseChange last = changes.get(changes.size() - 1);
      return changes.size() == 1
          ? ChartWords.tooltip(metric, first)
          : "ranks %s to %s: %s to %s"
              .formatted(firstRank, lastRank(), ChartWords.named(first), ChartWords.named(last));
    }
  }
}
