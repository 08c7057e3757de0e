package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The levels of one test case through a range of merges, and the steps between them, by the
 * segmentation of {@link NoiseRules}.
 *
 * <p>The verdicts on the steps are those of the rules on this series alone: what other test cases
 * did at the same merges is not known. A revert that a pull request announces counts if this series
 * went back there.
 *
 * @param levels in order; together they hold every value
 * @param steps one between any two neighbouring levels, in order
 */
public record CaseLevels(List<Level> levels, List<Step> steps) {

  public CaseLevels {
    levels = List.copyOf(levels);
    steps = List.copyOf(steps);
  }

  /**
   * The levels of a series.
   *
   * @param series one value for each merge, in the metric's own unit: NaN where nothing was
   *     measured
   */
  public static CaseLevels of(double[] series) {
    return of(series, new RevertPairs(Reverts.NONE, commit -> null));
  }

  /**
   * The levels of a series likewise.
   *
   * @param merges one for each value
   * @param announced the reverts that pull requests announce among the merges
   */
  public static CaseLevels of(double[] series, List<Merge> merges, Reverts announced) {
    Map<Sha, Integer> places = new HashMap<>();
    for (int at = 0; at < merges.size(); at++) {
      places.put(merges.get(at).sha(), at);
    }
    return of(series, new RevertPairs(announced, places::get));
  }

  private static CaseLevels of(double[] series, RevertPairs reverts) {
    CaseValues values = CaseValues.of(series);
    if (values.size() == 0) {
      return new CaseLevels(List.of(), List.of());
    }
    Segments segments = Segments.of(values);
    List<Level> levels = new ArrayList<>();
    for (Segment segment : segments.all()) {
      levels.add(
          new Level(
              values.merge(segment.begin()),
              values.merge(segment.end() - 1),
              segment.length(),
              segment.level()));
    }
    List<Jump> jumps = segments.jumps();
    List<Step> steps =
        segments.all().stream()
            .skip(1)
            .map(next -> step(segments, jumps, next.begin(), reverts))
            .toList();
    return new CaseLevels(levels, steps);
  }

  /** A step from the first few values alone may end an excursion that began before them. */
  private static Step step(Segments segments, List<Jump> jumps, int at, RevertPairs reverts) {
    int merge = segments.values().merge(at);
    LevelShift shift = LevelShift.of(segments, at);
    List<Integer> wentBack = reverts.wentBack(shift, merge);
    SeenSeries seen = SeenSeries.of(shift, jumps, wentBack);
    Habits habits = Habits.of(seen, merge, unused -> false);
    Judgement judgement =
        ChangeJudge.judge(
            new Evidence(
                merge,
                seen,
                habits,
                wentBack.isEmpty() ? -1 : wentBack.get(0),
                Companions.NONE,
                Direction.NONE,
                Extent.ALONE));
    boolean isKnown = at > NoiseRules.SHORT_EXCURSION;
    NoiseVerdict verdict = judgement.verdict();
    return new Step(
        merge,
        segments.values().merge(at - 1),
        seen.before(),
        seen.after(),
        isKnown || verdict != NoiseVerdict.PERSISTENT ? verdict : NoiseVerdict.UNCLEAR,
        judgement.namesOther() ? judgement.other() : -1);
  }

  /** The steps that are not tiny, in order. */
  public List<Step> notable() {
    return steps.stream().filter(step -> !step.isTiny()).toList();
  }

  /** The last step after which the level stayed; empty if there is none. */
  public Optional<Step> lastLasting() {
    return steps.stream().filter(Step::isLasting).reduce((earlier, later) -> later);
  }

  /**
   * Neighbouring values on one level.
   *
   * @param first the index of the first value's merge
   * @param last the index of the last value's merge
   * @param count how many of these merges were measured, 1 or more
   * @param value the median of the values, in the metric's own unit
   */
  public record Level(int first, int last, int count, double value) {}

  /**
   * A step from one level to the next.
   *
   * @param merge the index of the merge of the first value on the new level
   * @param previous the index of the last measured merge before it
   * @param before the level before, in the metric's own unit
   * @param after the level after
   * @param other the index of the merge at which it went back or that it undoes; -1 if none
   */
  public record Step(
      int merge, int previous, double before, double after, NoiseVerdict verdict, int other) {

    /** The step with a verdict that rests on more evidence. */
    public Step judged(NoiseVerdict better, int otherMerge) {
      return new Step(merge, previous, before, after, better, otherMerge);
    }

    /** The change as a fraction of the level before; infinite from zero. */
    public double change() {
      return (after - before) / (before + 0.0);
    }

    /** Whether it is smaller than the site's threshold for a test case without a history. */
    public boolean isTiny() {
      return Math.abs(change()) < MeasuredCases.DEFAULT_THRESHOLD;
    }

    /** Whether the level moved and stayed, by more than a tiny step. */
    public boolean isLasting() {
      return verdict == NoiseVerdict.PERSISTENT && !isTiny();
    }
  }
}
