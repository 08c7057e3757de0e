package dev.perftriage.report.chart;

import dev.perftriage.report.ExactNumber;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** The marks of charts with one mark a week. */
final class WeekMarks {

  /** How many weeks a rolling median is of. */
  static final int WINDOW = 8;

  private static final int FEWEST_IN_WINDOW = 4;
  private static final double WIDEST_BAR = 7;
  private static final double DAYS_PER_BAR = 5;
  private static final double DOT = 2;

  /** Fainter lines would lack contrast, stronger ones hide the dots. */
  private static final int RANGE_OPACITY = 178;

  static final double PER_FRACTION = 1e4;

  private WeekMarks() {}

  /** A count in the unit of {@link ChangeScale}, which is made for fractions. */
  static double fraction(double count) {
    return count / PER_FRACTION;
  }

  static void drawBar(Canvas canvas, ChangeScale scale, WeekValue week, Color color) {
    double x = canvas.x((double) week.day().toEpochDay());
    double half =
        Math.min(WIDEST_BAR, DAYS_PER_BAR * (canvas.x(week.day().toEpochDay() + 1.0) - x)) / 2;
    double value = fraction(week.value());
    double end = canvas.y(scale.clip(value));
    double beyond = scale.breaks(value) ? Math.copySign(ChangeScale.BEYOND, value) : 0;
    canvas.withTooltip(
        () -> week.day() + ": " + ExactNumber.of(Math.rint(Math.abs(week.value()) * 10) / 10),
        () -> {
          canvas.box(x - half, canvas.y(0), x + half, end - beyond, color);
          if (beyond != 0) {
            canvas.breakUpright(x, end - beyond / 2, 2 * half + 4);
          }
        });
  }

  static void drawMean(Canvas canvas, SymmetricScale scale, WeekValue week, Color color) {
    double x = canvas.x((double) week.day().toEpochDay());
    Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), RANGE_OPACITY);
    canvas.withTooltip(
        () ->
            "%s: %s, %s"
                .formatted(
                    week.day(),
                    ChartWords.change(week.value() / 100),
                    Numbers.range(week.smallest() / 100, week.largest() / 100)),
        () -> {
          canvas.line(
              x,
              canvas.y(scale.place(week.smallest())),
              x,
              canvas.y(scale.place(week.largest())),
              faint);
          canvas.fill(Shapes.circle(x, canvas.y(scale.place(week.value())), DOT), color);
        });
  }

  /**
   * Draws the median of each week and those before it.
   *
   * @param isOnColour whether a halo parts it from coloured marks, which it would not be told from
   */
  static void drawMedians(
      Canvas canvas, List<WeekValue> weeks, boolean isOnColour, DoubleUnaryOperator height) {
    Path2D line = new Path2D.Double();
    for (WeekValue week : medians(weeks)) {
      double x = canvas.x((double) week.day().toEpochDay());
      double y = height.applyAsDouble(week.value());
      if (line.getCurrentPoint() == null) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    if (line.getCurrentPoint() != null) {
      if (isOnColour) {
        canvas.outline(line, ChartStyle.BACKGROUND, 4f);
      }
      canvas.outline(line, ChartStyle.INK, 2f);
    }
  }

  /** The rolling medians, from the first week with enough weeks before it. */
  static List<WeekValue> medians(List<WeekValue> weeks) {
    List<WeekValue> medians = new ArrayList<>();
    for (int i = FEWEST_IN_WINDOW - 1; i < weeks.size(); i++) {
      List<WeekValue> window = weeks.subList(Math.max(0, i + 1 - WINDOW), i + 1);
      medians.add(new WeekValue(weeks.get(i).day(), median(window)));
    }
    return medians;
  }

  /** The median of some weeks; 0 without any. */
  static double median(List<WeekValue> weeks) {
    double[] values = weeks.stream().mapToDouble(WeekValue::value).toArray();
    return values.length == 0 ? 0 : new Median().evaluate(values);
  }
}
