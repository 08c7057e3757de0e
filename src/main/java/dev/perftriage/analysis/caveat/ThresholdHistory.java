package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which merges of a range have no data, and thus no part in the site's thresholds. */
final class ThresholdHistory {

  /** The number of merges before the earlier artifact that the site's threshold is derived from. */
  private static final int MERGES = 30;

  private final List<Merge> line = new ArrayList<>();
  private final Map<Sha, Integer> places = new HashMap<>();
  private final Set<Sha> unmeasured = new HashSet<>();

  /**
   * The history that comparisons tell.
   *
   * @param steps the comparisons of neighbouring merges, in commit order
   * @param gaps those of them that span unmeasured merges
   */
  ThresholdHistory(List<ComparisonSummary> steps, List<Gap> gaps) {
    Map<Sha, Gap> byEnd = new HashMap<>();
    gaps.forEach(gap -> byEnd.put(gap.end().sha(), gap));
    for (ComparisonSummary step : steps) {
      add(new Merge(step.before().commit(), step.before().pr()));
      Gap gap = byEnd.get(step.after().commit());
      if (gap != null) {
        for (Merge merge : gap.unmeasured()) {
          add(merge);
          unmeasured.add(merge.sha());
        }
      }
      add(new Merge(step.after().commit(), step.after().pr()));
    }
  }

  private void add(Merge merge) {
    if (places.putIfAbsent(merge.sha(), line.size()) == null) {
      line.add(merge);
    }
  }

  /** The caveat with the hole that is its reason, if the hole is known. */
  DefaultThresholds explained(DefaultThresholds caveat, Sha before) {
    return caveat.reason() instanceof Reason.UnknownHole
        ? new DefaultThresholds(
            caveat.benchmarks(), hole(before).map(Reason.class::cast).orElse(caveat.reason()))
        : caveat;
  }

  /** The latest known merge without data among those that a threshold is derived from. */
  private Optional<Reason.Hole> hole(Sha before) {
    int place = places.getOrDefault(before, 0);
    for (int distance = 1; distance <= Math.min(MERGES, place); distance++) {
      Merge merge = line.get(place - distance);
      if (unmeasured.contains(merge.sha())) {
        return Optional.of(new Reason.Hole(merge, MERGES - distance));
      }
    }
    return Optional.empty();
  }
}
