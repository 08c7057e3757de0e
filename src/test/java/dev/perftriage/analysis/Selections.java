package dev.perftriage.analysis;

import static dev.perftriage.Comparisons.THRESHOLD;
import static dev.perftriage.Comparisons.comparison;

import dev.perftriage.Comparisons;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Comparisons of every kind of test case, and filters, for tests. */
final class Selections {

  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");
  private static final List<String> SCENARIOS =
      List.of("full", "incr-full", "incr-patched: println", "incr-patched: add-fn");
  private static final List<String> TARGETS =
      List.of(TestCase.DEFAULT_TARGET, "aarch64-unknown-linux-gnu");

  private Selections() {}

  /** A filter by one criterion. */
  static CaseFilter filter(Criterion criterion, String... values) {
    return new CaseFilter(
        Map.of(
            criterion,
            Arrays.stream(values).map(value -> FilterPattern.of(criterion, value)).toList()));
  }

  /** A filter by two criteria. */
  static CaseFilter both(CaseFilter one, CaseFilter other) {
    Map<FilterKey, List<FilterPattern>> terms = new HashMap<>();
    terms.putAll(one.patterns());
    terms.putAll(other.patterns());
    return new CaseFilter(terms);
  }

  /** A comparison of some hundred test cases, a few of which have no relative change. */
  static ArtifactComparison random(long seed) {
    Random random = new Random(seed);
    Comparisons comparison = comparison();
    for (int benchmark = 0; benchmark < 12; benchmark++) {
      String name = (benchmark % 3 == 0 ? "serde-" : "crate-") + benchmark;
      Category category = random.nextBoolean() ? Category.PRIMARY : Category.SECONDARY;
      for (String profile : PROFILES) {
        for (String scenario : SCENARIOS) {
          if (random.nextInt(4) > 0) {
            comparison.add(
                new TestCase(
                    name,
                    profile,
                    scenario,
                    random.nextInt(5) == 0 ? "cranelift" : TestCase.DEFAULT_BACKEND,
                    TARGETS.get(random.nextInt(TARGETS.size()))),
                category,
                result(random));
          }
        }
      }
      if (benchmark % 4 != 0) {
        comparison.built(name, random.nextBoolean() ? CrateKind.BINARY : CrateKind.LIBRARY);
      }
    }
    return comparison.build();
  }

  private static TestResultComparison result(Random random) {
    double before = random.nextInt(20) == 0 ? 0 : 1000 * (1 + random.nextInt(9));
    double after =
        random.nextInt(20) == 0
            ? Double.NaN
            : random.nextInt(20) == 0 ? before : before * (1 + random.nextGaussian() / 100);
    return new TestResultComparison(before, after, THRESHOLD, 1, false);
  }
}
