package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.caveat.RangeHistory;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.source.StoredData;
import dev.perftriage.source.range.WalkedRange.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The unfiltered values and comparisons of a target, in a range and the merges before and after it.
 *
 * @param values their measured values
 * @param before the comparisons of neighbouring merges before the range
 * @param steps all comparisons of neighbouring merges in commit order, those before the range first
 * @param gaps those of them that span unmeasured merges
 */
public record NoiseInput(
    SeriesBuilder values,
    Context<ComparisonSummary> before,
    List<ComparisonSummary> steps,
    List<Gap> gaps) {

  /** Copies the lists. */
  public NoiseInput {
    steps = List.copyOf(steps);
    gaps = List.copyOf(gaps);
  }

  /** What is known of the merges before the range. */
  RangeHistory history() {
    return new RangeHistory(
        before.steps(), before.gaps(), Optional.of(() -> values.build(steps, gaps)));
  }

  /** What became of every relevant change. */
  NoiseVerdicts judge(Reverts reverts) {
    return NoiseVerdicts.of(values, steps, gaps, reverts);
  }

  /** What became of every relevant change, by the reverts that stored pull requests speak of. */
  NoiseVerdicts judge(StoredData stored) {
    List<Merge> merges = merges();
    List<Integer> pulls = merges.stream().map(Merge::pr).filter(Objects::nonNull).toList();
    return judge(Reverts.among(merges, stored.pulls(pulls)));
  }

  /** What would be said of the merges before the range without its measurements. */
  NoiseVerdicts judgeBefore(Reverts reverts) {
    return NoiseVerdicts.of(values, before.steps(), before.gaps(), reverts);
  }

  /** The values of all test cases. */
  MeasuredSeries series() {
    return values.build(steps, gaps);
  }

  /** The merges in commit order, including known unmeasured ones. */
  List<Merge> merges() {
    return values.build(steps, gaps).merges();
  }

  /** Collects values while a range is walked, from any thread. */
  public static final class Recorder {

    private final Map<String, SeriesBuilder> byTarget = new ConcurrentHashMap<>();
    private final Set<String> reported = new ConcurrentSkipListSet<>();

    /** Adds the values of a comparison of neighbouring merges on the target that is reported. */
    void add(ArtifactComparison comparison, String target) {
      reported.add(target);
      values(target).add(comparison);
    }

    /** The values of a target, reported or not, to read and to add to. */
    SeriesBuilder values(String target) {
      return byTarget.computeIfAbsent(target, SeriesBuilder::new);
    }

    /** What was collected. */
    NoiseInput input(
        Context<ComparisonSummary> before,
        List<ComparisonSummary> steps,
        List<Gap> gaps,
        Context<ComparisonSummary> after) {
      // If a filter selects several targets, the first one is reported, almost always the same.
      SeriesBuilder values =
          reported.stream().findFirst().map(this::values).orElseGet(() -> new SeriesBuilder(""));
      return new NoiseInput(
          values,
          before,
          joined(before.steps(), steps, after.steps()),
          joined(before.gaps(), gaps, after.gaps()));
    }

    private static <T> List<T> joined(List<T> before, List<T> own, List<T> after) {
      return Stream.of(before, own, after).flatMap(List::stream).toList();
    }
  }
}
