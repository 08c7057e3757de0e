package dev.perftriage.report;

import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The levels of test cases through a range of merges.
 *
 * @param cases in the order of their names, one or more
 * @param moreCases how many other test cases the filter selects
 * @param titles the available titles of pull requests, by number
 */
public record LevelReport(
    Metric metric, List<CaseLine> cases, int moreCases, Map<Integer, String> titles) {

  public LevelReport {
    cases = List.copyOf(cases);
    titles = Collections.unmodifiableMap(new TreeMap<>(titles));
  }

  /** The title of the pull request that a merge merges; empty if unavailable. */
  public Optional<String> title(Merge merge) {
    return Optional.ofNullable(merge.pr()).map(titles::get);
  }

  /**
   * One test case.
   *
   * @param points in commit order, one or more
   */
  public record CaseLine(
      TestCase testCase, ValueSource source, List<Point> points, CaseLevels levels) {

    public CaseLine {
      points = List.copyOf(points);
    }

    /** The merge of a step. */
    public Point at(Step step) {
      return points.get(step.merge());
    }

    public Point first() {
      return points.get(0);
    }

    public Point last() {
      return points.get(points.size() - 1);
    }

    /** How many merges were measured. */
    public int measured() {
      return (int) points.stream().filter(Point::isMeasured).count();
    }
  }

  /**
   * A merge and its value.
   *
   * @param time when it was merged; empty if unknown
   * @param value in the metric's own unit; NaN if there is none
   * @param isInterpolated whether the site carried the value over from a neighbour
   */
  public record Point(Merge merge, Optional<Instant> time, double value, boolean isInterpolated) {

    /** Whether the value was measured at this merge. */
    public boolean isMeasured() {
      return !isInterpolated && !Double.isNaN(value);
    }

    /** The day of the merge, in UTC; empty if unknown. */
    public Optional<LocalDate> day() {
      return time.map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
  }

  /** Where values come from. */
  public enum ValueSource {
    /** The site's histories, whose values have the precision of 32 bits. */
    SITE("the site's histories"),
    /** The stored comparisons of the range, whose values are exact. */
    COMPARISONS("stored comparisons");

    private final String words;

    ValueSource(String words) {
      this.words = words;
    }

    /** Its name in sentences. */
    public String words() {
      return words;
    }
  }
}
