package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Change against significance factor: what is large, and what is only loud. */
final class SignificanceChart {

  private static final int HEIGHT = 380;
  private static final int LEFT = 62;
  private static final int GAP = 6;
  private static final int AXIS_HEIGHT = 44;
  private static final int MOST_NAMED = 10;
  private static final int KEY_COLUMNS = 2;
  private static final int KEY_LINE = 17;
  private static final int TAG = 14;
  private static final double RADIUS = 3.5;
  private static final double GREY_RADIUS = 1.75;
  private static final double BEYOND = 1.07;
  private static final double ROOM = 1.13;
  private static final int MOST_TICKS = 11;

  private SignificanceChart() {}

  static Chart of(Comparison comparison) {
    List<TestCaseChange> named = outermost(comparison);
    List<Double> changes = comparison.changes().stream().map(TestCaseChange::change).toList();
    // Only what is named has its value printed, and what is clipped must have.
    ClippedRange range = ClippedRange.of(changes).clippingAtMost(MOST_NAMED, changes);
    FactorScale factors =
        FactorScale.of(
            comparison.changes().stream()
                .map(change -> change.result().significanceFactor())
                .toList());
    int keyLines = (named.size() + KEY_COLUMNS - 1) / KEY_COLUMNS;
    double key = keyLines * (double) KEY_LINE;
    return new Chart(
        words(comparison, named),
        new Frame(LEFT, GAP, GAP, AXIS_HEIGHT + key)
            .plot(
                Frame.changes("change", -range.limit() * ROOM, range.limit() * ROOM, MOST_TICKS),
                Frame.powers(
                    "significance factor", factors.lowest(), factors.highest(), FactorScale::label),
                canvas -> draw(canvas, comparison, named, new Scales(range, factors))),
        HEIGHT + key);
  }

  /** The test cases that changed most, the largest first. */
  static List<TestCaseChange> outermost(Comparison comparison) {
    return comparison.changes().stream()
        .sorted(TestCaseChange.LARGEST_FIRST)
        .filter(change -> change.change() != 0)
        .limit(MOST_NAMED)
        .toList();
  }

  private static void draw(
      Canvas canvas, Comparison comparison, List<TestCaseChange> named, Scales scales) {
    ChartStyle style = ChartStyle.STANDARD;
    Rectangle2D area = canvas.area();
    Font font = ChartFonts.regular(style.labelSize());
    canvas.line(canvas.x(0), area.getMinY(), canvas.x(0), area.getMaxY(), style.ink(), 1f);
    canvas.dashes(area.getMinX(), canvas.y(0), area.getMaxX(), canvas.y(0), style.muted());
    boolean clips =
        comparison.changes().stream().anyMatch(some -> scales.range.clips(some.change()));
    if (clips) {
      drawBreak(canvas, canvas.x(-scales.range.limit() * (1 + BEYOND) / 2));
      drawBreak(canvas, canvas.x(scales.range.limit() * (1 + BEYOND) / 2));
    }
    List<Rectangle2D> tags = drawTags(canvas, comparison, named, scales);
    drawNotRelevant(canvas, comparison, scales);
    for (TestCaseChange change : comparison.changes()) {
      if (change.isRelevant()) {
        canvas.withTooltip(
            () -> Tooltips.of(change),
            () -> drawPoint(canvas, change, scales.place(canvas, change)));
      }
    }
    if (comparison.changes().isEmpty()) {
      canvas.text(
          "No test case could be compared.",
          area.getCenterX() + GAP,
          area.getCenterY() - 2.0 * GAP,
          Canvas.Align.FROM,
          font,
          style.muted());
    }
    drawNames(canvas, named, tags, font);
  }

  /** The places of numbers, each with a line to its point; under the points, to hide none. */
  private static List<Rectangle2D> drawTags(
      Canvas canvas, Comparison comparison, List<TestCaseChange> named, Scales scales) {
    ChartStyle style = ChartStyle.STANDARD;
    Set<TestCaseChange> numbered = new HashSet<>(named);
    List<Point2D> points = scales.places(canvas, named.stream());
    List<Point2D> others =
        scales.places(
            canvas, comparison.changes().stream().filter(change -> !numbered.contains(change)));
    List<Rectangle2D> tags =
        LabelPlacement.place(points, others, TAG + 2.0, TAG, RADIUS + 1, canvas.area());
    for (int i = 0; i < tags.size(); i++) {
      Point2D point = points.get(i);
      Rectangle2D tag = tags.get(i);
      canvas.line(
          point.getX(),
          point.getY(),
          tag.getCenterX(),
          tag.getCenterY(),
          style.notRelevant(),
          0.75f);
      canvas.fill(tag, style.background());
    }
    return tags;
  }

