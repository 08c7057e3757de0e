package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.AXIS_HEIGHT;
import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.report.ExactNumber;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Charts with one mark a week, of published logs, and their rolling medians. */
public final class WeeklyChart {

  private static final int HEIGHT = 320;
  private static final int LEFT = 56;
  private static final int TOP = 10;
  private static final int MOST_TICKS = 8;

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
                Numbers.counted((int) Math.round(WeekMarks.median(regressions)), "regression"),
                Numbers.counted((int) Math.round(WeekMarks.median(improvements)), "improvement"),
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
                Math.round(WeekMarks.median(shares)),
                Period.of(days.get(0), days.get(days.size() - 1)));
    return new Chart(
        new ChartWords(
            name,
            title,
            "How many of the listed merges do the logs call noise, in percent?",
            "Found by the words noise, spurious and bimodal in what the triager wrote. "
                + rolling(),
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
                ChartWords.change(WeekMarks.median(regressions) / 100),
                ChartWords.change(WeekMarks.median(improvements) / 100),
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
    return "The thick line is the median of the last %s weeks.".formatted(WeekMarks.WINDOW);
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
    ChangeScale scale = ChangeScale.of(ends.stream().map(WeekMarks::fraction).toList());
    Axis heights =
        scale.axis(
            ends.stream().map(WeekMarks::fraction).toList(),
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
          up.forEach(week -> WeekMarks.drawBar(canvas, scale, week, color));
          down.forEach(week -> WeekMarks.drawBar(canvas, scale, week, ChartStyle.IMPROVEMENT));
          canvas.line(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.INK);
          Stream.of(up, down)
              .forEach(
                  weeks ->
                      WeekMarks.drawMedians(
                          canvas,
                          weeks,
                          !isOneSided,
                          value -> canvas.y(scale.clip(WeekMarks.fraction(value)))));
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
          regressions.forEach(
              week -> WeekMarks.drawMean(canvas, scale, week, ChartStyle.REGRESSION));
          improvements.forEach(
              week -> WeekMarks.drawMean(canvas, scale, week, ChartStyle.IMPROVEMENT));
          canvas.line(canvas.left(), canvas.y(0), canvas.right(), canvas.y(0), ChartStyle.INK);
          Stream.of(regressions, improvements)
              .forEach(
                  weeks ->
                      WeekMarks.drawMedians(
                          canvas, weeks, true, value -> canvas.y(scale.place(value))));
        });
  }

  /** A fraction as a count; empty unless it is whole. */
  private static String count(double fraction) {
    double count = Math.abs(fraction * WeekMarks.PER_FRACTION);
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
