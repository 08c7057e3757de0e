package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.data.Range;

/**
 * Change against significance factor: separates significant changes from merely large ones.
 *
 * @param named the test cases that are numbered, and listed below the plot
 */
record SignificanceChart(
    Canvas canvas,
    Comparison comparison,
    List<TestCaseChange> named,
    ClippedRange range,
    FactorScale factors) {

  private static final int HEIGHT = 380;
  private static final int LEFT = 62;
  private static final int BOTTOM = 44;
  private static final int MOST_NAMED = 10;
  private static final int KEY_COLUMNS = 2;
  private static final int KEY_LINE = 17;
  private static final int TAG = 14;
  private static final double RADIUS = 3.5;
  private static final double GREY_RADIUS = 1.75;
  private static final double BEYOND = 1.07;
  private static final double ROOM = 1.13;
  private static final int MOST_TICKS = 11;

  static Chart of(Comparison comparison) {
    List<TestCaseChange> named = outermost(comparison);
    List<Double> changes = comparison.fractions();
    // Clipped changes must be named, because only named ones have their value printed.
    ClippedRange range = ClippedRange.of(changes).clippingAtMost(MOST_NAMED, changes);
    FactorScale factors =
        FactorScale.of(
            comparison.changes().stream()
                .map(change -> change.result().significanceFactor())
                .toList());
    double reach = range.limit() * ROOM;
    double key = keyLines(named) * (double) KEY_LINE;
    return new Chart(
        words(comparison, named),
        new Frame(LEFT, GAP, GAP, BOTTOM + key)
            .plot(
                Frame.changes("change", new Range(-reach, reach), MOST_TICKS),
                Frame.axis(
                    "significance factor",
                    new Range(factors.lowest(), factors.highest()),
                    1,
                    FactorScale::label)),
        HEIGHT + key,
        canvas -> new SignificanceChart(canvas, comparison, named, range, factors).draw());
  }

  private static int keyLines(List<TestCaseChange> named) {
    return (named.size() + KEY_COLUMNS - 1) / KEY_COLUMNS;
  }

  /** The test cases that changed most, the largest first. */
  static List<TestCaseChange> outermost(Comparison comparison) {
    return comparison.changes().stream()
        .sorted(TestCaseChange.LARGEST_FIRST)
        .filter(change -> change.change() != 0)
        .limit(MOST_NAMED)
        .toList();
  }

  private void draw() {
    canvas.line(canvas.x(0), canvas.top(), canvas.x(0), canvas.bottom(), ChartStyle.INK);
    canvas.dashes(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.MUTED);
    if (comparison.fractions().stream().anyMatch(range::clips)) {
      drawBreak(canvas.x(-range.limit() * (1 + BEYOND) / 2));
      drawBreak(canvas.x(range.limit() * (1 + BEYOND) / 2));
    }
    List<Rectangle2D> tags = drawTags();
    for (Category category : Category.values()) {
      drawNotRelevant(category);
    }
    comparison.changes().stream()
        .filter(TestCaseChange::isRelevant)
        .forEach(
            change ->
                canvas.withTooltip(
                    () -> ChartWords.tooltip(comparison.metric(), change),
                    () -> drawPoint(change)));
    if (comparison.changes().isEmpty()) {
      canvas.note(
          comparison.emptyBecause("No test case could be compared."),
          canvas.area().getCenterX() + GAP,
          canvas.area().getCenterY() - 2.0 * GAP,
          Align.FROM);
    }
    drawKey(tags);
  }

  private Point2D place(TestCaseChange change) {
    double x =
        range.clips(change.change())
            ? Math.copySign(range.limit() * BEYOND, change.change())
            : change.change();
    return new Point2D.Double(
        canvas.x(x), canvas.y(factors.place(change.result().significanceFactor())));
  }

  /** Draws the backgrounds of numbers, each with a line to its point, below all points. */
  private List<Rectangle2D> drawTags() {
    Set<TestCaseChange> numbered = new HashSet<>(named);
    List<Point2D> points = named.stream().map(this::place).toList();
    List<Point2D> others =
        comparison.changes().stream()
            .filter(change -> !numbered.contains(change))
            .map(this::place)
            .toList();
    List<Rectangle2D> tags =
        LabelPlacement.place(points, others, TAG + 2.0, TAG, RADIUS + 1, canvas.area());
    for (int i = 0; i < tags.size(); i++) {
      Rectangle2D tag = tags.get(i);
      Point2D center = new Point2D.Double(tag.getCenterX(), tag.getCenterY());
      canvas.outline(new Line2D.Double(points.get(i), center), ChartStyle.NOT_RELEVANT, 0.75f);
      canvas.fill(tag, ChartStyle.BACKGROUND);
    }
    return tags;
  }

  private void drawBreak(double x) {
    double bottom = canvas.bottom();
    canvas.dashes(x, canvas.top(), x, bottom, ChartStyle.NOT_RELEVANT);
    canvas.line(x - 4, bottom + 5, x, bottom - 5, ChartStyle.INK, 1.5f);
    canvas.line(x, bottom + 5, x + 4, bottom - 5, ChartStyle.INK, 1.5f);
  }

  /** Draws all grey points of a category as one shape, without duplicates. */
  private void drawNotRelevant(Category category) {
    Path2D points = new Path2D.Double();
    comparison.ofKind(ChangeKind.NOT_RELEVANT).stream()
        .filter(change -> change.category() == category)
        .map(this::place)
        .map(at -> new Point2D.Double(Math.rint(at.getX() * 2) / 2, Math.rint(at.getY() * 2) / 2))
        .distinct()
        .map(at -> Shapes.around(at.x, at.y, GREY_RADIUS, GREY_RADIUS))
        .forEachOrdered(square -> points.append(square, false));
    if (points.getCurrentPoint() == null) {
      return;
    }
    if (category == Category.PRIMARY) {
      canvas.fill(points, ChartStyle.NOT_RELEVANT);
    } else {
      canvas.outline(points, ChartStyle.NOT_RELEVANT, 0.8f);
    }
  }

  private void drawPoint(TestCaseChange change) {
    Point2D place = place(change);
    Color color = ChangeKind.of(change).color();
    Ellipse2D circle = Shapes.circle(place.getX(), place.getY(), RADIUS);
    if (change.category() == Category.PRIMARY) {
      canvas.fill(circle, color);
    } else {
      canvas.outline(circle, color, 1.2f);
    }
  }

  /** Draws the numbers and the list of test cases they refer to. */
  private void drawKey(List<Rectangle2D> tags) {
    double left = canvas.left() - LEFT + GAP;
    double column = (canvas.right() - left) / KEY_COLUMNS;
    int lines = keyLines(named);
    double top = canvas.bottom() + BOTTOM + KEY_LINE / 2.0;
    Font bold = ChartFonts.bold(10);
    for (int i = 0; i < named.size(); i++) {
      TestCaseChange change = named.get(i);
      Rectangle2D tag = tags.get(i);
      String number = Integer.toString(i + 1);
      canvas.text(number, tag.getCenterX(), tag.getCenterY(), Align.AROUND, bold, ChartStyle.INK);
      int side = i / lines;
      double x = left + column * side;
      double y = top + KEY_LINE * (i % lines);
      String value =
          ChartWords.signed(change) + ", " + Numbers.factor(change.result().significanceFactor());
      double room = column - ChartFonts.width(value) - TAG - 5.0 * GAP;
      String name = ChartFonts.fitted(change.testCase().toString(), room);
      canvas.text(number, x + TAG, y, Align.UP_TO, bold, ChartStyle.INK);
      canvas.label(name, x + TAG + GAP, y, Align.FROM);
      canvas.label(value, x + column - 2.0 * GAP, y, Align.UP_TO);
    }
  }

  private static ChartWords words(Comparison comparison, List<TestCaseChange> named) {
    String outermost =
        named.stream().limit(3).map(ChartWords::named).collect(Collectors.joining(", "));
    return new ChartWords(
        "change-against-significance",
        ChartWords.title("Change against significance", comparison),
        "Each point is a test case: filled where primary, hollow where secondary, grey where not"
            + " relevant; regressions lie to the right, improvements to the left. Above the dashed"
            + " line a change exceeds its threshold. Numbered are the largest changes, listed"
            + " below; behind a broken line points are not to scale."
            + comparison.notDrawn(),
        "Scatter chart of %s by %s: change against significance factor%s.%s"
            .formatted(
                Numbers.counted(comparison.changes().size(), "test case"),
                comparison.metric(),
                named.isEmpty() ? "" : ". Outermost: " + outermost,
                comparison.notDrawn()));
  }
}
