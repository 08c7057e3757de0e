package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.AXIS_HEIGHT;
import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.ExactNumber;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Charts with one mark a week, of published logs, and their rolling medians. */
public final class WeeklyChart {

  private static final int HEIGHT = 320;
  private static final int LEFT = 56;
  private static final int TOP = 10;
  private static final int MOST_TICKS = 8;
  private static final int WINDOW = 8;
  private static final int FEWEST_IN_WINDOW = 4;
  private static final double WIDEST_BAR = 7;
  private static final double DAYS_PER_BAR = 5;
  private static final double DOT = 2;
  private static final double PER_FRACTION = 1e4;

  private WeeklyChart() {}

  /** The numbers of regressions and improvements, as bars up and down. */
  public static Chart ofCounts(List<WeekValue> regressions, List<WeekValue> improvements) {
    String name = "history-counts";
    List<LocalDate> days = days(regressions, improvements);
    if (days.size() < 2) {
      return few(name, days, "number of changes");
    }
    List<WeekValue> down = improvements.stream().map(WeeklyChart::negated).toList();
    String title =
        "Median week: %s, %s · %s"
            .formatted(
                Numbers.counted((int) Math.round(median(regressions)), "regression"),
                Numbers.counted((int) Math.round(median(improvements)), "improvement"),
                Period.of(days.get(0), days.get(days.size() - 1)));
    return new Chart(
        new ChartWords(
            name,
            title,
            "How many primary test cases changed relevantly each week?",
            "A bar a week: regressions up, improvements down. " + rolling(),
            title + ", bars of " + Numbers.counted(days.size(), "week") + "."),
        width -> bars(days, regressions, down, width));
  }

  /** The shares of entries that a note calls noise, in percent. */
  public static Chart ofNoise(List<WeekValue> shares) {
    String name = "history-noise";
    List<LocalDate> days = days(shares, List.of());
    if (days.size() < 2) {
      return few(name, days, "share of noise");
    }
    String title =
        "Noise in the median week: %s%% of its entries · %s"
            .formatted(
                Math.round(median(shares)),
                Period.of(days.get(0), days.get(days.size() - 1)));
    return new Chart(
        new ChartWords(
            name,
            title,
            "How many of the listed merges do the logs call noise, in percent?",
            "Found by the words noise, spurious and bimodal in what the triager wrote. " + rolling(),
            title + ", bars of " + Numbers.counted(days.size(), "week") + "."),
        width -> bars(days, shares, List.of(), width));
  }

  /** The means of regressions and of improvements with their ranges, in percent. */
  public static Chart ofMeans(List<WeekValue> regressions, List<WeekValue> improvements) {
    String name = "history-means";
    List<LocalDate> days = days(regressions, improvements);
    if (days.size() < 2) {
      return few(name, days, "mean change");
    }
    String title =
        "Median of the weekly means: %s of regressions, %s of improvements · %s"
            .formatted(
                ChartWords.change(median(regressions) / 100),
                ChartWords.change(median(improvements) / 100),
                Period.of(days.get(0), days.get(days.size() - 1)));
    return new Chart(
        new ChartWords(
            name,
            title,
            "How large are the relevant primary changes of a week?",
            "A dot is the mean of a week's regressions or improvements; the thin line reaches from"
                + " the smallest to the largest where the log prints both. Each tick is about three"
                + " times the one before. "
                + rolling(),
            title + ", dots of " + Numbers.counted(days.size(), "week") + "."),
        width -> means(days, regressions, improvements, width));
  }

  private static String rolling() {
    return "The dark line is the median of the last %s weeks.".formatted(WINDOW);
  }

  private static Chart few(String name, List<LocalDate> days, String subject) {
    return Chart.empty(
        name,
        "Too few weeks",
        "The %s is known for %s, too few for a chart."
            .formatted(subject, Numbers.counted(days.size(), "week")));
  }

