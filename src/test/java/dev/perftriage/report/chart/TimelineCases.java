package dev.perftriage.report.chart;

import dev.perftriage.analysis.Direction;
import dev.perftriage.model.Metric;
import dev.perftriage.report.VerdictMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Ranges of merges that are hard to draw. */
final class TimelineCases {

  private static final List<VerdictMark> MARKS = List.of(VerdictMark.values());

  private TimelineCases() {}

  static Timeline named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Timeline> all() {
    Map<String, Timeline> cases = new LinkedHashMap<>();
    cases.put("empty", timeline(0, List.of()));
    cases.put("one", timeline(7, List.of(merge(1, 1, Direction.REGRESSION, false, 0.004))));
    cases.put("walk", timeline(300, walk(36, 5, 3)));
    cases.put("crowded", timeline(300, walk(160, 6, 1)));
    cases.put(
        "holes",
        timeline(
            40,
            List.of(
                merge(1, 1, Direction.NONE, false, 0.001),
                merge(2, 4, Direction.MIXED, true, -0.003),
                merge(3, 1, Direction.IMPROVEMENT, true, -0.006),
                merge(4, 2, Direction.REGRESSION, false, -0.002),
                merge(5, 1, Direction.NONE, false, -0.002))));
    cases.put(
        "nothing-in-common",
        timeline(
            0,
            List.of(
                merge(1, 1, Direction.REGRESSION, false, null),
                merge(2, 1, Direction.IMPROVEMENT, false, null))));
    List<Timeline.Step> spike = new ArrayList<>(walk(60, 8, 9));
    spike.set(30, merge(31, 1, Direction.REGRESSION, false, 0.7));
    cases.put("spike", timeline(100, spike));
    return cases;
  }

  static Timeline timeline(int testCases, List<Timeline.Step> merges) {
    return new Timeline(
        Metric.INSTRUCTIONS, "23fced0f..35ebdf9b", "27 Oct – 2 Nov 2025", testCases, merges);
  }

  static Timeline.Step merge(
      int number, int spans, Direction direction, boolean rollup, @Nullable Double cumulative) {
    return new Timeline.Step(
        "#" + (148000 + number),
        "Title " + number,
        spans,
        direction,
        rollup,
        direction == Direction.NONE
            ? Optional.empty()
            : Optional.of(MARKS.get(number % MARKS.size())),
        Optional.of(LocalDate.of(2025, 10, 27).plusDays(number / 5)),
        cumulative == null ? OptionalDouble.empty() : OptionalDouble.of(cumulative));
  }

  /** Merges of which one in so many is listed. */
  static List<Timeline.Step> walk(int count, long seed, int oneListedIn) {
    Random random = new Random(seed);
    List<Timeline.Step> merges = new ArrayList<>();
    double change = 0;
    for (int i = 1; i <= count; i++) {
      double step = random.nextGaussian() * 0.002;
      change += step;
      Direction direction =
          i % oneListedIn != 0
              ? Direction.NONE
              : i % 5 == 0
                  ? Direction.MIXED
                  : step > 0 ? Direction.REGRESSION : Direction.IMPROVEMENT;
      merges.add(merge(i, 1, direction, i % 4 == 0, change));
    }
    return merges;
  }
}
