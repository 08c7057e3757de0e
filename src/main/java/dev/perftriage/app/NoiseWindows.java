package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.StoredData;
import dev.perftriage.source.range.WalkedRange.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The noise verdicts on the merges of a range of any length. They are judged window by window,
 * because a judgement keeps all values of its merges. A range of up to one window is judged as a
 * report judges it. In a longer one, the evidence on a merge begins 60 merges before its window and
 * ends 30 merges after it.
 */
final class NoiseWindows {

  /** About six weeks; with their context, the values of 3,000 test cases take 8 MB. */
  private static final int WINDOW = 240;

  private final List<ComparisonQuery> steps;
  private final int first;
  private final List<Gap> gaps;
  private final CaseFilter filter;
  private final Function<ComparisonQuery, ArtifactComparison> comparisons;
  private final StoredData stored;
  private int judgedUpTo;
  private @Nullable NoiseVerdicts window;

  /**
   * Prepares verdicts.
   *
   * @param steps the comparisons of neighbouring merges in commit order, those before the range
   *     first
   * @param first the index of the first one in the range
   * @param gaps those of them that span unmeasured merges
   * @param filter selects the target whose changes are judged
   * @param comparisons reads a comparison
   * @param stored has the pull requests that speak of reverts
   */
  NoiseWindows(
      List<ComparisonQuery> steps,
      int first,
      List<Gap> gaps,
      CaseFilter filter,
      Function<ComparisonQuery, ArtifactComparison> comparisons,
      StoredData stored) {
    this.steps = List.copyOf(steps);
    this.first = first;
    this.gaps = List.copyOf(gaps);
    this.filter = filter;
    this.comparisons = comparisons;
    this.stored = stored;
    this.judgedUpTo = first;
  }

  /**
   * The verdicts on the relevant changes at a merge.
   *
   * @param at the index of its comparison; never smaller than in the call before
   */
  Map<TestCase, NoiseVerdict> of(int at) {
    NoiseVerdicts verdicts = window;
    if (verdicts == null || at >= judgedUpTo) {
      // Only one window is in memory at once.
      window = null;
      judgedUpTo = Math.min(at + WINDOW, steps.size());
      verdicts = judge(at, judgedUpTo);
      window = verdicts;
    }
    Sha merge = new Sha(steps.get(at).end().value());
    return verdicts.of(merge).map(MergeVerdicts::changes).orElse(List.of()).stream()
        .collect(
            Collectors.toMap(
                judged -> judged.change().testCase(), JudgedChange::verdict, (one, two) -> one));
  }

  private NoiseVerdicts judge(int begin, int end) {
    int context = begin == first ? 0 : Math.max(0, begin - 2 * NoiseRules.CONTEXT);
    NoiseInput.Recorder recorder = new NoiseInput.Recorder();
    RangeSelector selector =
        new RangeSelector(filter, false, Optional.of(recorder), Optional.empty());
    List<ComparisonSummary> summaries =
        steps.subList(context, Math.min(end + NoiseRules.CONTEXT, steps.size())).stream()
            .map(query -> selector.unfiltered(comparisons.apply(query)))
            .toList();
    Context<ComparisonSummary> none = new Context<>(List.of(), List.of());
    return recorder.input(none, summaries, gaps, none).judge(stored);
  }
}
