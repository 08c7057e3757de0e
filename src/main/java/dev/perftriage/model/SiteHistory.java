package dev.perftriage.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values of one test case through a range of merges, as the site draws them.
 *
 * @param points in commit order
 */
public record SiteHistory(List<Point> points) {

  public SiteHistory {
    points = List.copyOf(points);
  }

  /**
   * The part from one end to another, both included; an open end is that of this history.
   *
   * @return empty if it does not reach to a given end
   */
  public Optional<SiteHistory> between(Bound start, Bound end) {
    int first = start.isOpen() ? 0 : start.day().map(this::firstOn).orElseGet(() -> placeOf(start));
    int last =
        end.isOpen()
            ? points.size() - 1
            : end.day().map(this::lastOn).orElseGet(() -> placeOf(end));
    return first < 0 || last < first
        ? Optional.empty()
        : Optional.of(new SiteHistory(points.subList(first, last + 1)));
  }

  /** The first merge from a day on; -1 if this history need not reach back to that day. */
  private int firstOn(LocalDate day) {
    return points.isEmpty() || day(0).isAfter(day)
        ? -1
        : IntStream.range(0, points.size())
            .filter(place -> !day(place).isBefore(day))
            .findFirst()
            .orElse(-1);
  }

  /** The last merge up to a day; -1 if there is none. */
  private int lastOn(LocalDate day) {
    return (int) IntStream.range(0, points.size()).filter(place -> !day(place).isAfter(day)).count()
        - 1;
  }

  private LocalDate day(int place) {
    return LocalDate.ofInstant(points.get(place).time(), ZoneOffset.UTC);
  }

  private int placeOf(Bound end) {
    return IntStream.range(0, points.size())
        .filter(place -> end.is(points.get(place).commit()))
        .findFirst()
        .orElse(-1);
  }

  /**
   * A merge and its value.
   *
   * @param time when it was merged
   * @param value in the metric's own unit, with the precision of 32 bits; NaN if the site has none
   * @param isInterpolated whether the value was not measured but carried over from a neighbour
   */
  public record Point(Sha commit, Instant time, double value, boolean isInterpolated) {

    /** Whether the value was measured at this merge. */
    public boolean isMeasured() {
      return !isInterpolated && Double.isFinite(value);
    }
  }
}
