package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells noise in the comparison of a single merge, by the merges around it.
 *
 * @param before the number of merges before it to fetch
 */
record NoiseAround(Session session, PullRequestFetcher gitHub, int before, Progress progress) {

  /**
   * The test cases whose change is noise; empty if the merge was not judged.
   *
   * @param merge its comparison with the merge before it
   */
  Optional<Set<TestCase>> of(ArtifactComparison merge) {
    ComparisonQuery query =
        ComparisonQuery.of(merge.before().commit(), merge.after().commit(), merge.metric());
    try (RangeWalk walk = session.walk()) {
      NoiseInput input =
          AnalyzedRange.walk(
                  walk,
                  gitHub,
                  query,
                  progress,
                  CaseFilter.ALL,
                  RangeUse.FIGURES,
                  OptionalInt.of(before),
                  NoiseRules.CONTEXT)
              .noiseInput()
              .orElseThrow();
      return input
          .judge(session.sources().stored())
          .of(merge.after().commit())
          .map(
              verdicts ->
                  verdicts.noise().stream()
                      .map(judged -> judged.change().testCase())
                      .collect(Collectors.toSet()));
    }
  }
}
