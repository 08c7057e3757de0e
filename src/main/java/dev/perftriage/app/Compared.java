package dev.perftriage.app;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.UnmeasuredMerge;
import java.util.List;
import java.util.Optional;

/**
 * What is compared.
 *
 * @param comparisons the comparison by each requested metric, the leading one first
 * @param hole the latest merge without data among the 30 before the earlier artifact, if the site
 *     judged by its default threshold and it is known
 */
public record Compared(List<ArtifactComparison> comparisons, Optional<UnmeasuredMerge> hole) {

  /** Copies the list. */
  public Compared {
    comparisons = List.copyOf(comparisons);
  }

  /** A comparison of which nothing else is known. */
  static Compared alone(ArtifactComparison comparison) {
    return new Compared(List.of(comparison), Optional.empty());
  }

  /** The comparison by the leading metric. */
  public ArtifactComparison leading() {
    return comparisons.get(0);
  }
}
