package dev.perftriage.analysis.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Series of values of which it is known why they change. Levels, switching and spikes are drawn
 * apart from one another, and then multiplied: what a change is made of can be told.
 */
final class LabelledSeries {

  /** Merges before the first week: the context of its verdicts, and that of their thresholds. */
  static final int BEFORE = 62;

  final SeriesShape shape;
  final int merges;
  final double[][] values;
  final double[][] thresholds;

  /** How many test cases the step at a merge hits, by case and merge; 0 where there is none. */
  final int[][] stepCases;

  /** Which merges undo which. */
  final Map<Integer, Integer> reverts = new TreeMap<>();

  private final Random random;
  private final float[][] steps;
  private final float[][] switches;
  private final float[][] spikes;
  private final Cause[][] stepCauses;

  LabelledSeries(SeriesShape shape, long seed) {
    this.shape = shape;
    this.random = new Random(seed);
    this.merges = BEFORE + shape.weeks() * shape.mergesPerWeek();
    int cases = shape.cases();
    this.steps = new float[cases][merges];
    this.switches = new float[cases][merges];
    this.spikes = new float[cases][merges];
    this.stepCases = new int[cases][merges];
    this.stepCauses = new Cause[cases][merges];
    this.values = new double[cases][merges];
    this.thresholds = new double[cases][merges];
    drawSteps();
    drawSpikes();
    drawSwitches();
    drawValues();
  }

  /** What the change at a merge is made of, for the most part. */
  Cause cause(int testCase, int merge) {
    double change = Math.log(values[testCase][merge] / values[testCase][merge - 1]);
    double step = steps[testCase][merge];
    Cause cause = stepCauses[testCase][merge];
    if (cause != null && step * change > 0 && Math.abs(step) >= Math.abs(change) / 2) {
      return cause;
    }
    double spiked = spikes[testCase][merge] - spikes[testCase][merge - 1];
    double switched = switches[testCase][merge] - switches[testCase][merge - 1];
    double measured = change - step - spiked - switched;
    if (Math.abs(spiked) >= Math.max(Math.abs(switched), Math.abs(measured))) {
      return spikes[testCase][merge] == 0 ? Cause.WAY_BACK : Cause.SPIKE;
    }
    return Math.abs(switched) >= Math.abs(measured) ? Cause.SWITCH : Cause.MEASUREMENT;
  }

  private void drawSteps() {
    for (int merge = 1; merge < merges; merge++) {
      if (random.nextDouble() < shape.groupSteps()) {
        int size = (int) Math.round(logUniform(2, shape.largestGroup()));
        step(merge, someCases(size), size >= 10 ? Cause.LARGE_GROUP_STEP : Cause.SMALL_GROUP_STEP);
      }
      if (random.nextDouble() < shape.benchmarkSteps()) {
        int first = random.nextInt(shape.benchmarks()) * SeriesShape.CASES_PER_BENCHMARK;
        Set<Integer> cases = new LinkedHashSet<>();
        int size = 2 + random.nextInt(SeriesShape.CASES_PER_BENCHMARK - 1);
        for (int i = 0; i < size; i++) {
          cases.add(first + i);
        }
        step(merge, cases, Cause.BENCHMARK_STEP);
      }
      if (random.nextDouble() < shape.singleSteps()) {
        step(merge, someCases(1), Cause.SINGLE_STEP);
      }
    }
  }

  private void step(int merge, Set<Integer> cases, Cause cause) {
    double size = logUniform(shape.stepFrom(), shape.stepTo()) * (random.nextBoolean() ? 1 : -1);
    int undoneAt = merge + 1 + random.nextInt(25);
    boolean undone = random.nextDouble() < shape.reverted() && undoneAt < merges;
    if (undone && (reverts.containsKey(undoneAt) || reverts.containsValue(merge))) {
      undone = false;
    }
    if (undone) {
      reverts.put(undoneAt, merge);
    }
    for (int testCase : cases) {
      double own = size * (0.5 + random.nextDouble()) * (random.nextInt(10) == 0 ? -1 : 1);
      add(merge, testCase, own, cases.size(), undone ? Cause.REVERTED_STEP : cause);
      if (undone) {
        add(undoneAt, testCase, -own, cases.size(), Cause.REVERTED_STEP);
      }
    }
  }

  private void add(int merge, int testCase, double size, int cases, Cause cause) {
    steps[testCase][merge] += (float) size;
    stepCases[testCase][merge] += cases;
    stepCauses[testCase][merge] = cause;
  }

  private void drawSpikes() {
    for (int merge = 1; merge < merges; merge++) {
      double expected = shape.spikes();
      while (random.nextDouble() < expected) {
        expected--;
        int length = 1 + random.nextInt(3);
        int first = random.nextInt(shape.cases());
        int count = 1 + random.nextInt(shape.spikeCases());
        double size =
            logUniform(shape.stepFrom(), shape.spikeTo()) * (random.nextBoolean() ? 1 : -1);
        for (int i = 0; i < count; i++) {
          double own = size * (0.7 + 0.6 * random.nextDouble());
          float[] spiked = spikes[(first + i) % shape.cases()];
          for (int k = merge; k < Math.min(merges, merge + length); k++) {
            spiked[k] = (float) own;
          }
        }
      }
    }
  }

  private void drawSwitches() {
    for (float[] switched : switches) {
      if (random.nextDouble() >= shape.switching()) {
        continue;
      }
      double rate =
          shape.switchFrom() + random.nextDouble() * (shape.switchTo() - shape.switchFrom());
      float distance = (float) logUniform(shape.stepFrom() * 1.5, shape.spikeTo());
      boolean high = random.nextBoolean();
      for (int merge = 0; merge < merges; merge++) {
        high ^= random.nextDouble() < rate;
        switched[merge] = high ? distance : 0;
      }
    }
  }

  private void drawValues() {
    for (int testCase = 0; testCase < values.length; testCase++) {
      double base = logUniform(1e8, 1e11);
      double spread = logUniform(shape.noiseFrom(), shape.noiseTo());
      double drift =
          random.nextDouble() < shape.drifting()
              ? shape.drift() * (2 * random.nextDouble() - 1)
              : 0;
      double level = 0;
      for (int merge = 0; merge < merges; merge++) {
        level += steps[testCase][merge] + drift;
        double relative =
            level + switches[testCase][merge] + spikes[testCase][merge] + spread * heavyTailed();
        values[testCase][merge] = Math.rint(base * Math.exp(relative));
      }
      for (int merge = 1; merge < merges; merge++) {
        thresholds[testCase][merge] = SiteThreshold.of(values[testCase], merge);
      }
    }
  }

  /** A draw from Student's t distribution. */
  private double heavyTailed() {
    double normal = random.nextGaussian();
    if (shape.tails() == 0) {
      return normal;
    }
    double squares = 0;
    for (int i = 0; i < shape.tails(); i++) {
      double each = random.nextGaussian();
      squares += each * each;
    }
    return normal / Math.sqrt(squares / shape.tails());
  }

  private Set<Integer> someCases(int count) {
    Integer[] all = new Integer[shape.cases()];
    Arrays.setAll(all, i -> i);
    List<Integer> shuffled = new ArrayList<>(Arrays.asList(all));
    java.util.Collections.shuffle(shuffled, random);
    return new LinkedHashSet<>(shuffled.subList(0, Math.min(count, all.length)));
  }

  private double logUniform(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }
}
