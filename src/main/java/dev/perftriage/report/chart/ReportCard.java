package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * A range in one picture of 1200 × 630 pixels, the size of previews in chats and newsletters: a
 * sentence, the largest changes of either direction, and the timeline.
 *
 * @param sentence what the range was; untrusted
 */
public record ReportCard(Comparison comparison, Timeline timeline, String sentence) {

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 630;
  private static final int MARGIN = 48;
  private static final int MOST_LINES = 3;
  private static final int MOST_CHANGES = 3;
  private static final int MIDDLE = 660;
  private static final int LOWER = 250;
  private static final int LINE = 36;
  private static final int VALUE_WIDTH = 130;
  private static final double BREAK = ChangeScale.BEYOND / 2;
  private static final Font SENTENCE = ChartFonts.bold(32);
  private static final Font HEADING = ChartFonts.bold(18);
  private static final Font VALUE = ChartFonts.bold(20);
  private static final Font NAME = ChartFonts.regular(18);
  private static final Font SMALL = ChartFonts.regular(16);

  /** The card of a range. */
  public static ReportCard of(ComparableTestCases whole, Timeline timeline, String sentence) {
    return new ReportCard(Comparison.of(whole), timeline, sentence);
  }

  /** Draws the card as an SVG file. */
  public String svg() {
    return SvgDrawing.withoutVariables(SvgDrawing.of("card", sentence, WIDTH, HEIGHT, this::draw));
  }

  /** Draws the card as PNG, at its natural size. */
  public byte[] png() {
    return Chart.png(WIDTH, HEIGHT, 1, this::draw);
  }

