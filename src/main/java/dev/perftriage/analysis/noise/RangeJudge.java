package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.ChangeJudge.Judgement;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges all relevant changes of a range, one test case at a time so that only one series is
 * extracted at once, and in rounds: each round uses the co-movement found by the previous one.
 */
final class RangeJudge {

  /**
   * The second round knows the groups; in the third, changes explained by groups count towards
   * them.
   */
  private static final int ROUNDS_BEFORE_THE_LAST = 2;

  private final MeasuredSeries series;
  private final RevertPairs reverts;
  private final Map<TestCase, List<Relevant>> byCase = new LinkedHashMap<>();

  RangeJudge(MeasuredSeries series, RevertPairs reverts) {
    this.series = series;
    this.reverts = reverts;
  }

  void add(TestCaseChange change, int merge) {
    byCase
        .computeIfAbsent(change.testCase(), key -> new ArrayList<>())
        .add(new Relevant(change, merge));
  }

  /** The judged changes, by the index of their merge. */
  Map<Integer, List<JudgedChange>> judge() {
    CoMovement coMovement = new CoMovement(series.merges().size());
    for (int round = 0; round < ROUNDS_BEFORE_THE_LAST; round++) {
      CoMovement next = new CoMovement(series.merges().size());
      boolean first = round == 0;
      forEach(
          coMovement,
          (relevant, shift, judgement) -> {
            if (first && shift != null && judgement.wayBack() >= 0) {
              next.wentBack(relevant.merge(), judgement.wayBack(), relevant.change());
            }
            if (!judgement.verdict().isNoise()) {
              next.stayed(relevant.merge(), relevant.change());
            }
          });
      if (!first) {
        next.keepWaysBackOf(coMovement);
      }
      coMovement = next;
    }
    CoMovement known = coMovement;
    Map<Integer, List<JudgedChange>> judged = new LinkedHashMap<>();
    forEach(
        known,
        (relevant, shift, judgement) ->
            judged
                .computeIfAbsent(relevant.merge(), key -> new ArrayList<>())
                .add(judged(relevant, shift, judgement, known)));
    return judged;
  }

  private void forEach(CoMovement known, Visitor visitor) {
    ChangeJudge judge = new ChangeJudge(known, reverts);
    byCase.forEach(
        (testCase, changes) -> {
          CaseValues values = CaseValues.of(series.values(testCase));
          for (Relevant each : changes) {
            LevelShift shift = LevelShift.of(values, each.merge(), each.change().result());
            visitor.visit(each, shift, judge.judge(each.change(), shift, each.merge()));
          }
        });
  }

  private JudgedChange judged(
      Relevant relevant, @Nullable LevelShift shift, Judgement judgement, CoMovement coMovement) {
    NoiseVerdict verdict = judgement.verdict();
    boolean names = verdict == NoiseVerdict.REVERTED || verdict == NoiseVerdict.RETURNED;
    int others = coMovement.othersAt(relevant.merge());
    return new JudgedChange(
        relevant.change(),
        verdict,
        names && judgement.other() >= 0 ? series.merges().get(judgement.other()) : null,
        NoiseEvidence.of(relevant.change(), shift, judgement, others));
  }

  private interface Visitor {
    void visit(Relevant relevant, @Nullable LevelShift shift, Judgement judgement);
  }

  private record Relevant(TestCaseChange change, int merge) {}
}
