package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences about the levels of one test case, without capital letter and full stop.
 *
 * @param line the test case
 */
public record LevelSentences(CaseLine line) {

  /** Since when the level is what it is: {@code since #1 (2025-10-27) -15.5%, since then ...}. */
  public Phrase outcome() {
    List<Step> steps = line.levels().notable();
    Optional<Step> lasting = line.levels().lastLasting();
    if (lasting.isEmpty()) {
      String merges = Numbers.counted(line.measured(), "measured merge");
      return steps.isEmpty()
          ? Phrase.of("one level in " + merges)
          : Phrase.of("no lasting step in %s: %s".formatted(merges, others(steps)));
    }
    Step step = lasting.get();
    String size = change(step);
    List<Step> later = steps.subList(steps.indexOf(step) + 1, steps.size());
    String since = later.isEmpty() ? "nothing" : others(later);
    return markup ->
        "since %s %s, since then %s".formatted(named(line.at(step), markup), size, since);
  }

  /** The outcome in a few words, for a place as narrow as a panel. */
  public Phrase brief() {
    return line.levels()
        .lastLasting()
        .<Phrase>map(
            step -> markup -> "since %s %s".formatted(named(line.at(step), markup), change(step)))
        .orElseGet(
            () -> Phrase.of(line.levels().notable().isEmpty() ? "one level" : "no lasting step"));
  }

  /** The number of merges, where they begin and end, and where the values come from. */
  public Phrase scope() {
    int all = line.points().size();
    int measured = line.measured();
    String merges =
        all == measured
            ? Numbers.counted(measured, "measured merge")
            : "%s of %s measured".formatted(measured, Numbers.counted(all, "merge"));
    return markup ->
        "%s from %s to %s, from %s"
            .formatted(
                merges,
                named(line.first(), markup),
                named(line.last(), markup),
                line.source().words());
  }

  /** A merge with its day: {@code #1 (2025-10-27)}. */
  public static String named(Point point, Markup markup) {
    return markup.merge(point.merge()) + point.day().map(day -> " (" + day + ")").orElse("");
  }

  /**
   * The verdict on a step, with the merge at which it went back if there is one: {@code reverted by
   * #2}, and at that merge {@code reverts #1}.
   */
  public String verdict(Step step) {
    if (step.other() < 0) {
      return step.verdict().label();
    }
    String words =
        step.verdict() != NoiseVerdict.REVERTED
            ? step.verdict().label()
            : step.other() > step.merge() ? "reverted by" : "reverts";
    return words + " " + Markup.NONE.merge(line.points().get(step.other()).merge());
  }

  /** The size of a step, with its sign: {@code +1.2%}. */
  public static String change(Step step) {
    return (step.change() > 0 ? "+" : "") + Numbers.percent(step.change());
  }

  /** What is to be said of steps that did not last. */
  private static String others(List<Step> steps) {
    return Stream.of(
            counted(steps, step -> step.verdict().isNoise(), "noise"),
            counted(steps, step -> hasCause(step.verdict()), "there and back"),
            counted(steps, step -> step.verdict() == NoiseVerdict.UNCLEAR, "unclear"),
            counted(steps, step -> step.verdict() == NoiseVerdict.PENDING, "too recent to judge"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static boolean hasCause(NoiseVerdict verdict) {
    return !verdict.isNoise() && !verdict.isOpen() && verdict != NoiseVerdict.PERSISTENT;
  }

  /** A count of steps with their typical size: {@code 4 steps of about 3.0% (noise)}. */
  private static Optional<String> counted(List<Step> steps, Predicate<Step> which, String meaning) {
    double[] sizes =
        steps.stream()
            .filter(which)
            .mapToDouble(step -> Math.abs(step.change()))
            .sorted()
            .toArray();
    return sizes.length == 0
        ? Optional.empty()
        : Optional.of(
            "%s of about %s (%s)"
                .formatted(
                    Numbers.counted(sizes.length, "step"),
                    Numbers.percent(sizes[(sizes.length - 1) / 2]),
                    meaning));
  }
}
