package dev.perftriage.report;

import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sentence that says whether a comparison's relevant changes are noise, with what speaks for
 * it. Only where some of what counts is noise does it have the word, so that who searches a log for
 * noise finds that alone.
 */
public final class VerdictSentence {

  /** The most merges that are named for one thing. */
  private static final int MOST_NAMED = 3;

  private final MeasuredSeries series;
  private final Function<Merge, String> name;
  private final BiFunction<JudgedChange, String, String> history;

  private VerdictSentence(
      MeasuredSeries series,
      Function<Merge, String> name,
      BiFunction<JudgedChange, String, String> history) {
    this.series = series;
    this.name = name;
    this.history = history;
  }

  /**
   * The sentence; empty where nothing is relevant.
   *
   * @param series the values that the verdicts rest on
   * @param name how the format at hand names a merge
   * @param history how it sets off the name of a test case, whose history it may link
   */
  public static Optional<String> of(
      MergeVerdicts merge,
      MeasuredSeries series,
      Function<Merge, String> name,
      BiFunction<JudgedChange, String, String> history) {
    return merge
        .verdict()
        .map(verdict -> new VerdictSentence(series, name, history).sentence(verdict, merge));
  }

  private String sentence(EntryVerdict verdict, MergeVerdicts merge) {
    String head =
        switch (verdict) {
          case NOISE -> "Noise";
          case PARTLY_NOISE -> "Partly noise";
          case REAL -> "Real";
          case PENDING -> "Too early to tell";
        };
    int at = Objects.requireNonNullElse(series.indexOf(merge.summary().after().commit()), 0);
    List<String> parts = new ArrayList<>();
    add(parts, changes(merge, NoiseVerdict.PERSISTENT), this::stayed);
    List<JudgedChange> reverted = changes(merge, NoiseVerdict.REVERTED);
    add(parts, reverted, changes -> wentBack(changes, at, true));
    List<JudgedChange> returned = changes(merge, NoiseVerdict.RETURNED);
    add(
        parts,
        only(returned, change -> change.evidence().decidedBy() != NoiseRule.NO_MOVE),
        changes -> wentBack(changes, at, false));
    add(
        parts,
        only(returned, change -> change.evidence().decidedBy() == NoiseRule.NO_MOVE),
        changes -> " moved no level: the values around are where they were");
    add(parts, changes(merge, NoiseVerdict.FLIP_FLOP), this::switching);
    add(
        parts,
        changes(merge, NoiseVerdict.PENDING),
        changes ->
            changes.size() == 1
                ? " has too few merges after it"
                : " have too few merges after them");
    int count = merge.changes().size();
    return count == 1
        ? head + ": the one relevant test case" + parts.get(0).substring(1) + "."
        : head + ": of " + count + " relevant test cases, " + String.join("; ", parts) + ".";
  }

  private static void add(
      List<String> parts, List<JudgedChange> changes, Function<List<JudgedChange>, String> what) {
    if (!changes.isEmpty()) {
      parts.add(changes.size() + what.apply(changes));
    }
  }

  private String stayed(List<JudgedChange> changes) {
    int least = changes.stream().mapToInt(each -> each.evidence().valuesAfter()).min().orElse(0);
    return " stayed, over " + least + " or more measurements since";
  }

  private String wentBack(List<JudgedChange> changes, int at, boolean reverted) {
    Map<Merge, Integer> later = new LinkedHashMap<>();
    Map<Merge, Integer> earlier = new LinkedHashMap<>();
    for (JudgedChange change : changes) {
      Merge other = Objects.requireNonNull(change.other());
      int index = Objects.requireNonNullElse(series.indexOf(other.sha()), 0);
      (index > at ? later : earlier).merge(other, 1, Integer::sum);
    }
    boolean byRevert =
        changes.stream().anyMatch(each -> each.evidence().decidedBy() == NoiseRule.REVERT);
    boolean one = changes.size() == 1;
    String was = one ? " was" : " were";
    String back =
        !reverted
            ? " went back by " + (one ? "itself" : "themselves") + " at "
            : was + (byRevert ? " reverted by " : " undone at ");
    String from =
        !reverted
            ? (one ? " is" : " are") + " on the way back from "
            : (one ? " comes" : " come") + " from " + (byRevert ? "reverting " : "undoing ");
    List<String> parts = new ArrayList<>();
    if (!later.isEmpty()) {
      parts.add(back + names(later));
    }
    if (!earlier.isEmpty()) {
      parts.add(from + names(earlier));
    }
    return String.join(" or", parts);
  }

  private String names(Map<Merge, Integer> merges) {
    List<String> named =
        merges.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMED)
            .map(merge -> name.apply(merge.getKey()))
            .toList();
    int more = merges.size() - named.size();
    return String.join(", ", named) + (more == 0 ? "" : " and " + more + " more");
  }

  private String switching(List<JudgedChange> changes) {
    JudgedChange most =
        changes.stream()
            .max(Comparator.comparingInt(change -> change.evidence().switches()))
            .orElseThrow();
    return (changes.size() == 1 ? " switches" : " switch")
        + " between two levels ("
        + history.apply(most, most.change().testCase().toString())
        + " "
        + most.evidence().switches()
        + " times in "
        + most.evidence().window()
        + " measurements, by "
        + Numbers.percent(most.evidence().size())
        + ")";
  }

  private static List<JudgedChange> changes(MergeVerdicts merge, NoiseVerdict verdict) {
    return only(merge.changes(), change -> change.verdict() == verdict);
  }

  private static List<JudgedChange> only(
      List<JudgedChange> changes, Predicate<JudgedChange> which) {
    return changes.stream().filter(which).toList();
  }
}
