package dev.perftriage.source.revision;

import dev.perftriage.model.DataException;
import dev.perftriage.source.DataSources;
import java.util.List;
import java.util.Optional;

/** The measured releases. */
final class Releases {

  private static final int MOST_NAMED = 3;

  private final DataSources sources;

  Releases(DataSources sources) {
    this.sources = sources;
  }

  /**
   * The tag of the newest measured release of a channel.
   *
   * @param channel {@code stable} or {@code beta}
   * @throws DataException if there is none, or the releases are unavailable
   */
  String newest(String channel) {
    String tag = channel.equals("beta") ? "beta-\\d{4}-\\d{2}-\\d{2}" : "\\d+\\.\\d+\\.\\d+";
    List<String> oldestFirst = sources.builds().releases().get();
    return oldestFirst.stream()
        .filter(release -> release.matches(tag))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                new DataException(
                    "Looking for %s: the site has measured no release of that channel%s"
                        .formatted(
                            channel, newestOnes().map(all -> "; it has " + all).orElse(""))));
  }

  /** The tags of the newest measured releases; empty if there are none, or they are unavailable. */
  Optional<String> newestOnes() {
    List<String> tags = sources.builds().releases().find().orElse(List.of());
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", tags.subList(Math.max(0, tags.size() - MOST_NAMED), tags.size())));
  }
}
