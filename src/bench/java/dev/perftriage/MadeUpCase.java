package dev.perftriage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A test case of a made-up benchmark.
 *
 * @param primary whether its benchmark is of category primary, else secondary
 * @param level the value it starts with, in instructions
 * @param noise the standard deviation of its values, as a fraction
 */
record MadeUpCase(
    String benchmark,
    String profile,
    String scenario,
    boolean primary,
    double level,
    double noise) {

  static final List<String> PROFILES = List.of("check", "debug", "opt");
  private static final List<String> SCENARIOS =
      List.of("full", "incr-full", "incr-unchanged", "incr-patched: println");
  private static final List<String> STEMS =
      List.of("parser", "web-server", "image-codec", "tuple-stress", "many-associated-items");
  private static final double THRESHOLD_IN_DEVIATIONS = 6;

  /** The first so many test cases: as many benchmarks as that takes, each in every combination. */
  static List<MadeUpCase> first(int count, SplittableRandom random) {
    List<MadeUpCase> cases = new ArrayList<>(count);
    for (int benchmark = 0; cases.size() < count; benchmark++) {
      String name = STEMS.get(benchmark % STEMS.size()) + "-" + benchmark + ".1.0";
      double size = powerOfTen(8, 10.5, random);
      for (String profile : PROFILES) {
        for (String scenario : SCENARIOS) {
          if (cases.size() < count) {
            double level = Math.rint(size * (0.3 + random.nextDouble()));
            double noise = powerOfTen(-5, -3, random);
            cases.add(new MadeUpCase(name, profile, scenario, benchmark % 2 == 0, level, noise));
          }
        }
      }
    }
    return cases;
  }

  /** The significance threshold, as a fraction. */
  double threshold() {
    return THRESHOLD_IN_DEVIATIONS * noise;
  }

  private static double powerOfTen(double from, double to, SplittableRandom random) {
    return StrictMath.pow(10, from + (to - from) * random.nextDouble());
  }
}
