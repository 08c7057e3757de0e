package dev.perftriage.source;

import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.DataException;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.CommitReader;
import dev.perftriage.source.wire.DashboardReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.RollupBuildsReader;
import dev.perftriage.source.wire.StatusPageReader;
import dev.perftriage.source.wire.TimelineReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known about releases and try builds, which the list of merges lacks. Each source throws a
 * {@link DataException} if the data is unavailable.
 *
 * @param releases the tags of the measured releases, oldest first
 * @param requests the newest builds that the site was asked to measure, newest first
 * @param ofRollup the builds of a rollup's members, by its number: those in the newest comments, or
 *     in the stored ones if the request fails; empty if no comment lists any
 * @param parent the first parent of a commit; never changes, so that a stored one is final
 */
public record Builds(
    LazyValue<List<String>> releases,
    LazyValue<List<BuildRequest>> requests,
    IntFunction<Optional<RollupBuilds>> ofRollup,
    UnaryOperator<Sha> parent) {

  static Builds offline(StoredData stored) {
    return new Builds(
        new LazyValue<>(
            () ->
                stored
                    .value(StoreLayout.DASHBOARD, DashboardReader::read)
                    .orElseThrow(() -> stored.missing("no list of releases (dashboard.json)"))),
        new LazyValue<>(
            () ->
                stored
                    .value(StoreLayout.STATUS_PAGE, StatusPageReader::read)
                    .orElseThrow(() -> stored.missing("no status page (status_page.json)"))),
        number ->
            stored
                .value(StoreLayout.comments(number), answer -> TimelineReader.read(answer, number))
                .map(RollupBuildsReader::read)
                .orElseThrow(() -> stored.missing("no comments on #" + number)),
        commit ->
            stored
                .value(StoreLayout.commit(commit), answer -> CommitReader.parent(answer, commit))
                .orElseThrow(() -> stored.missing("no commit " + commit)));
  }

  static Builds online(Services services, Cache cache) {
    return new Builds(
        new LazyValue<>(
            () ->
                newest(
                    cache,
                    StoreLayout.DASHBOARD,
                    DashboardReader::read,
                    () -> services.perf().releases())),
        new LazyValue<>(
            () ->
                newest(
                    cache,
                    StoreLayout.STATUS_PAGE,
                    StatusPageReader::read,
                    () -> services.perf().requests())),
        number ->
            RollupBuildsReader.read(
                newest(
                    cache,
                    StoreLayout.comments(number),
                    answer -> TimelineReader.read(answer, number),
                    () -> services.gitHub().comments(number))),
        commit ->
            cache.once(
                StoreLayout.commit(commit),
                answer -> CommitReader.parent(answer, commit),
                () -> services.gitHub().parent(commit)));
  }

  /** Data that grows: the newest, or the stored one if the request fails. */
  private static <T> T newest(
      Cache cache, String name, Function<Payload, T> reader, Supplier<Fetched<T>> question) {
    try {
      return cache.kept(name, question.get());
    } catch (DataException e) {
      T stored = cache.value(name, reader).orElseThrow(() -> e);
      cache.note(e.getMessage() + "; using the response in the store");
      return stored;
    }
  }
}
