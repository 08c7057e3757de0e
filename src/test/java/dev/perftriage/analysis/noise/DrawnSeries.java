package dev.perftriage.analysis.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Series of values of which it is known why they change. Each cause draws into a layer of its own;
 * the layers are added as logarithms, so that what a change is made of can be told.
 */
final class DrawnSeries {

  static final int CASES_PER_BENCHMARK = 8;

  final int benchmarks;
  final int cases;
  final int merges;
  final double[][] values;
  final double[][] thresholds;

  /** Which merges revert which, by name. */
  final Map<Integer, Integer> reverts = new TreeMap<>();

  final Random random;
  private final Map<Truth, float[][]> layers = new EnumMap<>(Truth.class);

  DrawnSeries(int benchmarks, int merges, long seed) {
    this.benchmarks = benchmarks;
    this.cases = benchmarks * CASES_PER_BENCHMARK;
    this.merges = merges;
    this.random = new Random(seed);
    this.values = new double[cases][merges];
    this.thresholds = new double[cases][merges];
  }

  /** What the change at a merge from another is made of, for the most part. */
  Truth truth(int testCase, int from, int merge) {
    double change = Math.log(values[testCase][merge] / values[testCase][from]);
    Truth real = Truth.MEASUREMENT;
    Truth most = Truth.MEASUREMENT;
    double largestReal = Math.abs(change) / 2;
    double largest = 0;
    double rest = change;
    for (Map.Entry<Truth, float[][]> layer : layers.entrySet()) {
      double part = layer.getValue()[testCase][merge] - layer.getValue()[testCase][from];
      double along = part * Math.signum(change);
      rest -= part;
      if (layer.getKey().isReal() && along >= largestReal) {
        real = layer.getKey();
        largestReal = along;
      } else if (!layer.getKey().isReal() && along > largest) {
        most = layer.getKey();
        largest = along;
      }
    }
    if (real != Truth.MEASUREMENT) {
      return real;
    }
    return largest >= Math.abs(rest) ? most : Truth.MEASUREMENT;
  }

  /** What merges changed of a test case up to one of them, as a logarithm. */
  double real(int testCase, int merge) {
    double real = 0;
    for (Map.Entry<Truth, float[][]> layer : layers.entrySet()) {
      real += layer.getKey().isReal() ? layer.getValue()[testCase][merge] : 0;
    }
    return real;
  }

  /** What one cause adds to a test case at a merge, as a logarithm. */
  double part(Truth truth, int testCase, int merge) {
    float[][] layer = layers.get(truth);
    return layer == null ? 0 : layer[testCase][merge];
  }

  private float[][] layer(Truth truth) {
    return layers.computeIfAbsent(truth, key -> new float[cases][merges]);
  }

  /** Moves a test case from a merge up to but excluding another. */
  void move(Truth truth, int testCase, int from, int to, double size) {
    float[] layer = layer(truth)[testCase];
    for (int merge = from; merge < Math.min(to, merges); merge++) {
      layer[merge] += (float) size;
    }
  }

  void steps(double groups, double ofBenchmarks, double singles) {
    for (int merge = 1; merge < merges; merge++) {
      if (random.nextDouble() < groups) {
        step(Truth.GROUP_STEP, someBenchmarks(3, benchmarks / 2), merge, merges, 0);
      }
      if (random.nextDouble() < ofBenchmarks) {
        step(Truth.BENCHMARK_STEP, someBenchmarks(1, 1), merge, merges, 0);
      }
      if (random.nextDouble() < singles) {
        step(Truth.SINGLE_STEP, List.of(random.nextInt(cases)), merge, merges, 0);
      }
    }
  }

  /**
   * Steps of a single test case, a benchmark or a group that change again after some merges.
   *
   * @param remains the share of the step that remains then
   */
  void fixes(Truth truth, double rate, int soonest, int latest, double remains) {
    for (int merge = 1; merge < merges; merge++) {
      if (random.nextDouble() >= rate) {
        continue;
      }
      int end = merge + soonest + random.nextInt(latest - soonest + 1);
      if (truth == Truth.REVERT
          && (end >= merges || reverts.containsKey(end) || reverts.containsValue(merge))) {
        continue;
      }
      List<Integer> some =
          switch (random.nextInt(4)) {
            case 0 -> List.of(random.nextInt(cases));
            case 1 -> someBenchmarks(1, 1);
            default -> someBenchmarks(2, benchmarks / 2);
          };
      step(truth, some, merge, end, remains);
      if (truth == Truth.REVERT) {
        reverts.put(end, merge);
      }
    }
  }

  private void step(Truth truth, List<Integer> some, int from, int to, double remains) {
    double size = logUniform(3e-3, 5e-2) * (random.nextBoolean() ? 1 : -1);
    for (int testCase : some) {
      double own = size * (0.5 + random.nextDouble()) * (random.nextInt(12) == 0 ? -1 : 1);
      move(truth, testCase, from, to, own);
      if (remains != 0) {
        move(truth, testCase, to, merges, own * remains);
      }
    }
  }

  /** Excursions of one to three measurements to a second level. */
  void rareModes(double share, boolean together, double rate) {
    everyUnit(
        share,
        together,
        (some, truth) -> {
          double size = logUniform(3e-3, 5e-2) * (random.nextBoolean() ? 1 : -1);
          double own = rate * (0.5 + random.nextDouble());
          for (int merge = 1; merge < merges; merge++) {
            if (random.nextDouble() < own) {
              int length = 1 + random.nextInt(3);
              for (int testCase : some) {
                move(truth, testCase, merge, merge + length, size);
              }
              merge += length;
            }
          }
        },
        Truth.RARE_MODE_OF_CASE,
        Truth.RARE_MODE_OF_BENCHMARK);
  }

