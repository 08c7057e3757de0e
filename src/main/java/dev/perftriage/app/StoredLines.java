package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.LevelReport.ValueSource;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The levels of test cases from the stored comparisons of a range. These have all test cases, so
 * that the verdicts on relevant steps are those of a report.
 */
record StoredLines(NoiseVerdicts verdicts, Map<Sha, Instant> times) {

  /**
   * Reads the comparisons of a range.
   *
   * @param stored a store alone
   * @throws dev.perftriage.model.DataException if it does not have the range
   */
  static StoredLines read(
      DataSources stored, int threads, ComparisonQuery range, CaseFilter filter) {
    try (PullRequestFetcher pulls = new PullRequestFetcher(stored, false);
        RangeWalk walk = new RangeWalk(stored, threads)) {
      NoiseInput input =
          AnalyzedRange.walk(
                  walk,
                  pulls,
                  range,
                  Progress.SILENT,
                  filter,
                  RangeUse.FIGURES,
                  OptionalInt.of(0),
                  0)
              .noiseInput()
              .orElseThrow();
      return new StoredLines(input.judge(stored.stored()), ListedMerge.times(stored));
    }
  }

  /** The query for the last comparison. */
  ComparisonQuery last(Metric metric) {
    MergeVerdicts last = verdicts.all().get(verdicts.all().size() - 1);
    return ComparisonQuery.of(
        last.summary().before().commit(), last.summary().after().commit(), metric);
  }

  /** A test case's values and levels; empty if it has no value. */
  Optional<CaseLine> line(TestCase testCase) {
    double[] values = verdicts.series().values(testCase);
    List<Merge> merges = verdicts.series().merges();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < merges.size(); i++) {
      Merge merge = merges.get(i);
      points.add(new Point(merge, Optional.ofNullable(times.get(merge.sha())), values[i], false));
    }
    CaseLevels alone = CaseLevels.of(values);
    CaseLevels levels =
        new CaseLevels(
            alone.levels(), alone.steps().stream().map(step -> judged(step, testCase)).toList());
    return levels.levels().isEmpty()
        ? Optional.empty()
        : Optional.of(new CaseLine(testCase, ValueSource.COMPARISONS, points, levels));
  }

  /** The step with the verdict on the relevant change at its merge, if there is one. */
  private Step judged(Step step, TestCase testCase) {
    return verdicts
        .of(verdicts.series().merges().get(step.merge()).sha())
        .flatMap(
            merge ->
                merge.changes().stream()
                    .filter(judged -> judged.change().testCase().equals(testCase))
                    .findFirst())
        .map(judged -> step.judged(judged.verdict(), other(judged)))
        .orElse(step);
  }

  private int other(JudgedChange judged) {
    Merge other = judged.other();
    Integer place = other == null ? null : verdicts.series().indexOf(other.sha());
    return place == null ? -1 : place;
  }
}
