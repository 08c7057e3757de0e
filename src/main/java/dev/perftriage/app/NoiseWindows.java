package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.StoredData;
import dev.perftriage.source.range.WalkedRange.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The noise verdicts on the merges of a range of any length. They are judged window by window,
 * because a judgement keeps all values of its merges. A range of up to one window is judged as a
 * report judges it. In a longer one, the evidence on a merge begins 200 merges before its window
 * and ends 30 merges after it.
 */
final class NoiseWindows {

  /** About six weeks; with their context, the values of 3,000 test cases take 11 MB. */
  static final int LENGTH = 240;

  private final List<ComparisonQuery> steps;
  private final int first;
  private final List<Gap> gaps;
  private final Set<String> targets;
  private final Function<ComparisonQuery, ArtifactComparison> comparisons;
  private final StoredData stored;
  private final int length;
  private int judgedUpTo;
  private Map<Sha, Map<TestCase, NoiseVerdict>> window = Map.of();

  /**
   * Prepares verdicts.
   *
   * @param steps the comparisons of neighbouring merges in commit order, those before the range
   *     first
   * @param first the index of the first one in the range
   * @param gaps those of them that span unmeasured merges
   * @param targets those whose changes are judged, each by itself
   * @param comparisons reads a comparison
   * @param stored has the pull requests that speak of reverts
   * @param length how many merges are judged at once, 1 or more
   */
  NoiseWindows(
      List<ComparisonQuery> steps,
      int first,
      List<Gap> gaps,
      Set<String> targets,
      Function<ComparisonQuery, ArtifactComparison> comparisons,
      StoredData stored,
      int length) {
    this.steps = List.copyOf(steps);
    this.first = first;
    this.gaps = List.copyOf(gaps);
    this.targets = Collections.unmodifiableSet(new TreeSet<>(targets));
    this.comparisons = comparisons;
    this.stored = stored;
    this.length = length;
    this.judgedUpTo = first;
  }

  /**
   * The verdicts on the relevant changes at a merge.
   *
   * @param at the index of its comparison; never smaller than in the call before
   */
  Map<TestCase, NoiseVerdict> of(int at) {
    if (at >= judgedUpTo) {
      judgedUpTo = Math.min(at + length, steps.size());
      // Only one window is in memory at once.
      window = Map.of();
      window = judge(at, judgedUpTo);
    }
    return window.getOrDefault(new Sha(steps.get(at).end().value()), Map.of());
  }

  private Map<Sha, Map<TestCase, NoiseVerdict>> judge(int begin, int end) {
    int context = begin == first ? 0 : Math.max(0, begin - NoiseRules.STORED_CONTEXT);
    List<TargetInput> inputs = targets.stream().map(TargetInput::new).toList();
    steps
        .subList(context, Math.min(end + NoiseRules.CONTEXT, steps.size()))
        .forEach(
            query -> {
              ArtifactComparison comparison = comparisons.apply(query);
              inputs.forEach(input -> input.add(comparison));
            });
    Map<Sha, Map<TestCase, NoiseVerdict>> verdicts = new HashMap<>();
    for (TargetInput input : inputs) {
      for (MergeVerdicts merge : input.judge(gaps, stored).all()) {
        Map<TestCase, NoiseVerdict> own =
            verdicts.computeIfAbsent(merge.summary().after().commit(), added -> new HashMap<>());
        merge.changes().forEach(judged -> own.put(judged.change().testCase(), judged.verdict()));
      }
    }
    return verdicts;
  }

  /** What a window holds of one target. */
  private record TargetInput(
      String target, SeriesBuilder values, List<ComparisonSummary> summaries) {

    TargetInput(String target) {
      this(target, new SeriesBuilder(target), new ArrayList<>());
    }

    void add(ArtifactComparison comparison) {
      values.add(comparison);
      summaries.add(ComparisonSummary.of(comparison, target).withoutBuilds());
    }

    NoiseVerdicts judge(List<Gap> gaps, StoredData stored) {
      Context<ComparisonSummary> none = new Context<>(List.of(), List.of());
      return new NoiseInput(values, none, summaries, gaps).judge(stored);
    }
  }
}