  private static Plot bars(
      List<LocalDate> days, List<WeekValue> up, List<WeekValue> down, double width) {
    List<Double> ends = Stream.concat(up.stream(), down.stream()).map(WeekValue::value).toList();
    ChangeScale scale = ChangeScale.of(ends.stream().map(WeeklyChart::fraction).toList());
    Axis heights =
        scale.axis(
            ends.stream().map(WeeklyChart::fraction).toList(),
            HEIGHT - TOP - AXIS_HEIGHT,
            GAP,
            MOST_TICKS);
    List<Axis.Tick> ticks =
        Axis.ticks(scale, heights.to() - heights.from(), MOST_TICKS, WeeklyChart::count).stream()
            .filter(tick -> !tick.label().isEmpty())
            .toList();
    return new Plot(
        new Frame(LEFT, GAP, TOP, AXIS_HEIGHT),
        WeekAxis.of(days, width - LEFT - GAP),
        new Axis("", heights.from(), heights.to(), ticks),
        HEIGHT,
        canvas -> {
          boolean isOneSided = down.isEmpty();
          Color color = isOneSided ? ChartStyle.NOT_RELEVANT : ChartStyle.REGRESSION;
          up.forEach(week -> drawBar(canvas, scale, week, color));
          down.forEach(week -> drawBar(canvas, scale, week, ChartStyle.IMPROVEMENT));
          canvas.line(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.INK);
          Stream.of(up, down)
              .forEach(
                  weeks -> drawMedians(canvas, weeks, value -> canvas.y(scale.clip(fraction(value)))));
        });
  }

  private static void drawBar(Canvas canvas, ChangeScale scale, WeekValue week, Color color) {
    double x = canvas.x(week.day().toEpochDay());
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

  private static Plot means(
      List<LocalDate> days,
      List<WeekValue> regressions,
      List<WeekValue> improvements,
      double width) {
    SymmetricScale scale =
        SymmetricScale.of(
            Stream.concat(regressions.stream(), improvements.stream())
                .flatMap(week -> Stream.of(week.value(), week.smallest(), week.largest()))
                .toList());
    return new Plot(
        new Frame(LEFT, GAP, TOP, AXIS_HEIGHT),
        WeekAxis.of(days, width - LEFT - GAP),
        scale.axis(),
        HEIGHT,
        canvas -> {
          regressions.forEach(week -> drawMean(canvas, scale, week, ChartStyle.REGRESSION));
          improvements.forEach(week -> drawMean(canvas, scale, week, ChartStyle.IMPROVEMENT));
          canvas.line(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.INK);
          Stream.of(regressions, improvements)
              .forEach(
                  weeks -> drawMedians(canvas, weeks, value -> canvas.y(scale.place(value))));
        });
  }

  private static void drawMean(
      Canvas canvas, SymmetricScale scale, WeekValue week, Color color) {
    double x = canvas.x(week.day().toEpochDay());
    Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), 90);
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

  /** Draws the median of each week and those before it. */
  private static void drawMedians(
      Canvas canvas, List<WeekValue> weeks, DoubleUnaryOperator height) {
    Path2D line = new Path2D.Double();
    for (WeekValue week : medians(weeks)) {
      double x = canvas.x(week.day().toEpochDay());
      double y = height.applyAsDouble(week.value());
      if (line.getCurrentPoint() == null) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    if (line.getCurrentPoint() != null) {
      canvas.outline(line, ChartStyle.BACKGROUND, 4f);
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

  private static double median(List<WeekValue> weeks) {
    List<Double> sorted = weeks.stream().map(WeekValue::value).sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** A count in the unit of {@link ChangeScale}, which is made for fractions. */
  private static double fraction(double count) {
    return count / PER_FRACTION;
  }

  /** A fraction as a count; empty unless it is whole. */
  private static String count(double fraction) {
    double count = Math.abs(fraction * PER_FRACTION);
    return Math.abs(count - Math.rint(count)) < 1e-6 ? ExactNumber.of(Math.rint(count)) : "";
  }

  private static WeekValue negated(WeekValue week) {
    return new WeekValue(week.day(), -week.value());
  }

  private static List<LocalDate> days(List<WeekValue> some, List<WeekValue> others) {
    return Stream.concat(some.stream(), others.stream())
        .map(WeekValue::day)
        .distinct()
        .sorted()
        .toList();
  }
}
