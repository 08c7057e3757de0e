package dev.perftriage.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnitSource;

/** The days of weeks as a horizontal axis. */
final class WeekAxis {

  private static final double DAYS_OF_LONGEST_MONTH = 31;
  private static final double MILLISECONDS_PER_DAY = 86_400_000;
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
    int step = months(widest / pixels);
    List<Axis.Tick> ticks = new ArrayList<>();
    LocalDate day = days.get(0).withDayOfMonth(1);
    while (day.toEpochDay() <= to) {
      int months = day.getYear() * 12 + day.getMonthValue() - 1;
      String label = Period.month(day) + " " + day.getYear();
      double half = ChartFonts.width(label) / 2 / pixels;
      if (months % step == 0 && day.toEpochDay() - half >= from && day.toEpochDay() + half <= to) {
        ticks.add(new Axis.Tick((double) day.toEpochDay(), label));
      }
      day = day.plusMonths(1);
    }
    if (ticks.isEmpty()) {
      double middle = (from + to) / 2;
      ticks.add(new Axis.Tick(middle, Period.of(days.get(0), days.get(days.size() - 1))));
    }
    return new Axis("", from, to, ticks);
  }

  /** The smallest of JFreeChart's steps of whole months that is at least so many days. */
  private static int months(double days) {
    TickUnitSource units =
        DateAxis.createStandardDateTickUnits(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    double least = Math.max(days, DAYS_OF_LONGEST_MONTH) * MILLISECONDS_PER_DAY;
    DateTickUnit unit = (DateTickUnit) units.getCeilingTickUnit(least);
    return unit.getMultiple() * (unit.getUnitType().equals(DateTickUnitType.YEAR) ? 12 : 1);
  }
}
