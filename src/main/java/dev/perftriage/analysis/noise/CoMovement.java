package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Map;

/** Changes at the same merges, as far as their verdicts are known. */
final class CoMovement {

  private final int[] stayed;
  private final int[] regressed;
  private final Map<Return, Map<String, Integer>> casesOfBenchmarks = new HashMap<>();
  private final Map<Return, Integer> regressions = new HashMap<>();

  CoMovement(int merges) {
    stayed = new int[merges];
    regressed = new int[merges];
  }

  void stayed(int merge, TestCaseChange change) {
    stayed[merge]++;
    regressed[merge] += change.isRegression() ? 1 : 0;
  }

  /** Records a change that was undone at another merge, or that undid one made there. */
  void wentBack(int merge, int other, TestCaseChange change) {
    Return way = new Return(merge, other);
    casesOfBenchmarks
        .computeIfAbsent(way, key -> new HashMap<>())
        .merge(change.testCase().benchmark(), 1, Integer::sum);
    regressions.merge(way, change.isRegression() ? 1 : 0, Integer::sum);
  }

  void keepWaysBackOf(CoMovement known) {
    casesOfBenchmarks.putAll(known.casesOfBenchmarks);
    regressions.putAll(known.regressions);
  }

  /** The number of other test cases that moved at a merge and stayed. */
  int othersAt(int merge) {
    return Math.max(0, stayed[merge] - 1);
  }

  /**
   * The number of other test cases that moved at a merge and stayed, as evidence for a cause of
   * this change: those that moved in the other direction count only if many moved in each.
   */
  int othersLike(TestCaseChange change, int merge) {
    int others = othersAt(merge);
    int alike = change.isRegression() ? regressed[merge] : stayed[merge] - regressed[merge];
    int likeIt = Math.max(0, alike - 1);
    return likeIt >= NoiseRules.EITHER_WAY * others ? others : likeIt;
  }

  /** Whether enough test cases moved at a merge and stayed to prove that it is the cause. */
  boolean isGroup(int merge) {
    return stayed[merge] >= NoiseRules.GROUP;
  }

  /** Whether a whole group returned or had moved the other way at another merge. */
  boolean isUndoneWith(int merge, int other) {
    Return way = new Return(merge, other);
    Map<String, Integer> byBenchmark = casesOfBenchmarks.getOrDefault(way, Map.of());
    IntSummaryStatistics cases =
        byBenchmark.values().stream().mapToInt(Integer::intValue).summaryStatistics();
    long all = cases.getSum();
    int up = regressions.getOrDefault(way, 0);
    return all >= NoiseRules.GROUP
        && Math.max(up, all - up) >= NoiseRules.SAME_WAY * all
        && byBenchmark.size() >= NoiseRules.BENCHMARKS
        && all - cases.getMax() >= NoiseRules.ELSEWHERE;
  }

  /** The merge of a change, and the one that undid it or that it undid. */
  private record Return(int merge, int other) {}
}
