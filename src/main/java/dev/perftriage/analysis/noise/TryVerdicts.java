package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verdicts on the relevant changes of a try build.
 *
 * @param summary its comparison with its parent
 * @param changes its relevant changes, largest first
 */
public record TryVerdicts(ComparisonSummary summary, List<JudgedTryChange> changes) {

  public TryVerdicts {
    changes = List.copyOf(changes);
  }

  /**
   * Judges a try build.
   *
   * @param series the values of the merges around the parent
   * @param all its comparison with its parent: what moved together is evidence
   * @param selected the same with the test cases to be judged
   */
  public static TryVerdicts of(
      MeasuredSeries series, ComparisonSummary all, ComparisonSummary selected) {
    Sha parent = all.before().commit();
    Set<TestCase> wanted =
        selected.relevant().map(TestCaseChange::testCase).collect(Collectors.toSet());
    List<TestCaseChange> relevant = all.relevant().sorted(TestCaseChange.LARGEST_FIRST).toList();
    return new TryVerdicts(
        selected,
        TryJudge.judge(series, parent, relevant).stream()
            .filter(judged -> wanted.contains(judged.change().testCase()))
            .toList());
  }

  /** The combined verdict, as on a merge; empty if nothing is relevant. */
  public Optional<EntryVerdict> verdict() {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(EntryVerdict.of(changes.stream().map(TryVerdicts::asOfMerge).toList()));
  }

  private static NoiseVerdict asOfMerge(JudgedTryChange judged) {
    return switch (judged.verdict()) {
      case NOISE -> NoiseVerdict.FLIP_FLOP;
      case REAL -> NoiseVerdict.PERSISTENT;
      case UNCLEAR -> NoiseVerdict.UNCLEAR;
    };
  }
}
