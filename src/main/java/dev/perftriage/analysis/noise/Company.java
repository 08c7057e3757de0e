package dev.perftriage.analysis.noise;

import dev.perftriage.model.TestCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The test cases that moved at each merge for longer than a short excursion, without a habit of
 * doing so. Those of one benchmark share their noise, so that benchmarks count.
 */
final class Company {

  private final Map<Side, Map<String, Set<TestCase>>> moved = new HashMap<>();
  private final int sides;
  private int all;

  /**
   * Nothing moved yet.
   *
   * @param merges the number of merges
   */
  Company(int merges) {
    sides = 2 * merges;
  }

  void moved(int merge, boolean isUp, TestCase testCase) {
    Map<String, Set<TestCase>> byBenchmark =
        moved.computeIfAbsent(new Side(merge, isUp), key -> new HashMap<>());
    if (!byBenchmark.containsKey(testCase.benchmark())) {
      all++;
    }
    byBenchmark.computeIfAbsent(testCase.benchmark(), key -> new HashSet<>()).add(testCase);
  }

  /**
   * Whether more benchmarks moved in one direction than do by chance at this rate: then the merge
   * is the cause.
   */
  boolean isGroup(int merge) {
    return isGroup(merge, true) || isGroup(merge, false);
  }

  private boolean isGroup(int merge, boolean isUp) {
    int count = benchmarks(merge, isUp);
    return count >= NoiseRules.GROUP
        && NoiseRules.isMoreThanChance(count, (double) (all - count) / sides);
  }

  /** In which direction a group moved, seen from a test case that rose or fell. */
  Direction direction(int merge, boolean isUp) {
    if (isGroup(merge, isUp)) {
      return Direction.ALONG;
    }
    return isGroup(merge, !isUp) ? Direction.AGAINST : Direction.NONE;
  }

  /** How many benchmarks moved in a direction. */
  int benchmarks(int merge, boolean isUp) {
    return moved.getOrDefault(new Side(merge, isUp), Map.of()).size();
  }

  /** What moved with a test case that rose or fell. */
  Companions with(int merge, boolean isUp, TestCase testCase) {
    Map<String, Set<TestCase>> same = moved.getOrDefault(new Side(merge, isUp), Map.of());
    return new Companions(
        siblings(merge, isUp, testCase),
        same.size() - (same.containsKey(testCase.benchmark()) ? 1 : 0),
        direction(merge, isUp));
  }

  /** How many other test cases of the same benchmark moved in the same direction. */
  int siblings(int merge, boolean isUp, TestCase testCase) {
    Set<TestCase> same =
        moved
            .getOrDefault(new Side(merge, isUp), Map.of())
            .getOrDefault(testCase.benchmark(), Set.of());
    return same.size() - (same.contains(testCase) ? 1 : 0);
  }

  /** How many other test cases moved in any direction. */
  int others(int merge, TestCase testCase) {
    int count = 0;
    for (boolean isUp : new boolean[] {true, false}) {
      for (Set<TestCase> same : moved.getOrDefault(new Side(merge, isUp), Map.of()).values()) {
        count += same.size() - (same.contains(testCase) ? 1 : 0);
      }
    }
    return count;
  }

  /** The direction in which a group moved, seen from a test case. */
  enum Direction {
    /** No group moved. */
    NONE,
    /** A group moved the other way only: a test case hardly ever moves against its group. */
    AGAINST,
    /** A group moved the same way. */
    ALONG
  }

  private record Side(int merge, boolean isUp) {}
}