  private static void drawBreak(Canvas canvas, double x) {
    ChartStyle style = ChartStyle.STANDARD;
    double bottom = canvas.area().getMaxY();
    canvas.dashes(x, canvas.area().getMinY(), x, bottom, style.notRelevant());
    canvas.line(x - 4, bottom + 5, x, bottom - 5, style.ink(), 1.5f);
    canvas.line(x, bottom + 5, x + 4, bottom - 5, style.ink(), 1.5f);
  }

  /** All grey points of a category as one shape, those that would hide one another once. */
  private static void drawNotRelevant(Canvas canvas, Comparison comparison, Scales scales) {
    for (Category category : Category.values()) {
      Set<Point2D> places = new LinkedHashSet<>();
      for (TestCaseChange change : comparison.ofKind(ChangeKind.NOT_RELEVANT)) {
        if (change.category() == category) {
          Point2D exact = scales.place(canvas, change);
          places.add(
              new Point2D.Double(Math.rint(exact.getX() * 2) / 2, Math.rint(exact.getY() * 2) / 2));
        }
      }
      Path2D points = new Path2D.Double();
      for (Point2D place : places) {
        points.append(
            new Rectangle2D.Double(
                place.getX() - GREY_RADIUS,
                place.getY() - GREY_RADIUS,
                2 * GREY_RADIUS,
                2 * GREY_RADIUS),
            false);
      }
      Color grey = ChartStyle.STANDARD.notRelevant();
      if (category == Category.PRIMARY && !places.isEmpty()) {
        canvas.fill(points, grey);
      } else if (!places.isEmpty()) {
        canvas.outline(points, grey, 0.8f);
      }
    }
  }

  private static void drawPoint(Canvas canvas, TestCaseChange change, Point2D place) {
    Color color = ChartStyle.STANDARD.of(ChangeKind.of(change));
    Ellipse2D circle =
        new Ellipse2D.Double(place.getX() - RADIUS, place.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    if (change.category() == Category.PRIMARY) {
      canvas.fill(circle, color);
    } else {
      canvas.outline(circle, color, 1.2f);
    }
  }

  private static void drawNames(
      Canvas canvas, List<TestCaseChange> named, List<Rectangle2D> tags, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double left = canvas.area().getMinX() - LEFT + GAP;
    double column = (canvas.area().getMaxX() - left) / KEY_COLUMNS;
    int lines = (named.size() + KEY_COLUMNS - 1) / KEY_COLUMNS;
    double top = canvas.area().getMaxY() + AXIS_HEIGHT + KEY_LINE / 2.0;
    Font bold = ChartFonts.bold(style.labelSize() - 1);
    for (int i = 0; i < named.size(); i++) {
      TestCaseChange change = named.get(i);
      Rectangle2D tag = tags.get(i);
      String number = Integer.toString(i + 1);
      canvas.text(
          number, tag.getCenterX(), tag.getCenterY(), Canvas.Align.AROUND, bold, style.ink());
      int side = i / lines;
      double x = left + column * side;
      double y = top + KEY_LINE * (i % lines);
      String value =
          ChangeKind.of(change).sign()
              + " "
              + Ticks.change(change.change())
              + ", "
              + Numbers.factor(change.result().significanceFactor());
      double values = ChartFonts.width(value, font);
      canvas.text(number, x + TAG, y, Canvas.Align.UP_TO, bold, style.ink());
      canvas.text(
          ChartFonts.fitted(change.testCase().toString(), font, column - values - TAG - 5.0 * GAP),
          x + TAG + GAP,
          y,
          Canvas.Align.FROM,
          font,
          style.ink());
      canvas.text(value, x + column - 2.0 * GAP, y, Canvas.Align.UP_TO, font, style.ink());
    }
  }

  private static ChartWords words(Comparison comparison, List<TestCaseChange> named) {
    return new ChartWords(
        "change-against-significance",
        ChartWords.title("Change against significance", comparison),
        "Each point is a test case: filled where primary, hollow where secondary, grey where not"
            + " relevant; regressions lie to the right, improvements to the left. Above the dashed"
            + " line a change exceeds its threshold. Numbered are the largest changes, listed"
            + " below; behind a broken line points are not to scale.",
        "Scatter chart of "
            + Numbers.counted(comparison.changes().size(), "test case")
            + " by "
            + comparison.metric()
            + ": change against significance factor"
            + named.stream()
                .limit(3)
                .map(change -> change.testCase() + " " + Ticks.change(change.change()))
                .collect(Collectors.joining(", ", named.isEmpty() ? "" : ". Outermost: ", ".")));
  }

  /** What the two axes show of a test case. */
  private record Scales(ClippedRange range, FactorScale factors) {

    private Point2D place(Canvas canvas, TestCaseChange change) {
      double x =
          range.clips(change.change())
              ? Math.copySign(range.limit() * BEYOND, change.change())
              : change.change();
      return new Point2D.Double(
          canvas.x(x), canvas.y(factors.place(change.result().significanceFactor())));
    }

    private List<Point2D> places(Canvas canvas, Stream<TestCaseChange> changes) {
      return changes.map(change -> place(canvas, change)).toList();
    }
  }
}
