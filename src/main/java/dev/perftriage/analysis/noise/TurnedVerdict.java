package dev.perftriage.analysis.noise;

import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listed merge before a range whose verdict is another one with the measurements of the range.
 *
 * @param before the verdict from the measurements up to the range alone
 * @param merge its verdicts now; what they amount to is decided, and not the same
 */
public record TurnedVerdict(EntryVerdict before, MergeVerdicts merge) {

  /**
   * The listed merges whose verdict turned, in commit order.
   *
   * @param before the verdicts from the measurements up to the range alone
   * @param now the verdicts with those of the range
   */
  public static List<TurnedVerdict> between(NoiseVerdicts before, NoiseVerdicts now) {
    List<TurnedVerdict> turned = new ArrayList<>();
    for (Map.Entry<Sha, MergeVerdicts> each : before.byCommit().entrySet()) {
      Optional<EntryVerdict> old = each.getValue().verdict();
      Optional<MergeVerdicts> merge = now.of(each.getKey());
      boolean isListed = each.getValue().summary().deservesAttention();
      if (isListed
          && old.isPresent()
          && merge.isPresent()
          && merge.get().verdict().filter(EntryVerdict::isDecided).isPresent()
          && !merge.get().verdict().equals(old)) {
        turned.add(new TurnedVerdict(old.get(), merge.get()));
      }
    }
    return List.copyOf(turned);
  }
}
