package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Collects the comparisons of a range by one metric on all its targets, from any thread, to
 * reconcile that of its ends with the entries. Of each it keeps the relevant changes, and in a
 * builder one double per test case and merge.
 */
public final class RangeLedger {

  private final ConcurrentMap<String, TargetLedger> targets = new ConcurrentHashMap<>();
  private final Function<String, SeriesBuilder> values;
  private volatile String shown = TestCase.DEFAULT_TARGET;

  /**
   * Nothing added yet.
   *
   * @param values the builder for a target's values; it may hold more of them than are added here,
   *     so that a range's values are kept once, whoever else uses them
   */
  public RangeLedger(Function<String, SeriesBuilder> values) {
    this.values = values;
  }

  /**
   * Adds the comparison of the range's ends.
   *
   * @param selected the test cases selected by the filter
   * @param target the target that the report shows
   * @param summary the summary on it
   */
  public void addWhole(ArtifactComparison selected, String target, ComparisonSummary summary) {
    shown = target;
    for (String each : targets(selected)) {
      ledger(each).addWhole(each.equals(target) ? summary : ComparisonSummary.of(selected, each));
    }
  }

  /** Adds a comparison of neighbouring merges; the parameters are those of {@link #addWhole}. */
  public void addStep(ArtifactComparison selected, String target, ComparisonSummary summary) {
    for (String each : targets(selected)) {
      ledger(each)
          .addStep(selected, each.equals(target) ? summary : ComparisonSummary.of(selected, each));
    }
  }

  private TargetLedger ledger(String target) {
    return targets.computeIfAbsent(target, added -> new TargetLedger(added, values.apply(added)));
  }

  private static Set<String> targets(ArtifactComparison comparison) {
    Set<String> targets = new TreeSet<>();
    comparison.compile().forEach(compile -> targets.add(compile.testCase().target()));
    return targets;
  }

  /**
   * The merges that are no entries whose comparisons by this metric are worth fetching.
   *
   * @param week the range by the leading metric, which decides what is an entry
   */
  public Set<Sha> toFetch(TriageWeek week) {
    TargetLedger ledger = targets.get(shown);
    return ledger == null ? Set.of() : new HashSet<>(ledger.toFetch(week));
  }

  /**
   * What no entry says: on the target that the report shows, then on the others by name.
   *
   * @param week the range by the leading metric, which decides what is an entry
   */
  public Unexplained unexplained(TriageWeek week) {
    Map<String, TargetLedger> others = new TreeMap<>(targets);
    TargetLedger first = others.remove(shown);
    Unexplained all = first == null ? Unexplained.NONE : first.unexplained(week, true);
    for (TargetLedger other : others.values()) {
      all = all.and(other.unexplained(week, false));
    }
    return all;
  }
}
