package dev.perftriage.analysis.noise;

import dev.perftriage.model.TestCase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The excursions of test cases without a habit of them. Those with the same way out, way back and
 * direction are one episode.
 */
final class Episodes {

  private final Map<Episode, Map<String, Set<TestCase>>> taking = new HashMap<>();
  private final Map<Kind, Integer> usual = new HashMap<>();
  private final Map<String, Integer> measured = new TreeMap<>();
  private final int merges;

  /**
   * No episode yet.
   *
   * @param merges the number of merges
   * @param measured all test cases that were measured
   */
  Episodes(int merges, Collection<TestCase> measured) {
    this.merges = merges;
    measured.forEach(testCase -> this.measured.merge(testCase.profile(), 1, Integer::sum));
  }

  void add(Episode episode, TestCase testCase) {
    Map<String, Set<TestCase>> byBenchmark =
        taking.computeIfAbsent(episode, key -> new HashMap<>());
    if (!byBenchmark.containsKey(testCase.benchmark())) {
      usual.merge(episode.kind(), 1, Integer::sum);
    }
    byBenchmark.computeIfAbsent(testCase.benchmark(), key -> new HashSet<>()).add(testCase);
  }

  /** How many took part with a test case in an episode. */
  Extent extent(Episode episode, TestCase testCase) {
    Map<String, Set<TestCase>> byBenchmark = taking.getOrDefault(episode, Map.of());
    int count = byBenchmark.size();
    boolean isTogether = isTogether(episode, count);
    if (isTogether && count >= NoiseRules.GROUP) {
      return isMost(byBenchmark.values()) ? Extent.MACHINE : Extent.GROUP;
    }
    int same = byBenchmark.getOrDefault(testCase.benchmark(), Set.of()).size();
    int all = byBenchmark.values().stream().mapToInt(Set::size).sum();
    boolean isFew = same >= NoiseRules.SIBLINGS || (isTogether && all > NoiseRules.SIBLINGS);
    return isFew ? Extent.FEW : Extent.ALONE;
  }

  /** The merges, by index, at which an episode of a group begins or ends. */
  Set<Integer> endsOfGroups() {
    Set<Integer> ends = new HashSet<>();
    taking.forEach(
        (episode, byBenchmark) -> {
          if (byBenchmark.size() >= NoiseRules.GROUP && isTogether(episode, byBenchmark.size())) {
            ends.add(episode.out());
            ends.add(episode.back());
          }
        });
    return ends;
  }

  private boolean isTogether(Episode episode, int count) {
    double byChance = (double) (usual.getOrDefault(episode.kind(), 0) - count) / merges;
    return count > 1 && NoiseRules.isMoreThanChance(count, byChance);
  }

  /** Whether most test cases of every one of several profiles took part. */
  private boolean isMost(Collection<Set<TestCase>> byBenchmark) {
    Map<String, Integer> took = new HashMap<>();
    byBenchmark.forEach(
        some -> some.forEach(testCase -> took.merge(testCase.profile(), 1, Integer::sum)));
    return measured.size() > 1
        && measured.entrySet().stream()
            .allMatch(
                profile ->
                    took.getOrDefault(profile.getKey(), 0) >= NoiseRules.MOST * profile.getValue());
  }

  /** How many test cases left their level and came back together. */
  enum Extent {
    /** One, or as many as coincide by chance. */
    ALONE,
    /** Two benchmarks, or two or more test cases of one. */
    FEW,
    /** So many benchmarks that there is a common cause. */
    GROUP,
    /** Most test cases of every profile. */
    MACHINE
  }

  /**
   * A way out and back.
   *
   * @param out the index of the merge at which it begins
   * @param back the index of the merge at which it ends
   * @param isUp whether the level is higher meanwhile
   */
  record Episode(int out, int back, boolean isUp) {

    static Episode of(SeenSeries series, int merge) {
      Excursion excursion = series.excursion();
      return new Episode(
          excursion.out(), excursion.back(), series.isUp() == (merge == excursion.out()));
    }

    private Kind kind() {
      return new Kind(back - out, isUp);
    }
  }

  private record Kind(int length, boolean isUp) {}
}
