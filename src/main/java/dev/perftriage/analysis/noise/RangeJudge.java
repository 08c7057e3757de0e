package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.Episodes.Episode;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * Judges all relevant changes of a range: first each test case by itself, so that only one series
 * is extracted at once, then each change with what others did.
 */
final class RangeJudge {

  private final MeasuredSeries series;
  private final RevertPairs reverts;
  private final Map<TestCase, List<SeenChange>> byCase = new LinkedHashMap<>();

  RangeJudge(MeasuredSeries series, Reverts announced) {
    this.series = series;
    this.reverts = new RevertPairs(announced, series::indexOf);
  }

  void add(TestCaseChange change, int merge) {
    byCase
        .computeIfAbsent(change.testCase(), key -> new ArrayList<>())
        .add(new SeenChange(change, merge, null));
  }

  /** The judged changes. */
  Judged judge() {
    List<SeenChange> changes = new ArrayList<>();
    byCase.forEach((testCase, some) -> changes.addAll(seen(testCase, some)));
    Set<Integer> shared = episodes(changes, (seen, own) -> true).endsOfGroups();
    Company company = new Company(series.merges().size());
    for (SeenChange seen : changes) {
      if (seen.series() != null && isLastingMove(seen, seen.series(), shared::contains)) {
        company.moved(seen.merge(), seen.series().isUp(), seen.change().testCase());
      }
    }
    IntPredicate explained = merge -> shared.contains(merge) || company.isGroup(merge);
    Episodes episodes = episodes(changes, (seen, own) -> !hasHabit(seen, own, explained));
    Reverts confirmed = reverts.confirmed(changes);
    ChangeJudge judge =
        new ChangeJudge(
            company, episodes, explained, (merge, other) -> isPair(confirmed, merge, other));
    Map<Integer, List<JudgedChange>> byMerge = new LinkedHashMap<>();
    for (SeenChange seen : changes) {
      byMerge
          .computeIfAbsent(seen.merge(), key -> new ArrayList<>())
          .add(judged(seen, judge, company.others(seen.merge(), seen.change().testCase())));
    }
    return new Judged(byMerge, confirmed);
  }

  /** The episodes of the changes that are part of an excursion, of those that a test selects. */
  private Episodes episodes(
      List<SeenChange> changes, BiPredicate<SeenChange, SeenSeries> isSelected) {
    Episodes episodes = new Episodes(series.merges().size(), series.testCases());
    for (SeenChange seen : changes) {
      SeenSeries own = seen.series();
      if (own != null && own.excursion().exists() && isSelected.test(seen, own)) {
        episodes.add(Episode.of(own, seen.merge()), seen.change().testCase());
      }
    }
    return episodes;
  }

  private List<SeenChange> seen(TestCase testCase, List<SeenChange> changes) {
    CaseValues values = CaseValues.of(series.values(testCase));
    if (values.size() < 2) {
      return changes;
    }
    Segments segments = Segments.of(values);
    List<Jump> jumps = segments.jumps();
    List<SeenChange> seen = new ArrayList<>();
    for (SeenChange each : changes) {
      int at = values.placeOf(each.merge());
      if (at < 1) {
        seen.add(each);
      } else {
        LevelShift shift = LevelShift.of(segments, at);
        seen.add(
            new SeenChange(
                each.change(),
                each.merge(),
                SeenSeries.of(shift, jumps, reverts.wentBack(shift, each.merge()))));
      }
    }
    return seen;
  }

  private static boolean isLastingMove(SeenChange seen, SeenSeries series, IntPredicate explained) {
    return series.isMove() && !series.excursion().isShort() && !hasHabit(seen, series, explained);
  }

  private static boolean hasHabit(SeenChange seen, SeenSeries series, IntPredicate explained) {
    return Habits.of(series, seen.merge(), explained).areKnown();
  }

  private boolean isPair(Reverts confirmed, int merge, int other) {
    Merge one = series.merges().get(merge);
    Merge two = series.merges().get(other);
    return confirmed.undoneBy(one.sha()).contains(two.sha())
        || confirmed.undoneBy(two.sha()).contains(one.sha());
  }

  private JudgedChange judged(SeenChange seen, ChangeJudge judge, int others) {
    SeenSeries own = seen.series();
    if (own == null) {
      return new JudgedChange(
          seen.change(),
          NoiseVerdict.PENDING,
          null,
          NoiseEvidence.ofNoSeries(seen.change(), NoiseRule.STAY, others));
    }
    Evidence evidence = judge.evidence(seen, own);
    Judgement judgement = ChangeJudge.judge(evidence);
    return new JudgedChange(
        seen.change(),
        judgement.verdict(),
        judgement.namesOther() ? series.merges().get(judgement.other()) : null,
        NoiseEvidence.of(evidence, judgement.rule(), others));
  }

  /**
   * What became of the changes.
   *
   * @param byMerge the judged changes, by the index of their merge
   * @param reverts the announced reverts that the values confirm
   */
  record Judged(Map<Integer, List<JudgedChange>> byMerge, Reverts reverts) {}
}
