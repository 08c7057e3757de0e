package dev.perftriage.report.chart;

import dev.perftriage.model.Artifact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days in UTC as titles and axes name them: in English, whatever the locale. */
final class Period {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Period() {}

  /** The days of two compilers: {@code 27 Oct – 2 Nov 2025}; empty unless both are known. */
  static String of(Artifact before, Artifact after) {
    return of(before.date(), after.date());
  }

  /** The days of two instants: {@code 27 Oct – 2 Nov 2025}; empty unless both are known. */
  static String of(@Nullable Instant before, @Nullable Instant after) {
    return before == null || after == null ? "" : of(day(before), day(after));
  }

  /** {@code 27 Oct – 2 Nov 2025}. */
  static String of(LocalDate first, LocalDate last) {
    String end = dayAndMonth(last) + " " + last.getYear();
    if (first.equals(last)) {
      return end;
    }
    String start = dayAndMonth(first);
    return (first.getYear() == last.getYear() ? start : start + " " + first.getYear())
        + " – "
        + end;
  }

  /** {@code 27 Oct}. */
  static String dayAndMonth(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day);
  }

  /** {@code Oct}. */
  static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1);
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
