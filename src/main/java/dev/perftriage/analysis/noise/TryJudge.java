package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the relevant changes of a try build by the merges around its parent, before and after it.
 * A build is one measurement, after which nothing can be seen to stay or to go back; so the
 * question is whether the test case takes that value without the change. The first rule that fires
 * decides, in the order of {@link TryRule}. As for merges, the series of the test case decides
 * before its company does, and company only leaves open what would be noise.
 */
public final class TryJudge {

  /** The fewest values around the parent by which a change can be judged. */
  private static final int FEWEST_VALUES = 10;

  private final List<Seen> seen = new ArrayList<>();
  private final Company company = new Company(1);

  private TryJudge(MeasuredSeries series, int parent, List<TestCaseChange> relevant) {
    Company before = merged(series);
    for (TestCaseChange change : relevant) {
      Seen one = Seen.of(series, parent, change, before);
      seen.add(one);
      if (one.isNew()) {
        company.moved(0, one.isUp(), change.testCase());
      }
    }
  }

  /** What moved at each of the merges: where a group did, it is no test case's habit. */
  private static Company merged(MeasuredSeries series) {
    Company merged = new Company(series.merges().size());
    for (TestCase testCase : series.testCases()) {
      CaseValues values = CaseValues.of(series.values(testCase));
      if (values.size() > 1) {
        Segments segments = Segments.of(values);
        for (Segment segment : segments.all().subList(1, segments.all().size())) {
          boolean isUp = values.step(segment.begin()) > 0;
          merged.moved(values.merge(segment.begin()), isUp, testCase);
        }
      }
    }
    return merged;
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
    TestCaseChange change = one.change;
    boolean hasCompany =
        company.benchmarks(0, one.isUp()) >= NoiseRules.GROUP
            || company.siblings(0, one.isUp(), change.testCase()) >= NoiseRules.SIBLINGS - 1;
    return new JudgedTryChange(
        change, rule(one, hasCompany), one.evidence(company.others(0, change.testCase())));
  }

  private static TryRule rule(Seen one, boolean hasCompany) {
    Around around = one.around;
    if (around == null) {
      return TryRule.NO_HISTORY;
    }
    if (around.isOn(around.level())) {
      boolean mayHaveMoved = hasCompany && around.share() >= NoiseRules.MOVED_IN_COMPANY;
      return mayHaveMoved ? TryRule.AMONG : TryRule.NO_MOVE;
    }
    if (!Double.isNaN(around.known())) {
      return around.hasHabit() && !hasCompany ? TryRule.KNOWN_LEVEL : TryRule.DOUBTFUL_LEVEL;
    }
    return around.isBeyond() && around.isSteady(hasCompany) ? TryRule.BEYOND : TryRule.AMONG;
  }

  /**
   * A change and the merges around the parent.
   *
   * @param around null if too few of them were measured
   */
  private record Seen(TestCaseChange change, int window, @Nullable Around around) {

    private static Seen of(
        MeasuredSeries series, int parent, TestCaseChange change, Company merged) {
      CaseValues values = CaseValues.of(series.values(change.testCase()));
      int at = parent < 0 ? -1 : values.placeOf(parent);
      if (at < 0) {
        return new Seen(change, 0, null);
      }
      Around around = Around.of(values, at, change, merged);
      int window = around.segments().values().size();
      return new Seen(change, window, window < FEWEST_VALUES ? null : around);
    }

    private boolean isUp() {
      return change.isRegression();
    }

    /** Whether the test case was never there, so that the build moved it. */
    private boolean isNew() {
      return around != null && Double.isNaN(around.known()) && around.isBeyond();
    }

    private TryEvidence evidence(int others) {
      if (around == null) {
        double none = Double.NaN;
        return new TryEvidence(window, none, 0, none, none, none, 0, others);
      }
      return new TryEvidence(
          window,
          around.level(),
          around.segments().spread(),
          around.lowest(),
          around.highest(),
          around.known(),
          around.habits().jumps(),
          others);
    }
  }
}
