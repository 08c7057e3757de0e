package dev.perftriage.analysis.caveat;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.caveat.Caveat.BenchmarksChanged;
import dev.perftriage.analysis.caveat.Caveat.Change;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells at which merge of a range benchmarks began or ceased to be measured. A comparison has the
 * benchmarks that were measured with both artifacts: one that fails at a merge is missing in two
 * comparisons, and one that comes back is first compared at the merge after.
 */
final class BenchmarkHistory {

  /** For the comparisons by further metrics, whose neighbours are not known. */
  static final BenchmarkHistory NONE = new BenchmarkHistory(List.of(), List.of(), Set.of());

  private final Map<Sha, List<Caveat>> byMerge = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> failing = new HashSet<>();
  private final Set<String> gone = new HashSet<>();

  /**
   * The history that comparisons tell.
   *
   * @param earlier the comparisons of merges before the range, in commit order; benchmarks that
   *     fail there can be fixed in the range
   * @param steps the comparisons of neighbouring merges, in commit order
   * @param halfMeasured the merges that were measured only in part, whose lack of benchmarks the
   *     range's coverage tells
   */
  BenchmarkHistory(
      List<ComparisonSummary> earlier, List<ComparisonSummary> steps, Set<Sha> halfMeasured) {
    Stream.concat(earlier.stream(), steps.stream())
        .forEach(step -> known.addAll(step.measured().benchmarks()));
    for (ComparisonSummary step : earlier) {
      failing.removeAll(step.measured().benchmarks());
      failing.addAll(newlyFailing(step.measured()));
    }
    List<String> before = List.of();
    for (ComparisonSummary step : steps) {
      MeasuredCases measured = step.measured();
      Sha merge = step.after().commit();
      Set<String> errors = newlyFailing(measured);
      failing.addAll(errors);
      say(merge, Change.NEWLY_FAILING, errors);
      say(merge, Change.OTHER_ERRORS, without(new TreeSet<>(measured.otherErrors()), errors));
      if (measured.benchmarks().isEmpty()
          || halfMeasured.contains(merge)
          || halfMeasured.contains(step.before().commit())) {
        // This says nothing of single benchmarks.
        continue;
      }
      if (!before.isEmpty() && !before.equals(measured.benchmarks())) {
        cameAt(step.before().commit(), without(measured.benchmarks(), before));
        Set<String> lost = without(before, measured.benchmarks());
        lost.removeAll(failing);
        gone.addAll(lost);
        say(merge, Change.GONE, lost);
      }
      before = measured.benchmarks();
    }
  }

  /** An answer may not list a benchmark that fails, but its neighbours do. */
  private Set<String> newlyFailing(MeasuredCases measured) {
    Set<String> names = new TreeSet<>(measured.otherErrors());
    names.retainAll(known);
    names.addAll(measured.newlyFailing());
    return names;
  }

  private void cameAt(Sha merge, Set<String> benchmarks) {
    Set<String> fixed = new TreeSet<>(benchmarks);
    fixed.retainAll(failing);
    Set<String> returned = new TreeSet<>(benchmarks);
    returned.retainAll(gone);
    returned.removeAll(fixed);
    say(merge, Change.FIXED, fixed);
    say(merge, Change.RETURNED, returned);
    say(merge, Change.APPEARED, without(without(benchmarks, fixed), returned));
    failing.removeAll(benchmarks);
    gone.removeAll(benchmarks);
  }

  private static Set<String> without(Collection<String> some, Collection<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private void say(Sha merge, Change change, Collection<String> benchmarks) {
    if (!benchmarks.isEmpty()) {
      byMerge
          .computeIfAbsent(merge, added -> new ArrayList<>())
          .add(new BenchmarksChanged(change, List.copyOf(benchmarks)));
    }
  }

  /** What began or ceased to be measured at a merge. */
  List<Caveat> at(Sha merge) {
    return byMerge.getOrDefault(merge, List.of());
  }
}
