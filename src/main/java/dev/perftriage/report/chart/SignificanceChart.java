package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Change against significance factor: separates significant changes from merely large ones.
 *
 * @param named the test cases that are numbered, and listed below the plot
 * @param keyColumns the columns of that list
 */
record SignificanceChart(
    Canvas canvas,
    Comparison comparison,
    List<TestCaseChange> named,
    ChangeScale scale,
    FactorScale factors,
    int keyColumns) {

  private static final int HEIGHT = 380;
  private static final int LEFT = 62;
  private static final int BOTTOM = 44;
  private static final int MOST_NAMED = 10;
  private static final int KEY_COLUMNS = 2;
  private static final int KEY_LINE = 17;
  private static final int TAG = 14;
  private static final double RADIUS = 3.5;
  private static final double GREY_RADIUS = 1.75;
  private static final double SECONDARY_GREY_RADIUS = 1;
  private static final double SECONDARY_RADIUS = 2;
  private static final double SIDE = 14;
  private static final int MOST_TICKS = 11;
  private static final int LEAST_TICK_WIDTH = 60;

  static Chart of(Comparison comparison) {
    return comparison.isSentence()
        ? Chart.empty(
            "change-against-significance", comparison.finding(), comparison.sentence("test case"))
        : new Chart(words(comparison, outermost(comparison)), width -> plot(comparison, width));
  }

  private static Plot plot(Comparison comparison, double width) {
    List<TestCaseChange> named = outermost(comparison);
    List<Double> changes = comparison.fractions();
    ChangeScale scale = ChangeScale.of(changes);
    FactorScale factors =
        FactorScale.of(
            comparison.changes().stream()
                .map(change -> change.result().significanceFactor())
                .toList());
    int columns = ChartStyle.isNarrow(width) ? 1 : KEY_COLUMNS;
    double key = keyLines(named, columns) * keyHeight(columns);
    double inner = width - LEFT - GAP;
    int ticks = (int) Math.min(MOST_TICKS, inner / LEAST_TICK_WIDTH);
    Axis across = scale.axis(changes, inner, SIDE, ticks);
    List<Axis.Tick> powers = new ArrayList<>();
    for (int power = factors.lowest(); power <= factors.highest(); power++) {
      powers.add(new Axis.Tick(power, FactorScale.label(power)));
    }
    return new Plot(
        new Frame(LEFT, GAP, GAP, BOTTOM + key),
        new Axis("change", across.from(), across.to(), across.ticks()),
        new Axis("significance factor", factors.lowest(), factors.highest(), powers),
        HEIGHT + key,
        canvas -> new SignificanceChart(canvas, comparison, named, scale, factors, columns).draw());
  }

  /** The height of an entry of the list: in one column, values stand below the names. */
  private static double keyHeight(int columns) {
    return columns == 1 ? 2 * KEY_LINE - 3 : KEY_LINE;
  }

  private static int keyLines(List<TestCaseChange> named, int columns) {
    return (named.size() + columns - 1) / columns;
  }

  /** The relevant changes that are largest, the largest first. */
  static List<TestCaseChange> outermost(Comparison comparison) {
    return comparison.changes().stream()
        .sorted(TestCaseChange.LARGEST_FIRST)
        .filter(TestCaseChange::isRelevant)
        .limit(MOST_NAMED)
        .toList();
  }

  private void draw() {
    canvas.line(canvas.x(0), canvas.top(), canvas.x(0), canvas.bottom(), ChartStyle.INK);
    canvas.dashes(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.MUTED);
    if (comparison.fractions().stream().anyMatch(change -> change < scale.lowest())) {
      drawBreak(canvas.x(scale.lowest()) - ChangeScale.BEYOND / 2);
    }
    if (comparison.fractions().stream().anyMatch(change -> change > scale.highest())) {
      drawBreak(canvas.x(scale.highest()) + ChangeScale.BEYOND / 2);
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
    drawKey(tags);
  }

  private Point2D place(TestCaseChange change) {
    return new Point2D.Double(
        scale.end(change.change(), canvas),
        canvas.y(factors.place(change.result().significanceFactor())));
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
    double radius = category == Category.PRIMARY ? GREY_RADIUS : SECONDARY_GREY_RADIUS;
    Path2D points = new Path2D.Double();
    comparison.ofKind(ChangeKind.NOT_RELEVANT).stream()
        .filter(change -> change.category() == category)
        .map(this::place)
        .map(at -> new Point2D.Double(Math.rint(at.getX() * 2) / 2, Math.rint(at.getY() * 2) / 2))
        .distinct()
        .map(at -> Shapes.around(at.x, at.y, radius, radius))
        .forEachOrdered(square -> points.append(square, false));
    if (points.getCurrentPoint() == null) {
      return;
    }
    canvas.fill(points, ChartStyle.NOT_RELEVANT);
  }

  private void drawPoint(TestCaseChange change) {
    Point2D place = place(change);
    Color color = ChangeKind.of(change).color();
    double radius = change.category() == Category.PRIMARY ? RADIUS : SECONDARY_RADIUS;
    canvas.fill(Shapes.circle(place.getX(), place.getY(), radius), color);
  }

  /** Draws the numbers and the list of test cases they refer to. */
  private void drawKey(List<Rectangle2D> tags) {
    double left = canvas.left() - LEFT + GAP;
    double column = (canvas.right() - left) / keyColumns;
    int lines = keyLines(named, keyColumns);
    double top = canvas.bottom() + BOTTOM + KEY_LINE / 2.0;
    Font bold = ChartFonts.bold(10);
    for (int i = 0; i < named.size(); i++) {
      TestCaseChange change = named.get(i);
      Rectangle2D tag = tags.get(i);
      String number = Integer.toString(i + 1);
      canvas.text(number, tag.getCenterX(), tag.getCenterY(), Align.AROUND, bold, ChartStyle.INK);
      int side = i / lines;
      double x = left + column * side;
      double y = top + keyHeight(keyColumns) * (i % lines);
      String value =
          ChartWords.signed(change)
              + ", "
              + ChartWords.factor(change.result().significanceFactor());
      boolean isBelow = keyColumns == 1;
      double beside = isBelow ? 0 : ChartFonts.width(value) + 2.0 * GAP;
      double room = column - TAG - 3.0 * GAP - beside;
      String name = ChartFonts.fitted(change.testCase().toString(), room);
      canvas.text(number, x + TAG, y, Align.UP_TO, bold, ChartStyle.INK);
      canvas.label(name, x + TAG + GAP, y, Align.FROM);
      if (isBelow) {
        canvas.note(value, x + TAG + GAP, y + KEY_LINE - 3, Align.FROM);
      } else {
        canvas.label(value, x + column - 2.0 * GAP, y, Align.UP_TO);
      }
    }
  }

  private static ChartWords words(Comparison comparison, List<TestCaseChange> named) {
    String outermost =
        named.stream().limit(3).map(ChartWords::named).collect(Collectors.joining(", "));
    return new ChartWords(
        "change-against-significance",
        comparison.dated(
            "%s of %s changes exceed their threshold, the clearest %s"
                .formatted(
                    comparison.relevant(),
                    comparison.changes().size(),
                    ChartWords.factor(
                        comparison.changes().stream()
                            .filter(TestCaseChange::isRelevant)
                            .mapToDouble(change -> change.result().significanceFactor())
                            .max()
                            .orElse(0)))),
        comparison.question("Which changes are clear, and which only large?"),
        "Each point is a test case, large where primary, small where secondary, grey where not"
            + " relevant; regressions lie to the right. Above the dashed line a change exceeds its"
            + " threshold. Numbered are the largest changes, listed below."
            + (comparison.fractions().stream()
                    .anyMatch(ChangeScale.of(comparison.fractions())::breaks)
                ? " Points behind a broken line (//) are further out than drawn."
                : "")
            + comparison.notDrawn(),
        "Scatter chart of %s by %s: change against significance factor%s.%s"
            .formatted(
                Numbers.counted(comparison.changes().size(), "test case"),
                comparison.metric(),
                named.isEmpty() ? "" : ". Outermost: " + outermost,
                comparison.notDrawn()));
  }
}
