package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells noise in the comparison of a single merge, by the merges around it.
 *
 * @param sources has or fetches the comparisons of the merges around
 * @param threads how many of them to ask for at once
 * @param before the number of merges before it to ask for
 */
record NoiseAround(
    DataSources sources, int threads, PullRequestFetcher gitHub, int before, Progress progress) {

  /**
   * The test cases whose change is noise; empty if the merge was not judged.
   *
   * @param merge its comparison with the merge before it
   */
  Optional<Set<TestCase>> of(ArtifactComparison merge) {
    ComparisonQuery query =
        ComparisonQuery.of(merge.before().commit(), merge.after().commit(), merge.metric());
    return input(query, CaseFilter.ALL)
        .judge(sources.stored())
        .of(merge.after().commit())
        .map(
            verdicts ->
                verdicts.noise().stream()
                    .map(judged -> judged.change().testCase())
                    .collect(Collectors.toSet()));
  }

  /**
   * The values of the merges in a range and around it.
   *
   * @param filter selects the target
   */
  NoiseInput input(ComparisonQuery range, CaseFilter filter) {
    try (RangeWalk walk = new RangeWalk(sources, threads)) {
      return AnalyzedRange.walk(
              walk,
              gitHub,
              range,
              progress,
              filter,
              RangeUse.FIGURES,
              OptionalInt.of(before),
              NoiseRules.CONTEXT)
          .noiseInput()
          .orElseThrow();
    }
  }
}
