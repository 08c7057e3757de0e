package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Episode;
import dev.perftriage.analysis.noise.Episodes.Extent;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to single changes: the first one that fires decides.
 *
 * @param company what moved at each merge
 * @param episodes what went there and back together
 * @param explained the merges, by index, at which a group moved: they are no habit
 * @param confirmed whether the merge of one index reverts that of another
 */
record ChangeJudge(
    Company company, Episodes episodes, IntPredicate explained, ConfirmedReverts confirmed) {

  private static final List<Function<Evidence, @Nullable Judgement>> RULES =
      List.of(
          RevertRule::judge,
          NoMoveRule::judge,
          TogetherRule::judge,
          SpikeRule::judge,
          SwitchingRule::judge,
          WentBackRule::judge);

  /** Whether a revert is confirmed by the values. */
  interface ConfirmedReverts {
    /** Whether one of two merges, by index, reverts the other. */
    boolean isPair(int merge, int other);
  }

  /** The verdict on what is known of a change. */
  static Judgement judge(Evidence evidence) {
    for (Function<Evidence, @Nullable Judgement> rule : RULES) {
      Judgement judgement = rule.apply(evidence);
      if (judgement != null) {
        return judgement;
      }
    }
    return new Judgement(
        evidence.series().tells() ? NoiseVerdict.PERSISTENT : NoiseVerdict.PENDING,
        NoiseRule.STAY,
        -1);
  }

  /** What is known of a change in a series. */
  Evidence evidence(SeenChange seen, SeenSeries series) {
    int merge = seen.merge();
    TestCase testCase = seen.change().testCase();
    Excursion excursion = series.excursion();
    boolean isUp = seen.change().isRegression();
    return new Evidence(
        merge,
        series,
        Habits.of(series, merge, explained),
        series.wentBack().stream()
            .filter(other -> confirmed.isPair(merge, other))
            .findFirst()
            .orElse(-1),
        company.with(merge, isUp, testCase),
        excursion.exists() ? company.direction(excursion.otherThan(merge), !isUp) : Direction.NONE,
        excursion.exists() ? episodes.extent(Episode.of(series, merge), testCase) : Extent.ALONE);
  }
}
