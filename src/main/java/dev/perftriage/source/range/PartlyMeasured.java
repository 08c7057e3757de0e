package dev.perftriage.source.range;

import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Merge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the merges that were measured only in part, as after a collector's job has failed. A
 * comparison has the test cases that were measured at both of its merges, so a merge has at least
 * as many as the larger of the two comparisons that it is part of.
 */
final class PartlyMeasured {

  /**
   * Fewer test cases than this part of the neighbours' mean that a job has failed. With two
   * collectors, 481 of 970 test cases are left (50 %), with three about two thirds; benchmarks that
   * fail to compile seldom cost more than a tenth.
   */
  private static final double LARGEST_PART = 0.75;

  /**
   * More merges in a row than this with fewer test cases have another set of benchmarks rather than
   * a failed job.
   */
  private static final int MOST_IN_A_ROW = 3;

  private final List<Measured> merges;

  /**
   * The merges of a chain without interruption.
   *
   * @param merges in commit order
   */
  private PartlyMeasured(List<Measured> merges) {
    this.merges = merges;
  }

  /**
   * The merges that some comparisons show to be measured in part, in commit order; none if most
   * merges differ so.
   */
  static List<HalfMeasured> in(List<ComparedStep> steps) {
    List<HalfMeasured> found = new ArrayList<>();
    int at = 0;
    while (at < steps.size()) {
      List<Measured> merges = new ArrayList<>();
      Extent before = null;
      do {
        ComparedStep step = steps.get(at);
        merges.add(new Measured(step.start(), before, step.extent()));
        before = step.extent();
        at++;
      } while (at < steps.size()
          && steps.get(at).start().sha().equals(steps.get(at - 1).end().sha()));
      merges.add(new Measured(steps.get(at - 1).end(), before, null));
      found.addAll(new PartlyMeasured(merges).all());
    }
    return found;
  }

  private List<HalfMeasured> all() {
    List<HalfMeasured> found = new ArrayList<>();
    int at = 0;
    while (at < merges.size()) {
      int length = lengthOfRun(at);
      for (int i = at; i < at + length; i++) {
        found.add(halfMeasured(i, at - 1, at + length));
      }
      if (length == 0 && at > 0 && at < merges.size() - 1 && !lost(at, at - 1, at + 1).isEmpty()) {
        found.add(halfMeasured(at, at - 1, at + 1));
      } else if (length == 0 && at > 0) {
        smallComparison(at).ifPresent(found::add);
      }
      at += Math.max(1, length);
    }
    // Where most merges differ from their neighbours, there is no usual number of test cases.
    return 2 * found.size() > merges.size() ? List.of() : found;
  }

  /** Whether the comparison that ends at a merge has fewer test cases than either of its merges. */
  private Optional<HalfMeasured> smallComparison(int end) {
    Extent extent = merges.get(end).before();
    int usual = usual(end - 1, end);
    if (extent == null || extent.testCases() >= LARGEST_PART * usual) {
      return Optional.empty();
    }
    Set<String> lost = new HashSet<>(merges.get(end - 1).benchmarks());
    lost.retainAll(merges.get(end).benchmarks());
    lost.removeAll(extent.benchmarks());
    return Optional.of(
        new HalfMeasured(
            merges.get(end).merge(),
            extent.testCases(),
            usual,
            lost.stream().sorted().toList(),
            false));
  }

  /** How many merges in a row, from one on, have fewer test cases than those around them. */
  private int lengthOfRun(int first) {
    int largest = 0;
    int most = first == 0 ? 1 : MOST_IN_A_ROW;
    for (int length = 1; length <= most && first + length <= merges.size(); length++) {
      largest = Math.max(largest, merges.get(first + length - 1).testCases());
      if (largest < LARGEST_PART * usual(first - 1, first + length)) {
        return length;
      }
    }
    return 0;
  }

  /** The number of test cases of the merges around others; 0 if there are none. */
  private int usual(int before, int after) {
    if (before < 0) {
      return after < merges.size() ? merges.get(after).testCases() : 0;
    }
    int ofBefore = merges.get(before).testCases();
    return after < merges.size() ? Math.min(ofBefore, merges.get(after).testCases()) : ofBefore;
  }

  private HalfMeasured halfMeasured(int at, int before, int after) {
    return new HalfMeasured(
        merges.get(at).merge(),
        merges.get(at).testCases(),
        usual(before, after),
        lost(at, before, after).stream().sorted().toList(),
        false);
  }

  /** The benchmarks of the merges around a merge that it lacks, and that do not newly fail. */
  private Set<String> lost(int at, int before, int after) {
    Measured merge = merges.get(at);
    Set<String> lost = new HashSet<>();
    for (String benchmark : merges.get(before < 0 ? after : before).benchmarks()) {
      if (!merge.benchmarks().contains(benchmark)
          && (after == merges.size() || merges.get(after).benchmarks().contains(benchmark))
          && !merge.failing().contains(benchmark)) {
        lost.add(benchmark);
      }
    }
    return lost;
  }

  /**
   * An available comparison.
   *
   * @param start the earlier merge, without a pull request if it is unknown
   * @param end the merge after it
   */
  record ComparedStep(Merge start, Merge end, Extent extent) {}

  /**
   * A merge, with the comparisons that end and start there; null at the ends of a chain.
   *
   * @param benchmarks those of either comparison
   */
  private record Measured(
      Merge merge, @Nullable Extent before, @Nullable Extent after, Set<String> benchmarks) {

    Measured(Merge merge, @Nullable Extent before, @Nullable Extent after) {
      this(merge, before, after, benchmarks(before, after));
    }

    int testCases() {
      return Math.max(
          before == null ? 0 : before.testCases(), after == null ? 0 : after.testCases());
    }

    private static Set<String> benchmarks(@Nullable Extent before, @Nullable Extent after) {
      if (before == null || after == null) {
        return before == null ? after == null ? Set.of() : after.benchmarks() : before.benchmarks();
      }
      if (before.benchmarks().equals(after.benchmarks())) {
        return before.benchmarks();
      }
      Set<String> all = new HashSet<>(before.benchmarks());
      all.addAll(after.benchmarks());
      return all;
    }

    Set<String> failing() {
      return before == null ? Set.of() : before.failing();
    }
  }
}
