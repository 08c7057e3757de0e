package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.Merge;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sentence that says whether a comparison's relevant changes are noise, and why. It contains
 * the word only if some are, so that searching a log for "noise" finds only these.
 *
 * @param series the values that the verdicts are based on
 * @param explained the merges that are known to have fixed the compared one, or to be fixed by it
 */
public record VerdictSentence(
    MergeVerdicts merge, MeasuredSeries series, Set<Merge> explained, Markup markup) {

  /** The maximum number of merges named in one phrase. */
  private static final int MOST_NAMED = 3;

  /** The sentence; empty if nothing is relevant. */
  public Optional<String> text() {
    return merge.verdict().map(this::sentence);
  }

  /** A test case's name, linked to its graph on the site for the whole series. */
  public String history(JudgedChange judged) {
    TestCase testCase = judged.change().testCase();
    List<Merge> merges = series.merges();
    return markup.link(
        markup.code(testCase.toString()),
        SiteUrl.history(
            testCase,
            merges.get(0).sha(),
            merges.get(merges.size() - 1).sha(),
            merge.summary().metric()));
  }

  private String sentence(EntryVerdict verdict) {
    String head =
        switch (verdict) {
          case NOISE -> "Noise";
          case PARTLY_NOISE -> "Partly noise";
          case REAL -> "Real" + exceptions();
          case UNDONE -> "Undone";
          case ENVIRONMENT -> "Looks like the machine";
          case UNCLEAR -> "Unclear";
          case PENDING -> "Too early to tell";
        };
    List<String> parts = parts();
    int count = merge.changes().size();
    if (parts.size() > 1) {
      return "%s: of %s relevant test cases, %s.".formatted(head, count, String.join("; ", parts));
    }
    String all =
        switch (count) {
          case 1 -> "the only relevant test case";
          case 2 -> "both relevant test cases";
          default -> "all " + count + " relevant test cases";
        };
    return head + ": " + all + parts.get(0).substring(parts.get(0).indexOf(' ')) + ".";
  }

  /** {@code (7 of 398 noise: `syn opt`)}, with the test cases that are noise in a real change. */
  private String exceptions() {
    List<String> noisy =
        merge.noise().stream()
            .map(judged -> judged.change().testCase())
            .map(testCase -> testCase.benchmark() + " " + testCase.profile())
            .distinct()
            .toList();
    if (noisy.isEmpty()) {
      return "";
    }
    String named =
        noisy.stream().limit(MOST_NAMED).map(markup::code).collect(Collectors.joining(", "));
    int more = noisy.size() - MOST_NAMED;
    return " (%s of %s noise: %s%s)"
        .formatted(
            merge.noise().size(),
            merge.changes().size(),
            named,
            more > 0 ? " and " + more + " more" : "");
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    add(parts, verdict(NoiseVerdict.PERSISTENT), VerdictSentence::stayed);
    for (WayBack way : WayBack.values()) {
      add(parts, way::isOf, changes -> wentBack(changes, way));
    }
    add(
        parts,
        verdict(NoiseVerdict.RETURNED).and(decidedBy(NoiseRule.NO_MOVE)),
        changes ->
            changes.size() == 1
                ? " is a one-off spike: the values around it did not move"
                : " are one-off spikes: the values around them did not move");
    add(parts, verdict(NoiseVerdict.FLIP_FLOP), this::switching);
    add(
        parts,
        verdict(NoiseVerdict.UNCLEAR).and(decidedBy(NoiseRule.NO_MOVE)),
        VerdictSentence::scattered);
    add(
        parts,
        verdict(NoiseVerdict.UNCLEAR).and(decidedBy(NoiseRule.NO_MOVE).negate()),
        this::unclear);
    add(
        parts,
        verdict(NoiseVerdict.PENDING),
        changes -> (changes.size() == 1 ? " is" : " are") + " too recent to judge");
    return parts;
  }

  private void add(
      List<String> parts,
      Predicate<JudgedChange> which,
      Function<List<JudgedChange>, String> what) {
    List<JudgedChange> changes = merge.changes().stream().filter(which).toList();
    if (!changes.isEmpty()) {
      parts.add(changes.size() + what.apply(changes));
    }
  }

  private static String stayed(List<JudgedChange> changes) {
    int least = changes.stream().mapToInt(each -> each.evidence().stayed()).min().orElse(0);
    return " stayed for at least " + Numbers.counted(least, "measurement");
  }

  private String wentBack(List<JudgedChange> changes, WayBack way) {
    int at = Objects.requireNonNullElse(series.indexOf(merge.summary().after().commit()), 0);
    Map<Merge, Integer> later = new LinkedHashMap<>();
    Map<Merge, Integer> earlier = new LinkedHashMap<>();
    for (JudgedChange change : changes) {
      Merge other = Objects.requireNonNull(change.other());
      int index = Objects.requireNonNullElse(series.indexOf(other.sha()), 0);
      (index > at ? later : earlier).merge(other, 1, Integer::sum);
    }
    boolean isOne = changes.size() == 1;
    return (later.isEmpty() ? "" : way.later(isOne) + names(later))
        + (later.isEmpty() || earlier.isEmpty() ? "" : " or")
        + (earlier.isEmpty() ? "" : way.earlier(isOne) + names(earlier))
        + (isExplained(later) && isExplained(earlier) ? "" : way.ending());
  }

  /** Whether another sentence says why the changes went back there. */
  private boolean isExplained(Map<Merge, Integer> merges) {
    return explained.containsAll(merges.keySet());
  }

  private String names(Map<Merge, Integer> merges) {
    List<String> named =
        merges.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMED)
            .map(each -> markup.merge(each.getKey()))
            .toList();
    int more = merges.size() - named.size();
    return String.join(", ", named) + (more == 0 ? "" : " and " + more + " more");
  }

  private String switching(List<JudgedChange> changes) {
    return " %s between levels (%s)"
        .formatted(changes.size() == 1 ? "switches" : "switch", mostSwitches(changes));
  }

  private static String scattered(List<JudgedChange> changes) {
    boolean isOne = changes.size() == 1;
    return isOne
        ? " is unclear: its values are scattered, and moved somewhat"
        : " are unclear: their values are scattered, and moved somewhat";
  }

  private String unclear(List<JudgedChange> changes) {
    return " %s unclear (%s)".formatted(changes.size() == 1 ? "is" : "are", mostSwitches(changes));
  }

  /** {@code `syn opt full` 17 times in 73 measurements, by 2.9%}. */
  private String mostSwitches(List<JudgedChange> changes) {
    JudgedChange most =
        changes.stream()
            .max(Comparator.comparingInt(change -> change.evidence().switches()))
            .orElseThrow();
    return "%s: %s in %s, by %s"
        .formatted(
            history(most),
            VerdictWords.switches(most.evidence().switches()),
            Numbers.counted(most.evidence().window(), "measurement"),
            Numbers.percent(Math.abs(most.change().change())));
  }

  private static Predicate<JudgedChange> verdict(NoiseVerdict verdict) {
    return change -> change.verdict() == verdict;
  }

  private static Predicate<JudgedChange> decidedBy(NoiseRule rule) {
    return change -> change.evidence().decidedBy() == rule;
  }
}
