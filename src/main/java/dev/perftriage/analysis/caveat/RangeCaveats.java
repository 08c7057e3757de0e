package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Recomputed;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TargetMix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The caveats of the comparisons of a range, in view of their neighbours.
 *
 * @param ofWhole the caveats of the comparison of the range's ends; that there are merges between
 *     them is none
 * @param ofSteps the caveats of each comparison of neighbouring merges that has any, in commit
 *     order
 */
public record RangeCaveats(Metric metric, List<Caveat> ofWhole, Map<Merge, List<Caveat>> ofSteps) {

  private static final Caveat ANY_RANDOM_TARGETS =
      new RandomTargets(new TargetMix(new TreeMap<>(), 0), true);

  /** Copies the collections. */
  public RangeCaveats {
    ofWhole = List.copyOf(ofWhole);
    ofSteps = Collections.unmodifiableMap(new LinkedHashMap<>(ofSteps));
  }

  /**
   * The caveats of a range by several metrics.
   *
   * @param others the same range by further metrics, with some of its steps only
   * @param history what is known of the merges before the range and of the values in both
   * @return those of the leading metric, then those of the others
   */
  public static List<RangeCaveats> of(
      TriageWeek week, List<TriageWeek> others, RangeHistory history) {
    List<ComparisonSummary> steps =
        Stream.concat(history.steps().stream(), week.steps().stream()).toList();
    List<Gap> gaps =
        Stream.concat(history.gaps().stream(), week.coverage().gaps().stream()).toList();
    ThresholdHistory thresholds = new ThresholdHistory(steps, gaps, history.values());
    List<RangeCaveats> caveats = new ArrayList<>();
    Set<Sha> halfMeasured =
        week.coverage().halfMeasured().stream()
            .map(half -> half.merge().sha())
            .collect(Collectors.toSet());
    caveats.add(
        of(week, thresholds, new BenchmarkHistory(history.steps(), week.steps(), halfMeasured)));
    // Benchmarks fail by every metric, and values are those of the leading one.
    ThresholdHistory merges = new ThresholdHistory(steps, gaps, Optional.empty());
    others.forEach(other -> caveats.add(of(other, merges, BenchmarkHistory.NONE)));
    return caveats;
  }

  private static RangeCaveats of(
      TriageWeek week, ThresholdHistory thresholds, BenchmarkHistory benchmarks) {
    Map<Merge, List<Caveat>> ofSteps = new LinkedHashMap<>();
    for (ComparisonSummary step : week.steps()) {
      List<Caveat> caveats = new ArrayList<>(ofCases(step, thresholds));
      ComparisonCaveats.mergesBetween(step).ifPresent(caveats::add);
      caveats.addAll(benchmarks.at(step.after().commit()));
      if (!caveats.isEmpty()) {
        ofSteps.put(new Merge(step.after().commit(), step.after().pr()), List.copyOf(caveats));
      }
    }
    return new RangeCaveats(
        week.metric(),
        week.whole().map(whole -> ofCases(whole, thresholds)).orElse(List.of()),
        ofSteps);
  }

  private static List<Caveat> ofCases(ComparisonSummary summary, ThresholdHistory thresholds) {
    List<Caveat> caveats = new ArrayList<>();
    ComparisonCaveats.randomTargets(summary).ifPresent(caveats::add);
    ComparisonCaveats.nothingComparable(summary).ifPresent(caveats::add);
    caveats.addAll(thresholds.of(summary));
    ComparisonCaveats.repeated(summary).ifPresent(caveats::add);
    return caveats;
  }

  /** The caveats of the comparison of a merge with the one before it. */
  public List<Caveat> of(Sha merge) {
    return ofSteps.entrySet().stream()
        .filter(entry -> entry.getKey().sha().equals(merge))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * All caveats, the same one of several merges once. Merges between two artifacts are not among
   * them: the range's coverage names them.
   */
  public List<ScopedCaveat> all() {
    Map<Caveat, ScopedCaveat> ofMerges = new LinkedHashMap<>();
    ofSteps.forEach(
        (merge, caveats) ->
            caveats.stream()
                .filter(caveat -> !(caveat instanceof MergesBetween))
                .forEach(
                    caveat ->
                        ofMerges.merge(
                            kind(caveat), scoped(List.of(merge), caveat), RangeCaveats::joined)));
    return Stream.concat(
            ofWhole.stream().map(caveat -> scoped(List.of(), caveat)), ofMerges.values().stream())
        .toList();
  }

  private ScopedCaveat scoped(List<Merge> merges, Caveat caveat) {
    return new ScopedCaveat(metric, "", merges.isEmpty(), merges, caveat);
  }

  /** The caveat without what differs from one merge to the next. */
  private static Caveat kind(Caveat caveat) {
    if (caveat instanceof RandomTargets) {
      return ANY_RANDOM_TARGETS;
    }
    if (!(caveat instanceof DefaultThresholds byDefault)) {
      return caveat;
    }
    Reason reason =
        byDefault.reason() instanceof Reason.Hole hole
            ? new Reason.Hole(hole.hole(), 0)
            : byDefault.reason();
    return new DefaultThresholds(byDefault.benchmarks(), reason, Optional.empty());
  }

  /** The later caveat, for the merges of both. */
  private static ScopedCaveat joined(ScopedCaveat earlier, ScopedCaveat later) {
    return new ScopedCaveat(
        later.metric(),
        later.target(),
        false,
        Stream.concat(earlier.merges().stream(), later.merges().stream()).toList(),
        joined(earlier.caveat(), later.caveat()));
  }

  private static Caveat joined(Caveat earlier, Caveat later) {
    if (earlier instanceof RandomTargets one && later instanceof RandomTargets other) {
      return one.and(other);
    }
    if (earlier instanceof DefaultThresholds one && later instanceof DefaultThresholds other) {
      return new DefaultThresholds(
          other.benchmarks(), other.reason(), Recomputed.sum(one.recomputed(), other.recomputed()));
    }
    return later;
  }
}
