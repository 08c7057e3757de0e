package dev.perftriage.source;

import dev.perftriage.model.DataException;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.TimelineReader;
import java.util.function.IntFunction;

/**
 * What was said and done about pull requests of rust-lang/rust, by their numbers. It changes within
 * minutes, so that the newest is fetched, and stored for later runs without the network.
 *
 * @param timelines what happened to a pull request; throws a {@link DataException} if the data is
 *     unavailable
 */
public record Discussions(IntFunction<PullTimeline> timelines) {

  static Discussions offline(StoredData stored) {
    return new Discussions(
        number ->
            stored
                .value(StoreLayout.timeline(number), answer -> TimelineReader.read(answer, number))
                .orElseThrow(() -> stored.missing("no timeline of #" + number)));
  }

  static Discussions online(Services services, Cache cache) {
    return new Discussions(
        number -> cache.kept(StoreLayout.timeline(number), services.gitHub().timeline(number)));
  }
}
