package dev.perftriage.analysis.caveat;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TargetMix;
import dev.perftriage.model.TestCase;
import java.util.List;
import java.util.Optional;

/** A fact that limits how far the figures or the site's verdicts of a comparison can be trusted. */
public sealed interface Caveat {

  /**
   * The site judged test cases by its default threshold, because it has no complete history of
   * them: what it calls relevant may be within their usual spread.
   *
   * @param benchmarks the benchmarks of which every test case was judged so, by name; empty if
   *     every test case of the comparison was
   * @param recomputed what the site's rule says by the values that are known; empty if they are not
   *     at hand, or nothing is relevant
   */
  record DefaultThresholds(List<String> benchmarks, Reason reason, Optional<Recomputed> recomputed)
      implements Caveat {

    public DefaultThresholds {
      benchmarks = List.copyOf(benchmarks);
    }
  }

  /**
   * There are merges between the two artifacts, or neither descends directly from the other. The
   * site's thresholds are meant for single merges.
   */
  record MergesBetween(Artifact before, Artifact after) implements Caveat {}

  /**
   * Nothing could be compared, which does not mean that nothing changed.
   *
   * @param testCases the number of test cases, none of them comparable; 0 if none was measured
   */
  record NothingComparable(int testCases) implements Caveat {}

  /**
   * The site answers each test case on a random one of its targets, another one each time.
   *
   * @param mix how much of each target is known
   * @param isLeast whether there are several such comparisons, and {@code mix} is the least known
   */
  record RandomTargets(TargetMix mix, boolean isLeast) implements Caveat {

    /** The caveat of this comparison and others. */
    RandomTargets and(RandomTargets other) {
      return new RandomTargets(mix.least(other.mix), true);
    }
  }

  /**
   * Test cases with several results that nothing tells apart. All are listed and counted, as on the
   * site, but a result cannot be followed from one comparison to the next.
   *
   * @param testCases the test cases, by name; never empty
   */
  record Repeated(List<TestCase> testCases) implements Caveat {

    public Repeated {
      testCases = List.copyOf(testCases);
    }
  }

  /**
   * Benchmarks that were not measured, or not before.
   *
   * @param benchmarks their names, or the names of {@link Change#OTHER_ERRORS}; in order, never
   *     empty
   */
  record BenchmarksChanged(Change change, List<String> benchmarks) implements Caveat {

    public BenchmarksChanged {
      benchmarks = List.copyOf(benchmarks);
    }
  }

  /**
   * The relevant changes that the site judged by its default threshold, judged by its rule for all
   * others, from the values of the 30 merges before that are known.
   *
   * @param judged the number of these changes
   * @param relevant the number of them that are relevant by that rule, too
   * @param unknown the number of them with too few known values
   */
  record Recomputed(int judged, int relevant, int unknown) {

    /** The figures of several comparisons together; empty if none has any. */
    static Optional<Recomputed> sum(Optional<Recomputed> one, Optional<Recomputed> other) {
      return one.isPresent() && other.isPresent()
          ? Optional.of(
              new Recomputed(
                  one.get().judged + other.get().judged,
                  one.get().relevant + other.get().relevant,
                  one.get().unknown + other.get().unknown))
          : one.or(() -> other);
    }
  }

  /** Why the site judged by its default threshold. */
  sealed interface Reason {

    /** The earlier artifact is a release, which has no merges before it. */
    record Release() implements Reason {}

    /** The earlier artifact is a try build, which has no merges before it. */
    record TryBuild() implements Reason {}

    /**
     * One of the 30 merges before the earlier artifact has no data.
     *
     * @param hole the latest of them that is known
     * @param mergesLeft the number of later merges whose comparisons it will affect, too, from 0 to
     *     29
     */
    record Hole(Merge hole, int mergesLeft) implements Reason {}

    /** One of the 30 merges before the earlier artifact has no data; it is not known which. */
    record UnknownHole() implements Reason {}
  }

  /** How the measured benchmarks changed. */
  enum Change {
    /** They fail with the later artifact, but not with the earlier one. */
    NEWLY_FAILING,
    /** They failed before, and are measured again. */
    FIXED,
    /** They ceased to be measured without an error, and are measured again. */
    RETURNED,
    /** They are measured for the first time in the range. */
    APPEARED,
    /** They are not measured any more, without an error. */
    GONE,
    /** The site lists new errors by names that are not benchmarks. */
    OTHER_ERRORS
  }
}
