package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the relevant changes of a try build by the merges around its parent, before and after it.
 * A build is one measurement, after which nothing can be seen to stay or to go back; so the
 * question is whether the test case takes that value without the change.
 *
 * <p>Three things are weighed: how many of the neighbouring values are about where the build's is,
 * or how likely their scatter reaches so far; how often test cases are at a new value without any
 * change; and how many other test cases moved in the same direction to where they never were. The
 * odds of a real change decide.
 */
public final class TryJudge {

  /** The fewest values around the parent by which a change can be judged. */
  private static final int FEWEST_VALUES = 10;

  /** The least odds of a real change that are called real. */
  private static final double ODDS_OF_REAL = 3;

  /** The same of noise: lower, since what no case did before counts against noise already. */
  private static final double ODDS_OF_NOISE = 2;

  /** How much likelier than without a step a value must be to be company for others. */
  private static final double NEW = 12;

  /** How many new values are to be expected for each that was seen. */
  private static final double UNSEEN_FOR_EACH = 2;

  /** How much farther than all neighbours a test case's own visits elsewhere explain a value. */
  private static final double FARTHER = 3;

  private final Map<TestCase, Segments> all = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private final TryCompany company;

  private TryJudge(MeasuredSeries series, int parent, List<TestCaseChange> relevant) {
    for (TestCase testCase : series.testCases()) {
      CaseValues values = CaseValues.of(series.values(testCase));
      if (values.size() > 1) {
        all.put(testCase, Segments.of(values));
      }
    }
    Company merged = merged(series.merges().size());
    double rate = LoneVisits.rate(all.values(), merged);
    company = new TryCompany(all);
    for (TestCaseChange change : relevant) {
      Seen one = seen(change, parent, merged, rate);
      seen.add(one);
      if (one.odds >= NEW) {
        company.moved(change);
      } else if (one.evidence(0).isBefore()) {
        company.isBack(change);
      }
    }
  }

  /** What moved at each of the merges: where a group did, it is no test case's habit. */
  private Company merged(int merges) {
    Company merged = new Company(merges);
    all.forEach(
        (testCase, segments) -> {
          CaseValues values = segments.values();
          for (Segment segment : segments.all().subList(1, segments.all().size())) {
            boolean isUp = values.step(segment.begin()) > 0;
            merged.moved(values.merge(segment.begin()), isUp, testCase);
          }
        });
    return merged;
  }

  private Seen seen(TestCaseChange change, int parent, Company merged, double rate) {
    Segments segments = all.get(change.testCase());
    int at = segments == null || parent < 0 ? -1 : segments.values().placeOf(parent);
    if (segments == null || at < 0) {
      return new Seen(change, 0, null, 1);
    }
    Neighbours neighbours = Neighbours.of(segments.values(), at, merged);
    int window = neighbours.values().length;
    if (window < FEWEST_VALUES) {
      return new Seen(change, window, null, 1);
    }
    double value = change.result().after();
    double unseen = rate;
    if (Math.abs(value - neighbours.level()) <= FARTHER * neighbours.reach()) {
      unseen += (double) LoneVisits.count(neighbours.segments(), merged) / window;
    }
    double odds = Scatter.of(neighbours).oddsOfStep(value, UNSEEN_FOR_EACH * unseen);
    return new Seen(change, window, neighbours, odds);
  }

  /**
   * The verdicts, in the order of the changes.
   *
   * @param series the values of the merges around the parent
   * @param parent the build's parent
   * @param relevant the build's relevant changes from its parent
   */
  public static List<JudgedTryChange> judge(
      MeasuredSeries series, Sha parent, List<TestCaseChange> relevant) {
    Integer at = series.indexOf(parent);
    TryJudge judge = new TryJudge(series, at == null ? -1 : at, relevant);
    return judge.seen.stream().map(judge::judged).toList();
  }

  private JudgedTryChange judged(Seen one) {
    double chance = company.chance(one.change);
    TryEvidence evidence = one.evidence(company.others(one.change));
    TryRule rule = one.rule(one.odds * chance / (1 - chance), evidence);
    boolean isUndone = rule == TryRule.BEFORE_STEP && company.mayUndo(one.change);
    return new JudgedTryChange(one.change, isUndone ? TryRule.BACK_TOGETHER : rule, evidence);
  }

  /**
   * A change and the merges around the parent.
   *
   * @param neighbours null if too few of them were measured
   * @param odds how much likelier the build's value is with a step than without
   */
  private record Seen(
      TestCaseChange change, int window, @Nullable Neighbours neighbours, double odds) {

    private TryRule rule(double oddsOfReal, TryEvidence evidence) {
      if (neighbours == null) {
        return TryRule.NO_HISTORY;
      }
      if (oddsOfReal >= ODDS_OF_REAL) {
        return evidence.isBeyond() ? TryRule.BEYOND : TryRule.ELSEWHERE;
      }
      if (oddsOfReal > 1 / ODDS_OF_NOISE) {
        return TryRule.AMONG;
      }
      if (Math.abs(evidence.value() - evidence.level()) <= neighbours.near(moved(neighbours))) {
        return TryRule.NO_MOVE;
      }
      if (evidence.about() > 0) {
        return TryRule.KNOWN_LEVEL;
      }
      return evidence.isBefore() ? TryRule.BEFORE_STEP : TryRule.SCATTER;
    }

    /** From the parent or from its level, whichever is farther. */
    private double moved(Neighbours around) {
      double value = change.result().after();
      return Math.max(Math.abs(value - change.result().before()), Math.abs(value - around.level()));
    }

    private TryEvidence evidence(int others) {
      if (neighbours == null) {
        double none = Double.NaN;
        return new TryEvidence(window, none, none, none, none, 0, 0, others);
      }
      double value = change.result().after();
      double near = neighbours.near(moved(neighbours));
      return new TryEvidence(
          neighbours.counted().length,
          neighbours.level(),
          neighbours.lowest(),
          neighbours.highest(),
          value,
          neighbours.about(value, near),
          neighbours.aboutBefore(value, near),
          others);
    }
  }
}
