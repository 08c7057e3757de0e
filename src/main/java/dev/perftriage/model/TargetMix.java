package dev.perftriage.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much is known of each target where the site answers each test case on a random one of its
 * targets. The site compares the test cases of two artifacts without their targets, so equal
 * questions get answers about different test cases.
 *
 * @param known the number of test cases that are known on a target, by its name, in alphabetical
 *     order
 * @param testCases the number of test cases, counted once however many targets they have
 */
public record TargetMix(SortedMap<String, Integer> known, int testCases) {

  public TargetMix {
    known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
  }

  /**
   * Finds a random mix of targets in one answer: more than one target, and no test case on two.
   *
   * @param compile the results of one answer of the site
   * @return null if it is none
   */
  public static @Nullable TargetMix in(List<TestCaseComparison> compile) {
    TargetMix counted = count(compile);
    return counted.known.size() > 1 && sum(counted.known.values()) == counted.testCases
        ? counted
        : null;
  }

  /**
   * Unites two answers to one question. A test case has the same values on a target in each.
   *
   * @param newer the answer that everything but the test cases is taken from
   */
  public static ArtifactComparison united(ArtifactComparison newer, ArtifactComparison older) {
    List<TestCaseComparison> compile = united(newer.compile(), older.compile());
    return newer.mixed(compile, united(newer.runtime(), older.runtime()), count(compile));
  }

  /** Whichever of two mixes has the smaller known part. */
  public TargetMix least(TargetMix other) {
    return (long) sum(known.values()) * other.testCases
            <= (long) sum(other.known.values()) * testCases
        ? this
        : other;
  }

  /** Whether every test case is known on every target. */
  public boolean isComplete() {
    return known.values().stream().allMatch(count -> count == testCases);
  }

  private static List<TestCaseComparison> united(
      List<TestCaseComparison> first, List<TestCaseComparison> second) {
    Set<TestCase> known =
        first.stream().map(TestCaseComparison::testCase).collect(Collectors.toSet());
    return Stream.concat(
            first.stream(), second.stream().filter(one -> !known.contains(one.testCase())))
        .toList();
  }

  private static TargetMix count(List<TestCaseComparison> compile) {
    Map<TestCase, Set<String>> targets = new HashMap<>();
    SortedMap<String, Integer> known = new TreeMap<>();
    for (TestCaseComparison one : compile) {
      TestCase testCase = one.testCase();
      if (targets
          .computeIfAbsent(onAnyTarget(testCase), unused -> new HashSet<>())
          .add(testCase.target())) {
        known.merge(testCase.target(), 1, Integer::sum);
      }
    }
    return new TargetMix(known, targets.size());
  }

  /** The part of a test case that the site tells test cases apart by. */
  private static TestCase onAnyTarget(TestCase one) {
    return new TestCase(one.benchmark(), one.profile(), one.scenario(), one.backend(), "");
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
