package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.scope.Scope.Size;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verdicts on the relevant changes of one comparison.
 *
 * @param changes its relevant changes: the primary ones, then the secondary ones, each in ascending
 *     order of change
 */
public record MergeVerdicts(ComparisonSummary summary, List<JudgedChange> changes) {

  public MergeVerdicts {
    changes = List.copyOf(changes);
  }

  /**
   * The combined verdict over the changes that made the comparison deserve attention, or over all
   * if it does not; empty if nothing is relevant.
   */
  public Optional<EntryVerdict> verdict() {
    List<NoiseVerdict> counted = counted().stream().map(JudgedChange::verdict).toList();
    return counted.isEmpty() ? Optional.empty() : Optional.of(EntryVerdict.of(counted));
  }

  /** The changes that made the comparison deserve attention; all of them if it does not. */
  public List<JudgedChange> counted() {
    Set<TestCase> grounds =
        summary.groundsForAttention().stream()
            .map(TestCaseChange::testCase)
            .collect(Collectors.toSet());
    return changes.stream()
        .filter(judged -> grounds.isEmpty() || grounds.contains(judged.change().testCase()))
        .toList();
  }

  /** The changes that are noise. */
  public List<JudgedChange> noise() {
    return changes.stream().filter(judged -> judged.verdict().isNoise()).toList();
  }

  /**
   * The changes whose noise is worth naming: those that are noise and not tiny, or all that are
   * noise if they are more than a quarter of what made the comparison deserve attention.
   */
  public List<JudgedChange> notableNoise() {
    boolean isMuch =
        verdict()
            .filter(each -> each == EntryVerdict.NOISE || each == EntryVerdict.PARTLY_NOISE)
            .isPresent();
    return noise().stream()
        .filter(
            judged -> isMuch || Size.of(judged.change().change(), summary.metric()) != Size.TINY)
        .toList();
  }
}
