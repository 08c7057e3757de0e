package dev.perftriage.app;

import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the list of merges says of single merges; nothing if it is unavailable. */
final class ListedMerge {

  private ListedMerge() {}

  /** The merges on the list, by SHA. */
  static Map<Sha, Merge> bySha(DataSources sources) {
    Map<Sha, Merge> bySha = new HashMap<>();
    list(sources)
        .forEach(merge -> bySha.putIfAbsent(merge.sha(), new Merge(merge.sha(), merge.pr())));
    return bySha;
  }

  /** When the merges on the list were merged. */
  static Map<Sha, Instant> times(DataSources sources) {
    Map<Sha, Instant> times = new HashMap<>();
    list(sources).forEach(merge -> times.putIfAbsent(merge.sha(), merge.time()));
    return times;
  }

  private static List<MasterCommit> list(DataSources sources) {
    return sources.merges().find().map(list -> list.newestFirst()).orElse(List.of());
  }
}