  /**
   * Levels between which test cases switch.
   *
   * @param slowest the lowest rate of leaving a level; each level has its own
   */
  void levels(double share, boolean together, int count, double slowest, double fastest) {
    everyUnit(
        share,
        together,
        (some, truth) -> {
          double distance = logUniform(4e-3, 5e-2);
          double[] rates = new double[count];
          double[] level = new double[count];
          for (int i = 0; i < count; i++) {
            rates[i] = slowest + random.nextDouble() * (fastest - slowest);
            level[i] = i == 0 ? 0 : level[i - 1] + distance * (0.6 + 0.8 * random.nextDouble());
          }
          int at = random.nextInt(count);
          for (int merge = 0; merge < merges; merge++) {
            if (random.nextDouble() < rates[at]) {
              at = (at + 1 + random.nextInt(count - 1)) % count;
            }
            for (int testCase : some) {
              move(truth, testCase, merge, merge + 1, level[at]);
            }
          }
        },
        count > 2 ? Truth.THREE_LEVELS : Truth.TWO_LEVELS_OF_CASE,
        Truth.TWO_LEVELS_OF_BENCHMARK);
  }

  private void everyUnit(double share, boolean together, Unit unit, Truth single, Truth benchmark) {
    int units = together ? benchmarks : cases;
    for (int i = 0; i < units; i++) {
      if (random.nextDouble() < share) {
        unit.draw(together ? casesOf(i) : List.of(i), together ? benchmark : single);
      }
    }
  }

  private interface Unit {
    void draw(List<Integer> some, Truth truth);
  }

  /** Days of one to twelve merges on which nearly everything is slower. */
  void machineDays(double rate) {
    for (int merge = 1; merge < merges; merge++) {
      if (random.nextDouble() < rate) {
        double size = logUniform(3e-3, 2e-2);
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < cases; i++) {
          if (random.nextInt(20) > 0) {
            move(
                Truth.MACHINE_DAY,
                i,
                merge,
                merge + length,
                size * (0.7 + 0.6 * random.nextDouble()));
          }
        }
        merge += length;
      }
    }
  }

  /** A merge at which nearly everything moves for good. */
  void collectorChange(int merge) {
    for (int i = 0; i < cases; i++) {
      move(Truth.COLLECTOR_CHANGE, i, merge, merges, 0.02 * random.nextGaussian());
    }
  }

  /**
   * Draws the measurements on top of all layers.
   *
   * @param tails the degrees of freedom of their t distribution
   */
  void measure(double noiseFrom, double noiseTo, int tails) {
    for (int testCase = 0; testCase < cases; testCase++) {
      double base = logUniform(1e8, 1e11);
      double spread = logUniform(noiseFrom, noiseTo);
      for (int merge = 0; merge < merges; merge++) {
        double relative = spread * heavyTailed(tails);
        for (float[][] layer : layers.values()) {
          relative += layer[testCase][merge];
        }
        values[testCase][merge] = Math.rint(base * Math.exp(relative));
      }
    }
  }

  /** Takes values away: all of some merges, and single ones. */
  void holes(double ofMerges, double ofValues) {
    for (int merge = 1; merge < merges - 1; merge++) {
      boolean all = random.nextDouble() < ofMerges;
      for (int i = 0; i < cases; i++) {
        if (all || random.nextDouble() < ofValues) {
          values[i][merge] = Double.NaN;
        }
      }
    }
  }

  /** Lets test cases appear late or vanish early. */
  void appearing(double share) {
    for (double[] series : values) {
      if (random.nextDouble() < share) {
        int at = random.nextInt(merges);
        boolean appears = random.nextBoolean();
        Arrays.fill(series, appears ? 0 : at, appears ? at : merges, Double.NaN);
      }
    }
  }

  /** Draws nothing more: each threshold is the site's, the default one after any hole. */
  DrawnSeries judgedBySite() {
    for (int i = 0; i < cases; i++) {
      int since = 0;
      for (int merge = 1; merge < merges; merge++) {
        since = Double.isNaN(values[i][merge - 1]) ? 0 : since + 1;
        thresholds[i][merge] = since <= 30 ? 0.002 : SiteThreshold.of(values[i], merge);
      }
    }
    return this;
  }

  private List<Integer> casesOf(int benchmark) {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < CASES_PER_BENCHMARK; i++) {
      some.add(benchmark * CASES_PER_BENCHMARK + i);
    }
    return some;
  }

  /** Some test cases of each of so many benchmarks; at least two of a single one. */
  private List<Integer> someBenchmarks(int fewest, int most) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      all.add(i);
    }
    Collections.shuffle(all, random);
    int count = fewest == most ? fewest : (int) Math.round(logUniform(fewest, most));
    List<Integer> some = new ArrayList<>();
    for (int benchmark : all.subList(0, count)) {
      List<Integer> own = casesOf(benchmark);
      Collections.shuffle(own, random);
      int least = count == 1 ? 2 : 1;
      some.addAll(own.subList(0, least + random.nextInt(CASES_PER_BENCHMARK - least + 1)));
    }
    return some;
  }

  private double heavyTailed(int tails) {
    double squares = 0;
    for (int i = 0; i < tails; i++) {
      double each = random.nextGaussian();
      squares += each * each;
    }
    return random.nextGaussian() / Math.sqrt(squares / tails);
  }

  private double logUniform(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }
}
