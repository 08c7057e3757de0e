package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rollup with what is known of its members.
 *
 * @param members its members, likeliest cause first
 * @param builds their own builds
 * @param changes the rollup's relevant changes
 * @param noise the test cases whose change is noise
 * @param measured the measurements of members' own builds by number; empty if nobody measured a
 *     build, absent if that could not be found out
 */
public record MeasuredRollup(
    List<RollupMember> members,
    RollupBuilds builds,
    List<TestCaseChange> changes,
    Set<TestCase> noise,
    Map<Integer, Optional<MemberMeasurement>> measured) {

  /** Each measurement takes an hour of a machine that all of Rust waits for. */
  public static final int MOST_TO_MEASURE = 4;

  /** The part of a change, in logarithms, that explains it. */
  private static final double GOOD_PART = 0.5;

  /** Copies the collections. */
  public MeasuredRollup {
    members = List.copyOf(members);
    changes = changes.stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
    noise = Collections.unmodifiableSet(new HashSet<>(noise));
    measured = Collections.unmodifiableMap(new TreeMap<>(measured));
  }

  /**
   * Divides the changes among the members.
   *
   * @param mostToMeasure the maximum number of members to measure; with {@link Integer#MAX_VALUE},
   *     unlikely ones, too
   */
  public RollupAttribution attribution(int mostToMeasure) {
    List<TestCaseChange> toExplain =
        changes.stream().filter(change -> !noise.contains(change.testCase())).toList();
    List<MemberAttribution> attributed =
        members.stream().map(member -> attribution(member, toExplain)).toList();
    List<TestCaseChange> unexplained =
        toExplain.stream().filter(change -> explainedShare(change) < GOOD_PART).toList();
    return new RollupAttribution(
        attributed,
        changes,
        changes.stream().filter(change -> noise.contains(change.testCase())).toList(),
        unexplained,
        offset(),
        2 * unexplained.size() > toExplain.size()
            ? likeliest(attributed, mostToMeasure)
            : List.of());
  }

  private MemberAttribution attribution(RollupMember member, List<TestCaseChange> toExplain) {
    Optional<MemberBuild> build = builds.of(member.number());
    Optional<MemberMeasurement> own = own(member.number());
    return new MemberAttribution(
        member,
        build.map(MemberBuild::state).orElse(BuildState.UNKNOWN),
        build.flatMap(MemberBuild::sha),
        build.flatMap(MemberBuild::sha).isEmpty()
            ? Optional.of(false)
            : Optional.ofNullable(measured.get(member.number())).map(Optional::isPresent),
        own.map(MemberMeasurement::lacking).orElse(0),
        own.map(some -> explained(some, toExplain)).orElse(List.of()));
  }

  /** How much of a change all measured members make together, those that undo it included. */
  private double explainedShare(TestCaseChange change) {
    return measured.values().stream()
        .flatMap(Optional::stream)
        .flatMap(own -> Stream.ofNullable(own.moved().get(change.testCase())))
        .mapToDouble(moved -> ExplainedCase.share(change, moved))
        .sum();
  }

  private Optional<MemberMeasurement> own(int number) {
    return measured.getOrDefault(number, Optional.empty());
  }

  private static List<ExplainedCase> explained(
      MemberMeasurement own, List<TestCaseChange> toExplain) {
    List<ExplainedCase> explained = new ArrayList<>();
    for (TestCaseChange change : toExplain) {
      TestCaseChange moved = own.moved().get(change.testCase());
      if (moved != null && moved.isRegression() == change.isRegression()) {
        explained.add(ExplainedCase.of(change, moved));
      }
    }
    return explained;
  }

  /** The test cases that members move in both directions, whether or not the rollup moves them. */
  private List<OffsetCase> offset() {
    TreeSet<TestCase> moved = new TreeSet<>(TestCase.BY_NAME);
    measured.values().stream()
        .flatMap(Optional::stream)
        .forEach(own -> moved.addAll(own.moved().keySet()));
    List<OffsetCase> offset = new ArrayList<>();
    for (TestCase testCase : moved) {
      List<Integer> up = moving(testCase, true);
      List<Integer> down = moving(testCase, false);
      if (!up.isEmpty() && !down.isEmpty() && !noise.contains(testCase)) {
        offset.add(new OffsetCase(testCase, up, down));
      }
    }
    return offset;
  }

  private List<Integer> moving(TestCase testCase, boolean isRegression) {
    List<Integer> moving = new ArrayList<>();
    measured.forEach(
        (number, own) ->
            own.map(some -> some.moved().get(testCase))
                .filter(moved -> moved.isRegression() == isRegression)
                .ifPresent(moved -> moving.add(number)));
    return moving;
  }

  /** The unmeasured builds that nothing speaks against, or else those that least speaks against. */
  private List<MemberAttribution> likeliest(Collection<MemberAttribution> members, int most) {
    List<MemberAttribution> open =
        members.stream()
            .filter(MemberAttribution::isToMeasure)
            .filter(member -> member.build().filter(builds.askedFor()::contains).isEmpty())
            .toList();
    if (open.isEmpty() || most == Integer.MAX_VALUE) {
      return open;
    }
    int least = Math.min(0, open.get(0).member().weight());
    return open.stream()
        .filter(each -> each.member().weight() >= least)
        .limit(most)
        .sorted(Comparator.comparingInt(each -> builds.place(each.number())))
        .toList();
  }
}
