package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which changes happened at the same merges, as far as it was found out what became of them. */
final class Together {

  private final int[] stayed;
  private final Map<WayBack, Set<String>> benchmarks = new HashMap<>();
  private final Map<WayBack, Integer> regressions = new HashMap<>();
  private final Map<WayBack, Integer> cases = new HashMap<>();

  /** Nothing is known yet of any of that many merges. */
  Together(int merges) {
    stayed = new int[merges];
  }

  /** Notes a change that no noise explains. */
  void stayed(int merge) {
    stayed[merge]++;
  }

  /** Notes a change that was undone at, or undid one of, another merge. */
  void wentBack(int merge, int other, TestCaseChange change) {
    WayBack way = new WayBack(merge, other);
    benchmarks.computeIfAbsent(way, key -> new HashSet<>()).add(change.testCase().benchmark());
    cases.merge(way, 1, Integer::sum);
    regressions.merge(way, change.isRegression() ? 1 : 0, Integer::sum);
  }

  /** Takes over what is known of ways back. */
  void keepWaysBackOf(Together known) {
    benchmarks.putAll(known.benchmarks);
    cases.putAll(known.cases);
    regressions.putAll(known.regressions);
  }

  /** How many test cases besides one moved at a merge and stayed. */
  int othersAt(int merge) {
    return Math.max(0, stayed[merge] - 1);
  }

  /** Whether so many moved at a merge and stayed that it must be the cause. */
  boolean isGroup(int merge) {
    return stayed[merge] >= NoiseRules.GROUP;
  }

  /** The other merge, where a whole group went there or came from there. */
  Optional<Integer> undoneWith(int merge, int other) {
    WayBack way = new WayBack(merge, other);
    int all = cases.getOrDefault(way, 0);
    int up = regressions.getOrDefault(way, 0);
    boolean isGroup =
        all >= NoiseRules.GROUP
            && Math.max(up, all - up) >= NoiseRules.SAME_WAY * all
            && benchmarks.getOrDefault(way, Set.of()).size() >= NoiseRules.BENCHMARKS;
    return isGroup ? Optional.of(other) : Optional.empty();
  }

  private record WayBack(int merge, int other) {}
}
