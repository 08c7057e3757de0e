package dev.perftriage.analysis.scope;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The size and scope of relevant changes of one direction.
 *
 * @param count the number of changes, at least 1
 * @param largest the largest by absolute size
 * @param size the size of the largest, which none exceeds
 * @param category the category of all or most; empty if neither is that frequent
 * @param shared what else all share, or most if nothing is shared by all; empty if there is nothing
 * @param families the benchmarks without their versions, that of the largest change first
 */
public record Scope(
    int count,
    TestCaseChange largest,
    Size size,
    Optional<Shared> category,
    Optional<Shared> shared,
    List<String> families) {

  /** Copies the list. */
  public Scope {
    families = List.copyOf(families);
  }

  /** The scope of changes; empty if there are none. */
  public static Optional<Scope> of(List<TestCaseChange> changes, Metric metric) {
    List<TestCaseChange> sorted = changes.stream().sorted(TestCaseChange.LARGEST_FIRST).toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    TestCaseChange largest = sorted.get(0);
    return Optional.of(
        new Scope(
            sorted.size(),
            largest,
            Size.of(largest.change(), metric),
            Shared.by(SharedProperty.CATEGORY, sorted),
            shared(sorted),
            sorted.stream()
                .map(change -> BenchmarkName.family(change.testCase()))
                .distinct()
                .toList()));
  }

  private static Optional<Shared> shared(List<TestCaseChange> changes) {
    List<Shared> found =
        Stream.of(
                SharedProperty.VARIANT,
                SharedProperty.PROFILE,
                SharedProperty.SCENARIO,
                SharedProperty.TARGET)
            .flatMap(property -> Shared.by(property, changes).stream())
            .toList();
    return found.stream().filter(Shared::isByAll).findFirst().or(() -> found.stream().findFirst());
  }

  /** Sizes in people's words. A noisy metric's changes count half, as in the site's magnitudes. */
  public enum Size {
    /** At most 0.3 %. */
    TINY(0.003),
    /** At most 1 %. */
    SMALL(0.01),
    /** More. */
    NOTABLE(Double.POSITIVE_INFINITY);

    private static final double HALF_OF_LAST_DECIMAL = 0.0005;

    /** As a fraction. */
    private final double most;

    Size(double most) {
      this.most = most;
    }

    /**
     * The size of a change.
     *
     * @param change as a fraction
     */
    public static Size of(double change, Metric metric) {
      double size = Math.abs(change) / (metric.isNoisy() ? 2 : 1);
      for (Size each : values()) {
        // What a reader sees rounded to 0.3% is what is called tiny.
        if (size < each.most + HALF_OF_LAST_DECIMAL) {
          return each;
        }
      }
      return NOTABLE;
    }
  }
}
