package dev.perftriage.report.prose;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseEvidence;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictMark;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Explains the verdicts on the changes at one merge.
 *
 * @param series the values that they are based on
 * @param commit the merge's commit
 */
public record VerdictWords(MeasuredSeries series, Sha commit) {

  /** By absolute size, largest first. */
  static final Comparator<JudgedChange> LARGEST_FIRST =
      Comparator.comparing(JudgedChange::change, TestCaseChange.LARGEST_FIRST);

  /** The verdict, with the other merge if there is one: {@code returned #2}. */
  public static String verdict(JudgedChange judged) {
    Merge other = judged.other();
    return judged.verdict().label() + (other == null ? "" : " " + Markup.NONE.merge(other));
  }

  /** Direction and size: {@code ▲ +1.2%}. */
  public static String change(TestCaseChange change) {
    return (change.isRegression() ? "▲ +" : "▼ ") + Numbers.percent(change.change());
  }

  /** A merge's changes, largest first, regardless of direction. */
  public static List<JudgedChange> largestFirst(MergeVerdicts merge) {
    return merge.changes().stream().sorted(LARGEST_FIRST).toList();
  }

  /** The basis of an entry's verdict: {@code 3 relevant test cases: 2 returned, 1 persistent}. */
  public static String why(MergeVerdicts merge) {
    List<JudgedChange> counted = merge.counted();
    Map<NoiseVerdict, Integer> counts = counts(merge);
    int all = merge.changes().size();
    String some = counted.size() == all ? "" : " of " + all + " made it deserve attention";
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().label())
        .collect(
            Collectors.joining(
                ", ", Numbers.counted(counted.size(), "relevant test case") + some + ": ", ""));
  }

  /**
   * The verdict on most of the changes that decide an entry's, with their number: {@code reverted
   * 441 of 546}, {@code persistent, all 5}; empty if nothing is relevant.
   */
  public static Optional<String> share(MergeVerdicts merge) {
    Map<NoiseVerdict, Integer> counts = counts(merge);
    int all = merge.counted().size();
    return commonest(merge)
        .map(
            verdict -> {
              int count = counts.getOrDefault(verdict, 0);
              if (all == 1) {
                return verdict.label();
              }
              return count == all
                  ? "%s, all %s".formatted(verdict.label(), count)
                  : "%s %s of %s".formatted(verdict.label(), count, all);
            });
  }

  /**
   * The verdict on most of the changes that decide an entry's, of those that its mark stands for if
   * it stands for any; the first in their order if there are several; empty if nothing is relevant.
   */
  private static Optional<NoiseVerdict> commonest(MergeVerdicts merge) {
    Map<NoiseVerdict, Integer> counts = counts(merge);
    Optional<VerdictMark> mark = VerdictMark.of(merge);
    List<NoiseVerdict> ofMark =
        counts.keySet().stream()
            .filter(verdict -> mark.equals(Optional.of(VerdictMark.of(verdict))))
            .toList();
    return (ofMark.isEmpty() ? counts.keySet() : ofMark)
        .stream()
            .max(
                Comparator.<NoiseVerdict>comparingInt(verdict -> counts.getOrDefault(verdict, 0))
                    .thenComparing(Comparator.reverseOrder()));
  }

  private static Map<NoiseVerdict, Integer> counts(MergeVerdicts merge) {
    Map<NoiseVerdict, Integer> counts = new EnumMap<>(NoiseVerdict.class);
    merge.counted().forEach(judged -> counts.merge(judged.verdict(), 1, Integer::sum));
    return counts;
  }

  /** The results of the rules that were applied, by name and in order; the last one decided. */
  public Map<String, String> rules(JudgedChange judged) {
    Map<String, String> answers = new LinkedHashMap<>();
    NoiseEvidence evidence = judged.evidence();
    for (NoiseRule rule : NoiseRule.values()) {
      String name = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      if (rule == evidence.decidedBy()) {
        String fired = judged.verdict().isOpen() ? judged.verdict().label() + ": " : "yes: ";
        answers.put(name, fired + reason(judged));
        break;
      }
      answers.put(name, "no: " + passed(rule, evidence));
    }
    return answers;
  }

  private static String passed(NoiseRule rule, NoiseEvidence evidence) {
    return switch (rule) {
      case REVERT -> "no revert that the values confirm moved it back";
      case NO_MOVE -> "the level changed with the two compared values";
      case UNDONE_TOGETHER -> "no group of benchmarks moved here and went back elsewhere with it";
      case SPIKE -> "it neither began nor ended an excursion of a few values";
      case SWITCHING ->
          "%s in %s %s no habit"
              .formatted(
                  switches(evidence.switches()),
                  Numbers.counted(evidence.window(), "value"),
                  evidence.switches() == 1 ? "is" : "are");
      case WENT_BACK -> "it did not come back";
      case STAY -> "";
    };
  }

  /** {@code 1 switch}, {@code 17 switches}. */
  static String switches(int count) {
    return count + (count == 1 ? " switch" : " switches");
  }

  /** The reason for the verdict, without capital letter and full stop. */
  public String reason(JudgedChange judged) {
    NoiseEvidence evidence = judged.evidence();
    Merge merge = judged.other();
    String other = merge == null ? "another merge" : Markup.NONE.merge(merge);
    boolean later = merge != null && isLater(merge);
    return switch (evidence.decidedBy()) {
      case REVERT ->
          later
              ? "it moved back at " + other + ", which reverts this merge"
              : "this merge reverts " + other + ", where it moved the other way";
      case NO_MOVE -> noMove(judged);
      case UNDONE_TOGETHER ->
          (later
                  ? "the test cases that moved here went back together at " + other
                  : "the test cases that moved here moved the other way together at " + other)
              + (judged.verdict() == NoiseVerdict.ENVIRONMENT
                  ? ", and most others with them"
                  : ", cause unknown");
      case SPIKE ->
          (later
                  ? "it was back at the level before at " + other
                  : "it ends the spike that began at " + other)
              + (judged.verdict() == NoiseVerdict.UNCLEAR ? ", but may not be alone in it" : "");
      case SWITCHING ->
          "%s by about %s in %s"
              .formatted(
                  switches(evidence.switches()),
                  Numbers.percent(evidence.size()),
                  Numbers.counted(evidence.window(), "value"));
      case WENT_BACK ->
          judged.verdict() == NoiseVerdict.PENDING
              ? "it seems to go back, with only " + since(evidence.valuesAfter())
              : (later ? "it went back at " : "it went back after ")
                  + other
                  + (judged.verdict() == NoiseVerdict.UNCLEAR
                      ? ", by hardly more than single values are apart"
                      : ", cause unknown; it has no habit of doing so");
      case STAY -> stay(judged);
    };
  }

  private static String noMove(JudgedChange judged) {
    return switch (judged.verdict()) {
      case PENDING -> "no level yet in " + since(judged.evidence().valuesAfter());
      case UNCLEAR -> "the two values are scattered, and the values around them moved somewhat";
      default -> "the values around the two compared ones are on one level";
    };
  }

  private static String since(int valuesAfter) {
    return Numbers.counted(valuesAfter, "measurement") + " since";
  }

  private static String stay(JudgedChange judged) {
    NoiseEvidence evidence = judged.evidence();
    int after = evidence.valuesAfter();
    if (judged.verdict() == NoiseVerdict.PENDING) {
      return after == 0 ? "no measurements since" : "only " + since(after);
    }
    int others = evidence.movedTogether();
    return "it stayed for %s; %s moved with it"
        .formatted(
            Numbers.counted(evidence.stayed(), "measurement"),
            others == 0 ? "no other test case" : Numbers.counted(others, "other test case"));
  }

  /** Whether another merge of the series comes after the commit. */
  boolean isLater(Merge other) {
    Integer at = series.indexOf(commit);
    Integer place = series.indexOf(other.sha());
    return at != null && place != null && place > at;
  }
}
