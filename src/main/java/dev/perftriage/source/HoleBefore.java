package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.UnmeasuredMerge;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the latest merge without data before a comparison: the site names the measured merge before
 * each comparison, and the list of merges those between. It fetches no comparison.
 */
public final class HoleBefore {

  /** The number of merges from which the site derives a threshold. */
  private static final int MERGES = 30;

  private final DataSources sources;

  public HoleBefore(DataSources sources) {
    this.sources = sources;
  }

  /**
   * The latest merge without data among the 30 before a comparison's earlier merge; empty if there
   * is none, or if the list of merges and the stored comparisons do not tell.
   */
  public Optional<UnmeasuredMerge> of(ArtifactComparison comparison) {
    return sources.merges().find().flatMap(list -> of(comparison, list));
  }

  private Optional<UnmeasuredMerge> of(ArtifactComparison comparison, CommitHistory list) {
    // The measured merge before the hole may be a few more merges away.
    List<Merge> line = list.before(comparison.before().commit(), 2 * MERGES);
    int earliest = Math.max(1, line.size() - MERGES);
    Optional<ArtifactComparison> known = Optional.of(comparison);
    for (int at = line.size() - 1; at >= earliest && known.isPresent(); at--) {
      @Nullable Sha measured = known.get().previousCommit();
      Merge parent = line.get(at - 1);
      if (!parent.sha().equals(measured)) {
        // A merge that is not among them may be on another line, and says nothing.
        boolean isAmongThem = line.stream().anyMatch(merge -> merge.sha().equals(measured));
        return isAmongThem
            ? Optional.of(new UnmeasuredMerge(parent, line.size() - at))
            : Optional.empty();
      }
      known = stored(parent.sha(), line.get(at).sha(), comparison.metric());
    }
    return Optional.empty();
  }

  private Optional<ArtifactComparison> stored(Sha start, Sha end, Metric metric) {
    return sources.stored().comparison(ComparisonQuery.of(start, end, metric));
  }
}
