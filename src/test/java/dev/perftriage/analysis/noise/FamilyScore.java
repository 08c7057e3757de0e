package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How well verdicts agree with what drawn series are made of, week by week, on changes with five or
 * more values after them.
 */
final class FamilyScore {

  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");
  private static final int ENOUGH_AFTER = 5;
  private static final int MANY = 16;

  private final int context;
  private final Map<Truth, Map<NoiseVerdict, Integer>> counts = new EnumMap<>(Truth.class);

  private final Map<Grounds, int[]> byGrounds = new TreeMap<>();

  /**
   * Nothing judged yet.
   *
   * @param context how many merges before each week are known
   */
  FamilyScore(int context) {
    this.context = context;
  }

  /** Judges each week of a series with nothing known of later ones. */
  FamilyScore add(DrawnSeries drawn) {
    for (int week = 0; week < NoiseFamily.WEEKS; week++) {
      int first = drawn.merges - (NoiseFamily.WEEKS - week) * NoiseFamily.WEEK;
      new Week(drawn, first, first + NoiseFamily.WEEK).judge();
    }
    return this;
  }

  FamilyScore add(FamilyScore other) {
    other.counts.forEach(
        (truth, verdicts) -> verdicts.forEach((verdict, count) -> count(truth, verdict, count)));
    other.byGrounds.forEach(
        (grounds, found) -> {
          int[] own = byGrounds.computeIfAbsent(grounds, key -> new int[2]);
          own[0] += found[0];
          own[1] += found[1];
        });
    return this;
  }

  private void count(Truth truth, NoiseVerdict verdict, int count) {
    counts
        .computeIfAbsent(truth, key -> new EnumMap<>(NoiseVerdict.class))
        .merge(verdict, count, Integer::sum);
  }

  private int count(Truth truth, Predicate<NoiseVerdict> which) {
    return counts.getOrDefault(truth, Map.of()).entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private int all(Predicate<Truth> truth, Predicate<NoiseVerdict> which) {
    return counts.keySet().stream()
        .filter(each -> each != Truth.MACHINE_DAY && truth.test(each))
        .mapToInt(each -> count(each, which))
        .sum();
  }

  /** Of what is called noise, the share that is. */
  double precision() {
    return share(
        all(truth -> !truth.isReal(), NoiseVerdict::isNoise),
        all(truth -> true, NoiseVerdict::isNoise));
  }

  /** Of the noise that is decided, the share that is called noise. */
  double recall() {
    return share(
        all(truth -> !truth.isReal(), NoiseVerdict::isNoise),
        all(truth -> !truth.isReal(), FamilyScore::isDecided));
  }

  /** Of all noise, the share that is called noise: what is undecided counts as missed. */
  double recallOfAll() {
    return share(
        all(truth -> !truth.isReal(), NoiseVerdict::isNoise),
        all(truth -> !truth.isReal(), any -> true));
  }

  /** Of all real changes, the share that is called noise. */
  double realCalledNoise() {
    return share(all(Truth::isReal, NoiseVerdict::isNoise), all(Truth::isReal, any -> true));
  }

  /** Of the real changes of one kind, the share that is called noise. */
  double realCalledNoise(Truth truth) {
    return share(count(truth, NoiseVerdict::isNoise), count(truth, any -> true));
  }

  /** The share of all changes that is undecided. */
  double unclear() {
    return share(
        all(truth -> true, verdict -> !isDecided(verdict)), all(truth -> true, any -> true));
  }

  private static boolean isDecided(NoiseVerdict verdict) {
    return !verdict.isOpen();
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  /** How often each kind of evidence was noise, as a table in Markdown. */
  String evidence() {
    StringBuilder table =
        new StringBuilder(
            "| verdict | decided by | switches | changes | noise |\n| --- | --- | --- | ---: | ---: |\n");
    byGrounds.forEach(
        (grounds, found) -> {
          int all = found[0] + found[1];
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %s | %,d | %.1f %% |\n",
                  grounds.verdict().label(),
                  grounds.rule().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  grounds.switches(),
                  all,
                  100.0 * found[0] / all));
        });
    return table.toString();
  }

  /** One line of measures. */
  String line() {
    return String.format(
        Locale.ROOT,
        "n %6d  precision %.4f  recall %.4f (of all %.4f)  real called noise %.4f"
            + " (benchmark %.4f silent %.4f partial %.4f)  unclear %.4f",
        all(truth -> true, any -> true),
        precision(),
        recall(),
        recallOfAll(),
        realCalledNoise(),
        realCalledNoise(Truth.BENCHMARK_STEP),
        realCalledNoise(Truth.SILENT_FIX),
        realCalledNoise(Truth.PARTIAL_FIX),
        unclear());
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-24s", ""));
    for (NoiseVerdict verdict : NoiseVerdict.values()) {
      table.append(String.format(Locale.ROOT, "%12s", verdict.label()));
    }
    table.append('\n');
    counts.forEach(
        (truth, verdicts) -> {
          table.append(String.format(Locale.ROOT, "%-24s", truth));
          for (NoiseVerdict verdict : NoiseVerdict.values()) {
            table.append(String.format(Locale.ROOT, "%12d", verdicts.getOrDefault(verdict, 0)));
          }
          table.append('\n');
        });
    return table.append(line()).append('\n').toString();
  }

