package dev.perftriage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How test cases go from merge to merge: all are noisy, some switch between two levels, some are
 * off for one merge, and some merges move many, of which some are reverted later. The same at every
 * run.
 */
final class MadeUpCourse {

  private static final long SEED = 20251103;
  private static final double STEP_CHANCE = 0.2;
  private static final double REVERT_CHANCE = 0.3;
  private static final int LONGEST_UNTIL_REVERT = 12;
  private static final double SPIKE_CHANCE = 0.0003;
  private static final double SWITCH_CHANCE = 0.05;
  private static final int ONE_SWITCHES_OF = 200;
  private static final int FEWEST_STEPPING = 5;
  private static final int MOST_STEPPING = 60;
  private static final double MOST_OFF_IN_THRESHOLDS = 8;
  private static final double LARGEST_STEP = 0.02;

  private final List<MadeUpCase> cases;
  private final double[] levels;
  private final boolean[] switched;
  private final double[] values;
  private final Map<Integer, List<Step>> reverts = new TreeMap<>();
  private int merge = -1;

  /** A course that stands at the commit before the first merge. */
  MadeUpCourse(int testCases) {
    cases = MadeUpCase.first(testCases, new SplittableRandom(SEED));
    levels = cases.stream().mapToDouble(MadeUpCase::level).toArray();
    switched = new boolean[testCases];
    values = new double[testCases];
    advance();
  }

  List<MadeUpCase> cases() {
    return cases;
  }

  /** What is measured at the merge where the course stands. */
  double[] values() {
    return values.clone();
  }

  /** Goes on to the next merge. */
  void advance() {
    merge++;
    SplittableRandom random = new SplittableRandom(SEED + merge + 1);
    reverts.getOrDefault(merge, List.of()).forEach(step -> apply(step.inverse()));
    reverts.remove(merge);
    if (random.nextDouble() < STEP_CHANCE) {
      Step step = step(random);
      apply(step);
      if (random.nextDouble() < REVERT_CHANCE) {
        int until = merge + 1 + random.nextInt(LONGEST_UNTIL_REVERT);
        reverts.computeIfAbsent(until, key -> new ArrayList<>()).add(step);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(levels[i] * (1 + offset(i, random)));
    }
  }

  /** How far a value is off its level, as a fraction. */
  private double offset(int index, SplittableRandom random) {
    MadeUpCase testCase = cases.get(index);
    // The sum of three has a bell's shape and no tails; the deviation of this one is 1.
    double bell = 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
    double offset = testCase.noise() * bell;
    if (index % ONE_SWITCHES_OF == 0) {
      switched[index] ^= random.nextDouble() < SWITCH_CHANCE;
      offset += switched[index] ? MOST_OFF_IN_THRESHOLDS / 2 * testCase.threshold() : 0;
    }
    if (random.nextDouble() < SPIKE_CHANCE) {
      double size = 1 + (MOST_OFF_IN_THRESHOLDS - 1) * random.nextDouble();
      offset += (random.nextBoolean() ? size : -size) * testCase.threshold();
    }
    return offset;
  }

  /** Moves one profile of neighbouring benchmarks. */
  private Step step(SplittableRandom random) {
    String profile = MadeUpCase.PROFILES.get(random.nextInt(MadeUpCase.PROFILES.size()));
    int from = random.nextInt(cases.size());
    int count = FEWEST_STEPPING + random.nextInt(MOST_STEPPING - FEWEST_STEPPING);
    int[] moved = new int[count];
    int found = 0;
    for (int i = from; i < cases.size() && found < count; i++) {
      if (cases.get(i).profile().equals(profile)) {
        moved[found++] = i;
      }
    }
    double size = LARGEST_STEP * random.nextDouble();
    return new Step(Arrays.copyOf(moved, found), random.nextBoolean() ? 1 + size : 1 / (1 + size));
  }

  private void apply(Step step) {
    for (int index : step.moved) {
      levels[index] *= step.factor;
    }
  }

  private static final class Step {
    private final int[] moved;
    private final double factor;

    private Step(int[] moved, double factor) {
      this.moved = moved;
      this.factor = factor;
    }

    private Step inverse() {
      return new Step(moved, 1 / factor);
    }
  }
}
