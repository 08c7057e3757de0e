package dev.perftriage.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of weeks as a horizontal axis. */
final class WeekAxis {

  private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120);
  private static final double DAYS_PER_MONTH = 30.4;
  private static final double HALF_A_WEEK = 3.5;
  private static final double GAP = 14;

  private WeekAxis() {}

  /**
   * The axis from the first to the last day, with whole labels only.
   *
   * @param days ascending, at least one
   * @param width in pixels
   */
  static Axis of(List<LocalDate> days, double width) {
    double from = days.get(0).toEpochDay() - HALF_A_WEEK;
    double to = days.get(days.size() - 1).toEpochDay() + HALF_A_WEEK;
    double pixels = width / (to - from);
    double widest = ChartFonts.width("May 2022") + GAP;
    int step =
        MONTHS.stream()
            .filter(months -> months * DAYS_PER_MONTH * pixels >= widest)
            .findFirst()
            .orElse(MONTHS.get(MONTHS.size() - 1));
    List<Axis.Tick> ticks = new ArrayList<>();
    LocalDate day = days.get(0).withDayOfMonth(1);
    while (day.toEpochDay() <= to) {
      int months = day.getYear() * 12 + day.getMonthValue() - 1;
      String label = Period.month(day) + " " + day.getYear();
      double half = ChartFonts.width(label) / 2 / pixels;
      if (months % step == 0 && day.toEpochDay() - half >= from && day.toEpochDay() + half <= to) {
        ticks.add(new Axis.Tick(day.toEpochDay(), label));
      }
      day = day.plusMonths(1);
    }
    if (ticks.isEmpty()) {
      double middle = (from + to) / 2;
      ticks.add(new Axis.Tick(middle, Period.of(days.get(0), days.get(days.size() - 1))));
    }
    return new Axis("", from, to, ticks);
  }
}
