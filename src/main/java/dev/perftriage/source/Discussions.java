package dev.perftriage.source;

import dev.perftriage.model.DataException;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.TimelineReader;
import java.util.function.IntFunction;

/**
 * What was said and done about pull requests of rust-lang/rust, by their numbers. Both change
 * within minutes, so that the newest is fetched, and stored for later runs without the network.
 * Each source throws a {@link DataException} if the data is unavailable.
 *
 * @param timelines what happened to a pull request
 * @param comments the comments on a pull request alone
 */
public record Discussions(IntFunction<PullTimeline> timelines, IntFunction<PullTimeline> comments) {

  static Discussions offline(StoredData stored) {
    return new Discussions(
        number ->
            stored
                .value(StoreLayout.timeline(number), answer -> TimelineReader.read(answer, number))
                .orElseThrow(() -> stored.missing("no timeline of #" + number)),
        number ->
            stored
                .value(StoreLayout.comments(number), answer -> TimelineReader.read(answer, number))
                .orElseThrow(() -> stored.missing("no comments on #" + number)));
  }

  static Discussions online(Services services, Cache cache) {
    return new Discussions(
        number -> cache.kept(StoreLayout.timeline(number), services.gitHub().timeline(number)),
        number -> cache.kept(StoreLayout.comments(number), services.gitHub().comments(number)));
  }
}
