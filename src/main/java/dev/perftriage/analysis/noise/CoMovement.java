package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which changes happened at the same merges, as far as it was found out what became of them. */
final class CoMovement {

  private final int[] stayed;
  private final int[] regressed;
  private final Map<Long, Map<String, Integer>> casesOfBenchmarks = new HashMap<>();
  private final Map<Long, Integer> regressions = new HashMap<>();
  private final Map<Long, Integer> cases = new HashMap<>();

  /** Nothing is known yet of any of that many merges. */
  CoMovement(int merges) {
    stayed = new int[merges];
    regressed = new int[merges];
  }

  /** Notes a change that no noise explains. */
  void stayed(int merge, TestCaseChange change) {
    stayed[merge]++;
    regressed[merge] += change.isRegression() ? 1 : 0;
  }

  /** Notes a change that was undone at, or undid one of, another merge. */
  void wentBack(int merge, int other, TestCaseChange change) {
    long way = wayBack(merge, other);
    casesOfBenchmarks
        .computeIfAbsent(way, key -> new HashMap<>())
        .merge(change.testCase().benchmark(), 1, Integer::sum);
    cases.merge(way, 1, Integer::sum);
    regressions.merge(way, change.isRegression() ? 1 : 0, Integer::sum);
  }

  /** Takes over what is known of ways back. */
  void keepWaysBackOf(CoMovement known) {
    casesOfBenchmarks.putAll(known.casesOfBenchmarks);
    cases.putAll(known.cases);
    regressions.putAll(known.regressions);
  }

  /** How many test cases besides one moved at a merge and stayed. */
  int othersAt(int merge) {
    return Math.max(0, stayed[merge] - 1);
  }

  /**
   * How many test cases besides a change's own moved at a merge and stayed, as far as they speak
   * for a cause of this change: those that went the other way do so only where many went either.
   */
  int othersLike(TestCaseChange change, int merge) {
    int others = othersAt(merge);
    int alike = change.isRegression() ? regressed[merge] : stayed[merge] - regressed[merge];
    int likeIt = Math.max(0, alike - 1);
    return likeIt >= NoiseRules.EITHER_WAY * others ? others : likeIt;
  }

  /** Whether so many moved at a merge and stayed that it must be the cause. */
  boolean isGroup(int merge) {
    return stayed[merge] >= NoiseRules.GROUP;
  }

  /** The other merge, where a whole group went there or came from there. */
  Optional<Integer> undoneWith(int merge, int other) {
    long way = wayBack(merge, other);
    int all = cases.getOrDefault(way, 0);
    if (all < NoiseRules.GROUP) {
      return Optional.empty();
    }
    int up = regressions.getOrDefault(way, 0);
    Map<String, Integer> byBenchmark = casesOfBenchmarks.getOrDefault(way, Map.of());
    int largest = byBenchmark.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    boolean isGroup =
        Math.max(up, all - up) >= NoiseRules.SAME_WAY * all
            && byBenchmark.size() >= NoiseRules.BENCHMARKS
            && all - largest >= NoiseRules.ELSEWHERE;
    return isGroup ? Optional.of(other) : Optional.empty();
  }

  /** A key for two merges, the one that changed first. */
  private static long wayBack(int merge, int other) {
    return (long) merge << Integer.SIZE | other;
  }
}
