package dev.perftriage.report.prose;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.ExplainedCase;
import dev.perftriage.analysis.attribution.MemberAttribution;
import dev.perftriage.analysis.attribution.OffsetCase;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.cause.CommonName;
import dev.perftriage.model.BuildState;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences on the members of a rollup that moved its test cases, without a full stop.
 *
 * @param rollup what the members' own builds explain
 */
public record CulpritSentences(RollupAttribution rollup) {

  /** A mean share below or above these is worth saying: the measurements scatter. */
  private static final double SMALL_SHARE = 0.8;

  private static final double LARGE_SHARE = 1.25;

  /** The sentences in the order of their weight; empty if there is nothing to say. */
  public List<Phrase> all() {
    return Stream.of(cause().stream(), offsets().stream(), command().stream())
        .flatMap(some -> some)
        .toList();
  }

  /**
   * Who moved what, by measurement: {@code Caused by #1 (9 of 19 regressions, all `syn`) and #2
   * (10, all `-new-solver`)}, {@code #1 explains 8 of 10 regressions; 11 members not measured}, or
   * that nothing is known. Empty if all is noise.
   */
  public Optional<Phrase> cause() {
    List<MemberAttribution> culprits = rollup.culprits();
    if (culprits.isEmpty()) {
      return rollup.unexplained().isEmpty() ? Optional.empty() : Optional.of(this::nobody);
    }
    return Optional.of(rollup.unexplained().isEmpty() ? this::caused : this::partly);
  }

  /** Which members undo each other; empty if none do. */
  public Optional<Phrase> offsets() {
    List<OffsetCase> offset = rollup.offset();
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<Integer> members = new TreeSet<>();
    offset.forEach(
        each -> {
          members.addAll(each.up());
          members.addAll(each.down());
        });
    return Optional.of(
        markup ->
            "%s undo each other on %s%s"
                .formatted(
                    joined(members.stream().map(markup::pull).toList()),
                    Numbers.counted(offset.size(), "test case"),
                    CommonName.of(offset.stream().map(OffsetCase::testCase).toList())
                        .map(name -> ", all " + markup.code(name))
                        .filter(unused -> offset.size() > 1)
                        .orElse("")));
  }

  /**
   * How to measure the likeliest members; empty if most is explained, no build is left to measure,
   * or only improvements are unexplained.
   */
  public Optional<Phrase> command() {
    List<MemberAttribution> members = rollup.toMeasure();
    if (members.isEmpty() || RollupAttribution.regressions(rollup.unexplained()) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        markup ->
            "To measure %s, comment %s"
                .formatted(
                    joined(members.stream().map(each -> markup.pull(each.number())).toList()),
                    markup.code(commandLine(members))));
  }

  /** The comment that asks for the measurement of members' builds. */
  public static String commandLine(List<MemberAttribution> members) {
    return members.stream()
        .flatMap(member -> member.build().stream())
        .map(Sha::text)
        .collect(Collectors.joining(" ", "@rust-timer triage ", ""));
  }

  private String caused(Markup markup) {
    int noise = rollup.noise().size();
    return "Caused by "
        + joined(members(markup, (pull, what) -> pull + " (" + what + ")"))
        + (noise == 0
            ? ""
            : "; " + (noise == 1 ? "1 test case is" : noise + " test cases are") + " noise");
  }

  private String partly(Markup markup) {
    List<String> parts = new ArrayList<>();
    parts.add(
        rollup.culprits().size() == 1
            ? members(markup, (pull, what) -> pull + " explains " + what).get(0)
            : joined(members(markup, (pull, what) -> pull + " (" + what + ")"))
                + " explain a part");
    notMeasured().ifPresent(parts::add);
    parts.addAll(withoutMeasurement(markup));
    return String.join("; ", parts);
  }

