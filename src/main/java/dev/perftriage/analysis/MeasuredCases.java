package dev.perftriage.analysis;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.model.TestResultComparison.Comparability;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison measured on one target, whatever its outcome: the facts that say how far it can
 * be trusted. They cover the test cases that a filter selects by name.
 *
 * @param testCases the number of compile test cases, comparable or not
 * @param comparable the number of them that have a finite relative change
 * @param benchmarks the names of their benchmarks, in order
 * @param byDefault the benchmarks whose every test case was judged by {@link #DEFAULT_THRESHOLD};
 *     test cases whose threshold is NaN do not count
 * @param allByDefault whether every test case was judged by it
 * @param contiguous whether the earlier artifact is the direct parent of the later one
 * @param newlyFailing the benchmarks that fail with the later artifact only, in order of their
 *     names
 * @param otherErrors names in the site's list of new errors that are not benchmarks, such as {@code
 *     Job failure}, in order
 * @param targetMix how much of each target is known, of all test cases; null unless the site
 *     answers each test case on a random one of its targets
 * @param repeated the test cases with several results that nothing tells apart, by name
 */
public record MeasuredCases(
    int testCases,
    int comparable,
    List<String> benchmarks,
    SortedSet<String> byDefault,
    boolean allByDefault,
    boolean contiguous,
    List<String> newlyFailing,
    List<String> otherErrors,
    @Nullable TargetMix targetMix,
    List<TestCase> repeated) {

  /**
   * The site's threshold, a fraction, for a test case without a value at each of the 30 merges
   * before the earlier artifact.
   */
  public static final double DEFAULT_THRESHOLD = 0.002;

  /** Copies the collections. */
  public MeasuredCases {
    benchmarks = List.copyOf(benchmarks);
    byDefault = Collections.unmodifiableSortedSet(new TreeSet<>(byDefault));
    newlyFailing = List.copyOf(newlyFailing);
    otherErrors = List.copyOf(otherErrors);
    repeated = List.copyOf(repeated);
  }

  /**
   * The facts on one target.
   *
   * @param named the test cases that a filter selects by name
   */
  public static MeasuredCases of(ArtifactComparison named, String target) {
    Counting counting = new Counting(target);
    named.compile().forEach(counting::add);
    SortedSet<String> errors = new TreeSet<>();
    named.newErrors().forEach(error -> errors.add(error.benchmark()));
    List<String> newlyFailing = errors.stream().filter(name -> isBenchmark(name, named)).toList();
    return new MeasuredCases(
        counting.testCases,
        counting.comparable,
        counting.benchmarks.stream().sorted().toList(),
        counting.onlyByDefault(named),
        counting.judged > 0 && counting.judged == counting.judgedByDefault,
        named.contiguous(),
        newlyFailing,
        errors.stream().filter(name -> !newlyFailing.contains(name)).toList(),
        named.targetMix(),
        named.repeated().stream().filter(testCase -> testCase.target().equals(target)).toList());
  }

  /**
   * Whether a name in the site's list of new errors is that of a benchmark. Recordings without
   * metadata do not say: there, all names are.
   */
  public static boolean isBenchmark(String name, ArtifactComparison comparison) {
    return comparison.benchmarks().isEmpty()
        || comparison.benchmarks().containsKey(name)
        || comparison.compile().stream().anyMatch(one -> one.testCase().benchmark().equals(name))
        || comparison.runtime().stream().anyMatch(one -> one.testCase().benchmark().equals(name));
  }

  /** Whether no test case has a finite change: growth from zero alone says nothing of how much. */
  public boolean isNothing() {
    return comparable == 0;
  }

  /** Counts the test cases of a target, one after another. */
  private static final class Counting {

    private final String target;
    private final Set<String> benchmarks = new HashSet<>();

    /** The benchmarks with a test case that was judged by the default threshold: mostly none. */
    private final Set<String> byDefault = new HashSet<>();

    private int testCases;
    private int comparable;
    private int judged;
    private int judgedByDefault;

    private Counting(String target) {
      this.target = target;
    }

    private void add(TestCaseComparison one) {
      if (!one.testCase().target().equals(target)) {
        return;
      }
      testCases++;
      if (one.result().comparability() == Comparability.COMPARABLE) {
        comparable++;
      }
      benchmarks.add(one.testCase().benchmark());
      double threshold = one.result().significanceThreshold();
      if (!Double.isNaN(threshold)) {
        judged++;
      }
      if (threshold == DEFAULT_THRESHOLD) {
        judgedByDefault++;
        byDefault.add(one.testCase().benchmark());
      }
    }

    /** The benchmarks of which no test case was judged by a threshold of its own. */
    private SortedSet<String> onlyByDefault(ArtifactComparison named) {
      SortedSet<String> only = new TreeSet<>(byDefault);
      if (!only.isEmpty()) {
        named.compile().stream()
            .filter(one -> one.testCase().target().equals(target))
            .filter(one -> !Double.isNaN(one.result().significanceThreshold()))
            .filter(one -> one.result().significanceThreshold() != DEFAULT_THRESHOLD)
            .forEach(one -> only.remove(one.testCase().benchmark()));
      }
      return only;
    }
  }
}