  /**
   * What a verdict rests on.
   *
   * @param most the largest number of switches of its kind
   */
  private record Grounds(NoiseVerdict verdict, NoiseRule rule, int most)
      implements Comparable<Grounds> {

    private static final Comparator<Grounds> ORDER =
        Comparator.comparing(Grounds::verdict)
            .thenComparing(Grounds::rule)
            .thenComparing(Grounds::most);

    private static Grounds of(JudgedChange judged) {
      NoiseRule rule = judged.evidence().decidedBy();
      int switches = judged.evidence().switches();
      boolean counts = rule == NoiseRule.SPIKE || rule == NoiseRule.SWITCHING;
      int most = 0;
      while (counts && most < MANY && switches > most) {
        most = most == 0 ? 2 : 2 * most;
      }
      return new Grounds(judged.verdict(), rule, most);
    }

    private String switches() {
      if (most == 0) {
        return "any";
      }
      return most == 2 ? "1 or 2" : (most / 2 + 1) + (most < MANY ? " to " + most : " or more");
    }

    @Override
    public int compareTo(Grounds other) {
      return ORDER.compare(this, other);
    }
  }

  /** One week and its context. */
  private final class Week {

    private final DrawnSeries drawn;
    private final int first;
    private final int end;
    private final List<TestCase> cases = new ArrayList<>();
    private final Map<TestCase, Integer> places = new HashMap<>();

    private Week(DrawnSeries drawn, int first, int end) {
      this.drawn = drawn;
      this.first = first;
      this.end = end;
      for (int i = 0; i < drawn.cases; i++) {
        int own = i % DrawnSeries.CASES_PER_BENCHMARK;
        TestCase testCase =
            new TestCase(
                "benchmark-" + i / DrawnSeries.CASES_PER_BENCHMARK,
                PROFILES.get(own % 4),
                "scenario-" + own / 4,
                TestCase.DEFAULT_BACKEND,
                TestCase.DEFAULT_TARGET);
        cases.add(testCase);
        places.put(testCase, i);
      }
    }

    private void judge() {
      SeriesBuilder values = new SeriesBuilder(TestCase.DEFAULT_TARGET);
      List<ComparisonSummary> steps = new ArrayList<>();
      List<Gap> gaps = new ArrayList<>();
      Map<Integer, Integer> lastBefore = new HashMap<>();
      int last = first - context - 1;
      while (!isMeasured(last)) {
        last--;
      }
      List<Merge> unmeasured = new ArrayList<>();
      for (int merge = last + 1; merge < end; merge++) {
        if (!isMeasured(merge)) {
          unmeasured.add(new Merge(sha(merge), merge));
          continue;
        }
        ArtifactComparison comparison = comparison(last, merge);
        values.add(comparison);
        steps.add(ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET));
        if (!unmeasured.isEmpty()) {
          gaps.add(new Gap(new Merge(sha(merge), merge), unmeasured));
          unmeasured = new ArrayList<>();
        }
        lastBefore.put(merge, last);
        last = merge;
      }
      Map<Sha, Set<Sha>> undone = new TreeMap<>();
      drawn.reverts.forEach(
          (merge, reverted) -> {
            if (merge < end) {
              undone.put(sha(merge), Set.of(sha(reverted)));
            }
          });
      NoiseVerdicts verdicts = NoiseVerdicts.of(values, steps, gaps, new Reverts(undone));
      lastBefore.forEach(
          (merge, before) -> {
            if (merge >= first) {
              verdicts
                  .of(sha(merge))
                  .orElseThrow()
                  .changes()
                  .forEach(each -> add(each, before, merge));
            }
          });
    }

    private void add(JudgedChange judged, int before, int merge) {
      int place = Objects.requireNonNull(places.get(judged.change().testCase()));
      int after = 0;
      for (int later = merge + 1; later < end; later++) {
        after += Double.isNaN(drawn.values[place][later]) ? 0 : 1;
      }
      if (after >= ENOUGH_AFTER) {
        Truth truth = drawn.truth(place, before, merge);
        count(truth, judged.verdict(), 1);
        if (truth != Truth.MACHINE_DAY) {
          byGrounds
              .computeIfAbsent(Grounds.of(judged), key -> new int[2])[truth.isReal() ? 1 : 0]++;
        }
      }
    }

    private boolean isMeasured(int merge) {
      for (double[] series : drawn.values) {
        if (!Double.isNaN(series[merge])) {
          return true;
        }
      }
      return false;
    }

    private ArtifactComparison comparison(int from, int merge) {
      Comparisons comparison = Comparisons.comparison().between(artifact(from), artifact(merge));
      for (int i = 0; i < cases.size(); i++) {
        double before = drawn.values[i][from];
        double after = drawn.values[i][merge];
        if (Double.isNaN(before) || Double.isNaN(after)) {
          continue;
        }
        double threshold = drawn.thresholds[i][merge];
        comparison.add(
            cases.get(i),
            i / DrawnSeries.CASES_PER_BENCHMARK % 2 == 0 ? Category.PRIMARY : Category.SECONDARY,
            new TestResultComparison(
                before, after, threshold, Math.abs(after - before) / before / threshold, false));
      }
      return comparison.build();
    }
  }

  private static Artifact artifact(int merge) {
    return Comparisons.artifact(sha(merge), merge);
  }

  private static Sha sha(int merge) {
    return new Sha(String.format(Locale.ROOT, "%040x", merge));
  }
}