  private String nobody(Markup markup) {
    int measured = (int) rollup.members().stream().filter(MemberAttribution::isMeasured).count();
    List<String> parts = new ArrayList<>();
    if (measured > 0) {
      parts.add(
          measured == 1
              ? "the measured member moves none of it"
              : "the %s measured members move none of it".formatted(measured));
    }
    if (measured > 0 || unavailable() > 0) {
      notMeasured().ifPresent(parts::add);
    } else if (!rollup.notMeasured().isEmpty()) {
      parts.add("no member's own build is measured");
    }
    parts.addAll(withoutMeasurement(markup));
    return SummarySentences.capitalized(String.join("; ", parts));
  }

  private Optional<String> notMeasured() {
    int count = rollup.notMeasured().size();
    return count == 0
        ? Optional.empty()
        : Optional.of(Numbers.counted(count, "member") + " not measured");
  }

  /** How many members the site did not answer about. */
  private int unavailable() {
    return (int) rollup.members().stream().filter(member -> member.measured().isEmpty()).count();
  }

  private List<String> withoutMeasurement(Markup markup) {
    List<String> parts = new ArrayList<>();
    if (unavailable() > 0) {
      parts.add(
          "whether %s %s measured is unknown"
              .formatted(
                  Numbers.counted(unavailable(), "member"), unavailable() == 1 ? "is" : "are"));
    }
    without(BuildState.FAILED, " failed to build", markup).ifPresent(parts::add);
    without(BuildState.CONFLICTS, " could not be merged alone", markup).ifPresent(parts::add);
    without(BuildState.UNKNOWN, " without a known build", markup).ifPresent(parts::add);
    return parts;
  }

  private Optional<String> without(BuildState state, String what, Markup markup) {
    List<String> members =
        rollup.in(state).stream().map(member -> markup.pull(member.number())).toList();
    return members.isEmpty() ? Optional.empty() : Optional.of(joined(members) + what);
  }

  private List<String> members(Markup markup, Form form) {
    List<String> members = new ArrayList<>();
    for (MemberAttribution member : rollup.culprits()) {
      members.add(
          form.of(markup.pull(member.number()), explained(member, members.isEmpty(), markup)));
    }
    return members;
  }

  /** {@code 9 of 19 regressions, all `syn`}; {@code 10, all `-new-solver`} after the first. */
  private String explained(MemberAttribution member, boolean isFirst, Markup markup) {
    int allWorse = RollupAttribution.regressions(rollup.changes());
    int allBetter = rollup.changes().size() - allWorse;
    boolean ofOneKind = allWorse == 0 || allBetter == 0;
    int worse = member.regressions().size();
    int better = member.improvements().size();
    List<String> counts = new ArrayList<>();
    if (worse > 0) {
      counts.add(count(worse, allWorse, "regression", isFirst, ofOneKind));
    }
    if (better > 0) {
      counts.add(count(better, allBetter, "improvement", isFirst, ofOneKind));
    }
    return joined(counts) + scope(member, markup) + share(member);
  }

  private static String count(int some, int all, String noun, boolean isFirst, boolean ofOneKind) {
    if (!isFirst) {
      return ofOneKind ? Integer.toString(some) : Numbers.counted(some, noun);
    }
    if (some == all) {
      return all == 1 ? "the only " + noun : "all " + Numbers.counted(all, noun);
    }
    return some + " of " + Numbers.counted(all, noun);
  }

  private static String scope(MemberAttribution member, Markup markup) {
    List<TestCaseChange> changes = member.explained().stream().map(ExplainedCase::change).toList();
    if (changes.size() == 1) {
      return ", " + markup.code(changes.get(0).testCase().toString());
    }
    return CommonName.of(changes.stream().map(TestCaseChange::testCase).toList())
        .map(name -> ", all " + markup.code(name))
        .orElse("");
  }

  private static String share(MemberAttribution member) {
    double share = member.meanShare();
    return share < SMALL_SHARE || share > LARGE_SHARE
        ? ", "
            + MemberWords.share(share)
            + (member.explained().size() == 1 ? " of its change" : " of their change")
        : "";
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** How a member and what it explains are put together. */
  private interface Form {
    String of(String pull, String explained);
  }
}
