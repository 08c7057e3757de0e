package dev.perftriage.analysis.noise;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The merge at which most changes of one verdict went back, or from which they come.
 *
 * @param count how many of them, at least 1
 * @param isLater whether they went back at it, rather than come from it
 */
public record OtherMerge(Merge merge, int count, boolean isLater) {

  /** The commonest one, the first named on a tie; empty if no change of the verdict names one. */
  public static Optional<OtherMerge> ofMost(
      MergeVerdicts merge, NoiseVerdict verdict, MeasuredSeries series) {
    Map<Merge, Integer> counts = new LinkedHashMap<>();
    for (JudgedChange judged : merge.changes()) {
      Merge other = judged.other();
      if (judged.verdict() == verdict && other != null) {
        counts.merge(other, 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    int at = index(series, merge.summary().after().commit());
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .findFirst()
        .map(
            each ->
                new OtherMerge(
                    each.getKey(), each.getValue(), index(series, each.getKey().sha()) > at));
  }

  private static int index(MeasuredSeries series, Sha commit) {
    return Objects.requireNonNullElse(series.indexOf(commit), 0);
  }
}