  private void draw(Graphics2D graphics) {
    Canvas canvas = Chart.background(graphics, WIDTH, HEIGHT);
    canvas.box(0, 0, WIDTH, 8, ChartStyle.INK);
    note(canvas, comparison.dated("Performance of rustc"), MARGIN, MARGIN, Align.FROM);
    note(canvas, comparison.metric().name(), WIDTH - MARGIN, MARGIN, Align.UP_TO);
    double y = MARGIN + LINE;
    List<String> lines = ChartFonts.lines(sentence, SENTENCE, WIDTH - 2.0 * MARGIN);
    for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
      boolean isCut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
      String line = lines.get(i) + (isCut ? " …" : "");
      y += ChartFonts.lineHeight(SENTENCE);
      String fitted = ChartFonts.fitted(line, SENTENCE, WIDTH - 2.0 * MARGIN);
      canvas.text(fitted, MARGIN, y - LINE / 2.0, Align.FROM, SENTENCE, ChartStyle.INK);
    }
    double next = drawLargest(canvas, ChangeKind.IMPROVEMENT, "Largest improvements", LOWER);
    drawLargest(canvas, ChangeKind.REGRESSION, "Largest regressions", next);
    if (timeline.testCases() > 0) {
      drawTimeline(
          canvas,
          new Rectangle2D.Double(
              MIDDLE, LOWER, WIDTH - MARGIN - MIDDLE, HEIGHT - LOWER - 2.0 * MARGIN));
    }
    note(canvas, TimelineChart.title(timeline), MARGIN, HEIGHT - MARGIN / 2.0 - 4, Align.FROM);
    note(canvas, comparison.range(), WIDTH - MARGIN, HEIGHT - MARGIN / 2.0 - 4, Align.UP_TO);
  }

  private static void note(Canvas canvas, String text, double x, double middle, Align align) {
    canvas.text(text, x, middle, align, SMALL, ChartStyle.MUTED);
  }

  /** Lists the largest change of a few benchmarks; returns where the next list begins. */
  private double drawLargest(Canvas canvas, ChangeKind kind, String heading, double top) {
    double y = top;
    canvas.text(heading, MARGIN, y, Align.FROM, HEADING, ChartStyle.MUTED);
    List<TestCaseChange> largest = largest(kind);
    if (largest.isEmpty()) {
      y += LINE;
      canvas.text("none", MARGIN, y, Align.FROM, NAME, ChartStyle.MUTED);
    }
    for (TestCaseChange change : largest) {
      y += LINE;
      Color color = kind.color();
      String value = ChartFonts.fitted(ChartWords.signed(change), VALUE, VALUE_WIDTH);
      canvas.text(value, MARGIN, y, Align.FROM, VALUE, color);
      double left = MARGIN + VALUE_WIDTH + 10;
      String name = ChartFonts.fitted(change.testCase().toString(), NAME, MIDDLE - left - 30);
      canvas.text(name, left, y, Align.FROM, NAME, ChartStyle.INK);
    }
    return top + (MOST_CHANGES + 1.3) * LINE;
  }

  private List<TestCaseChange> largest(ChangeKind kind) {
    Set<String> benchmarks = new HashSet<>();
    return comparison.ofKind(kind).stream()
        .sorted(TestCaseChange.LARGEST_FIRST)
        .filter(change -> benchmarks.add(change.testCase().benchmark()))
        .limit(MOST_CHANGES)
        .toList();
  }

  /** Draws the cumulative change, without numbers but for its end. */
  private void drawTimeline(Canvas canvas, Rectangle2D place) {
    List<Double> changes = new ArrayList<>();
    timeline.steps().forEach(step -> changes.add(step.change().orElse(0)));
    ChangeScale scale = ChangeScale.of(changes);
    double right = place.getMaxX() - 90;
    double top = place.getMinY() + LINE;
    double height = place.getMaxY() - 30 - top;
    Rectangle2D area = Shapes.rectangle(place.getMinX(), top, right, top + height);
    DoubleUnaryOperator upright = scale.axis(changes, height, 10, 5).upright(area);
    DoubleUnaryOperator across = Axis.columns(changes.size()).across(area);
    double zero = upright.applyAsDouble(0);
    String heading = "Since the start, geometric mean";
    canvas.text(heading, place.getMinX(), place.getMinY(), Align.FROM, HEADING, ChartStyle.MUTED);
    canvas.line(place.getMinX(), zero, right, zero, ChartStyle.NOT_RELEVANT);
    Path2D line = new Path2D.Double();
    line.moveTo(place.getMinX(), zero);
    double y = zero;
    for (int i = 0; i < changes.size(); i++) {
      y = place(changes.get(i), scale, upright);
      line.lineTo(across.applyAsDouble(i + 1.0), y);
    }
    canvas.outline(line, ChartStyle.INK, 3f);
    for (int i = 0; i < changes.size(); i++) {
      double change = changes.get(i);
      if (scale.breaks(change)) {
        double middle = place(change, scale, upright) + Math.copySign(BREAK, change);
        canvas.breakUpright(across.applyAsDouble(i + 1.0), middle, 2 * BREAK);
      }
    }
    if (Math.abs(zero - y) > LINE) {
      note(canvas, "0%", right + 12, zero, Align.FROM);
    }
    double end = changes.get(changes.size() - 1);
    Color color = end > 0 ? ChartStyle.REGRESSION : ChartStyle.IMPROVEMENT;
    canvas.text(
        ChartFonts.fitted(ChartWords.change(end), VALUE, 80),
        right + 12,
        y,
        Align.FROM,
        VALUE,
        end == 0 ? ChartStyle.INK : color);
    double days = place.getMaxY() - 8;
    day(timeline.steps().get(0))
        .ifPresent(day -> note(canvas, day, place.getMinX(), days, Align.FROM));
    day(timeline.steps().get(timeline.steps().size() - 1))
        .ifPresent(day -> note(canvas, day, right, days, Align.UP_TO));
  }

  /** The height of a change: one beyond the scale stands a fixed length further out. */
  private static double place(double change, ChangeScale scale, DoubleUnaryOperator upright) {
    double end = upright.applyAsDouble(scale.clip(change));
    return scale.breaks(change) ? end - Math.copySign(ChangeScale.BEYOND, change) : end;
  }

  private static Optional<String> day(Timeline.Step step) {
    Optional<LocalDate> day = step.day();
    return day.map(Period::dayAndMonth);
  }
}
