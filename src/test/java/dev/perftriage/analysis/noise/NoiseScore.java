package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** How well verdicts agree with what labelled series are made of, week by week. */
final class NoiseScore {

  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");
  private static final int ENOUGH_AFTER = 5;

  private final LabelledSeries labelled;
  private final List<TestCase> cases = new ArrayList<>();
  private final Map<TestCase, Integer> places = new HashMap<>();
  private final Map<Cause, Map<NoiseVerdict, Integer>> counts = new EnumMap<>(Cause.class);
  private int oldEnough;
  private int oldEnoughPending;
  private int group;
  private int groupNoise;
  private int touchedByGroup;
  private int touchedByGroupNoise;

  NoiseScore(LabelledSeries labelled) {
    this.labelled = labelled;
    for (int i = 0; i < labelled.values.length; i++) {
      int inBenchmark = i % SeriesShape.CASES_PER_BENCHMARK;
      TestCase testCase =
          new TestCase(
              "benchmark-" + i / SeriesShape.CASES_PER_BENCHMARK,
              PROFILES.get(inBenchmark % 4),
              "scenario-" + inBenchmark / 4,
              TestCase.DEFAULT_BACKEND,
              TestCase.DEFAULT_TARGET);
      cases.add(testCase);
      places.put(testCase, i);
    }
  }

  /** Judges each week with nothing known of later ones. */
  NoiseScore judge() {
    int perWeek = labelled.shape.mergesPerWeek();
    for (int week = 0; week < labelled.shape.weeks(); week++) {
      int first = LabelledSeries.BEFORE + week * perWeek;
      judge(first, first + perWeek);
    }
    return this;
  }

  private void judge(int first, int end) {
    SeriesBuilder values = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    List<ComparisonSummary> steps = new ArrayList<>();
    Map<Sha, Set<Sha>> undone = new TreeMap<>();
    for (int merge = first - NoiseRules.CONTEXT; merge < end; merge++) {
      ArtifactComparison comparison = comparison(merge);
      values.add(comparison);
      steps.add(ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET));
      Integer reverted = labelled.reverts.get(merge);
      if (reverted != null) {
        undone.put(sha(merge), Set.of(sha(reverted)));
      }
    }
    NoiseVerdicts verdicts = NoiseVerdicts.of(values, steps, List.of(), new Reverts(undone));
    for (int merge = first; merge < end; merge++) {
      for (JudgedChange judged : verdicts.of(sha(merge)).orElseThrow().changes()) {
        count(judged, merge, end - 1 - merge);
      }
    }
  }

  private void count(JudgedChange judged, int merge, int after) {
    int place = Objects.requireNonNull(places.get(judged.change().testCase()));
    Cause cause = labelled.cause(place, merge);
    NoiseVerdict verdict = judged.verdict();
    counts
        .computeIfAbsent(cause, key -> new EnumMap<>(NoiseVerdict.class))
        .merge(verdict, 1, Integer::sum);
    if (after >= ENOUGH_AFTER) {
      oldEnough++;
      oldEnoughPending += verdict == NoiseVerdict.PENDING ? 1 : 0;
    }
    if (labelled.stepCases[place][merge] >= NoiseRules.GROUP) {
      touchedByGroup++;
      touchedByGroupNoise += verdict.isNoise() ? 1 : 0;
      if (cause.isReal()) {
        group++;
        groupNoise += verdict.isNoise() ? 1 : 0;
      }
    }
  }

  double precision() {
    int right = 0;
    int called = 0;
    for (var byVerdict : counts.entrySet()) {
      for (NoiseVerdict verdict : NoiseVerdict.values()) {
        int count = verdict.isNoise() ? byVerdict.getValue().getOrDefault(verdict, 0) : 0;
        called += count;
        right += byVerdict.getKey().isReal() ? 0 : count;
      }
    }
    return (double) right / called;
  }

  double recall() {
    int found = 0;
    int all = 0;
    for (var byVerdict : counts.entrySet()) {
      if (!byVerdict.getKey().isReal()) {
        for (NoiseVerdict verdict : NoiseVerdict.values()) {
          int count =
              verdict == NoiseVerdict.PENDING ? 0 : byVerdict.getValue().getOrDefault(verdict, 0);
          all += count;
          found += verdict.isNoise() ? count : 0;
        }
      }
    }
    return (double) found / all;
  }

  double pendingShare() {
    return (double) oldEnoughPending / oldEnough;
  }

  double groupNoiseShare() {
    return (double) groupNoise / group;
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, "%-18s", ""));
    for (NoiseVerdict verdict : NoiseVerdict.values()) {
      table.append(String.format(Locale.ROOT, "%11s", verdict.label()));
    }
    table.append("      right\n");
    counts.forEach(
        (cause, byVerdict) -> {
          table.append(String.format(Locale.ROOT, "%-18s", cause));
          int right = 0;
          int told = 0;
          for (NoiseVerdict verdict : NoiseVerdict.values()) {
            int count = byVerdict.getOrDefault(verdict, 0);
            table.append(String.format(Locale.ROOT, "%11d", count));
            told += verdict == NoiseVerdict.PENDING ? 0 : count;
            right +=
                verdict != NoiseVerdict.PENDING && verdict.isNoise() != cause.isReal() ? count : 0;
          }
          table.append(String.format(Locale.ROOT, "%9.2f %%%n", 100.0 * right / told));
        });
    table.append(
        String.format(
            Locale.ROOT,
            "precision %.4f  recall %.4f  pending of old enough %.4f  large steps called noise %d"
                + " of %d (touched: %d of %d)%n",
            precision(),
            recall(),
            pendingShare(),
            groupNoise,
            group,
            touchedByGroupNoise,
            touchedByGroup));
    return table.toString();
  }

  private ArtifactComparison comparison(int merge) {
    Comparisons comparison = Comparisons.comparison().between(artifact(merge - 1), artifact(merge));
    for (int i = 0; i < cases.size(); i++) {
      double before = labelled.values[i][merge - 1];
      double after = labelled.values[i][merge];
      double threshold = labelled.thresholds[i][merge];
      comparison.add(
          cases.get(i),
          i / SeriesShape.CASES_PER_BENCHMARK % 2 == 0 ? Category.PRIMARY : Category.SECONDARY,
          new TestResultComparison(
              before, after, threshold, Math.abs(after - before) / before / threshold, false));
    }
    return comparison.build();
  }

  private static Artifact artifact(int merge) {
    return Comparisons.artifact(sha(merge), merge);
  }

  private static Sha sha(int merge) {
    return new Sha(String.format(Locale.ROOT, "%040x", merge));
  }
}
