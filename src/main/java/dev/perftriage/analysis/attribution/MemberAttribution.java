package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import java.util.List;
import java.util.Optional;

/**
 * What a rollup's member explains by the measurement of its own build.
 *
 * @param state whether it was built on its own
 * @param build its own build; empty unless {@code state} is {@link BuildState#BUILT}
 * @param measured whether its own build has been measured; empty if that could not be found out,
 *     because the site did not answer
 * @param lacking how many of the rollup's relevant test cases the measurement of its build lacks
 * @param explained what it explains, the rollup's largest changes first; empty if it is not
 *     measured
 */
public record MemberAttribution(
    RollupMember member,
    BuildState state,
    Optional<Sha> build,
    Optional<Boolean> measured,
    int lacking,
    List<ExplainedCase> explained) {

  /** Copies the list. */
  public MemberAttribution {
    explained = List.copyOf(explained);
  }

  public int number() {
    return member.number();
  }

  /** Whether it moves anything that the rollup moves in the same direction. */
  public boolean isCulprit() {
    return !explained.isEmpty();
  }

  /** The rollup's regressions that it explains, largest first. */
  public List<TestCaseChange> regressions() {
    return explained(true);
  }

  /** The rollup's improvements that it explains, largest first. */
  public List<TestCaseChange> improvements() {
    return explained(false);
  }

  /** How many of the test cases that it explains are primary. */
  long primary() {
    return explained.stream().filter(each -> each.change().category() == Category.PRIMARY).count();
  }

  private List<TestCaseChange> explained(boolean isRegression) {
    return explained.stream()
        .map(ExplainedCase::change)
        .filter(change -> change.isRegression() == isRegression)
        .toList();
  }

  /**
   * The part of all that it explains that its own build makes, as a fraction of the logarithms; NaN
   * if it explains nothing.
   */
  public double meanShare() {
    return explained.stream().mapToDouble(ExplainedCase::share).average().orElse(Double.NaN);
  }

  /** Whether its own build has been measured. */
  public boolean isMeasured() {
    return measured.orElse(false);
  }

  /** Whether it has a build that nobody has measured. */
  boolean isToMeasure() {
    return build.isPresent() && !measured.orElse(true);
  }
}
