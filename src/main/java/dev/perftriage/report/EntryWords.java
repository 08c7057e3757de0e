package dev.perftriage.report;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a comparison has its entry verdict, in plain words. */
public final class EntryWords {

  private static final Comparator<JudgedChange> LARGEST_FIRST =
      Comparator.comparing(JudgedChange::change, TestCaseChange.LARGEST_FIRST);

  private EntryWords() {}

  /** The verdict's name; empty if nothing is relevant. */
  public static String verdict(MergeVerdicts merge) {
    return merge.verdict().map(EntryVerdict::label).orElse("");
  }

  /**
   * What counted and what it is: {@code of the 3 relevant test cases that count, 2 are returned and
   * 1 persistent}.
   */
  public static String why(MergeVerdicts merge) {
    List<JudgedChange> counted = merge.counted();
    Map<NoiseVerdict, Integer> counts = new EnumMap<>(NoiseVerdict.class);
    counted.forEach(judged -> counts.merge(judged.verdict(), 1, Integer::sum));
    String what = Numbers.counted(counted.size(), "relevant test case");
    return (counted.size() == merge.changes().size()
            ? what
            : what + " of " + merge.changes().size() + " made it deserve attention")
        + ": "
        + counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
  }

  /** The changes by absolute size, largest first. */
  public static List<JudgedChange> largestFirst(MergeVerdicts merge) {
    return merge.changes().stream().sorted(LARGEST_FIRST).toList();
  }
}
