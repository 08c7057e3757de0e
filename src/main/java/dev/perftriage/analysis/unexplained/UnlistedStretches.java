package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a metric of which only the range's ends and its listed merges are known must have moved:
 * between two listed merges. It tells which comparisons are worth fetching.
 */
public final class UnlistedStretches {

  /** The maximum number of comparisons to fetch: about those of a week and a half. */
  private static final int MOST = 60;

  /** The smallest part of the unexplained changes that makes a stretch worth fetching. */
  private static final double WORTH_FETCHING = 0.1;

  private UnlistedStretches() {}

  /**
   * The unlisted merges that may have contributed to unexplained changes by a metric, as far as the
   * known comparisons tell: whole stretches, those with the largest part of the changes first, at
   * most 60 merges.
   *
   * @param merges the range's comparisons of neighbouring merges by any metric, in commit order
   * @param whole the comparison of the range's ends by the metric
   * @param known the comparisons of listed merges by the metric, in commit order
   * @param series their values
   */
  public static Set<Sha> toFetch(
      List<ComparisonSummary> merges,
      ComparisonSummary whole,
      List<ComparisonSummary> known,
      Set<Sha> listed,
      MeasuredSeries series) {
    List<TestCaseChange> changes = UnexplainedChanges.unexplained(whole, known, listed);
    double all =
        changes.stream()
            .mapToDouble(change -> Math.abs(UnexplainedChanges.logarithm(change)))
            .filter(Double::isFinite)
            .sum();
    List<Stretch> stretches = new ArrayList<>();
    for (List<Sha> commits : stretches(merges, listed)) {
      double moved =
          changes.stream().mapToDouble(change -> moved(change, commits, whole, series)).sum();
      if (moved >= WORTH_FETCHING * all && moved > 0) {
        stretches.add(new Stretch(commits.subList(1, commits.size()), moved));
      }
    }
    stretches.sort(Comparator.comparingDouble(Stretch::moved).reversed());
    Set<Sha> chosen = new HashSet<>();
    for (Stretch stretch : stretches) {
      if (chosen.size() + stretch.merges().size() <= MOST) {
        chosen.addAll(stretch.merges());
      }
    }
    return chosen;
  }

  private static double moved(
      TestCaseChange change, List<Sha> commits, ComparisonSummary whole, MeasuredSeries series) {
    Sha start = commits.get(0);
    Sha end = commits.get(commits.size() - 1);
    return new Movement(series, whole, change).between(start, end);
  }

  /** The commits of each run of unlisted merges, from the one before it to its last. */
  private static List<List<Sha>> stretches(List<ComparisonSummary> merges, Set<Sha> listed) {
    List<List<Sha>> stretches = new ArrayList<>();
    boolean open = false;
    for (ComparisonSummary merge : merges) {
      if (listed.contains(merge.after().commit())) {
        open = false;
      } else {
        if (!open) {
          stretches.add(new ArrayList<>(List.of(merge.before().commit())));
          open = true;
        }
        stretches.get(stretches.size() - 1).add(merge.after().commit());
      }
    }
    return stretches;
  }

  private record Stretch(List<Sha> merges, double moved) {}
}
