package dev.perftriage.source;

import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.CommitReader;
import dev.perftriage.source.wire.DashboardReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.StatusPageReader;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known about releases and try builds, which the list of merges lacks. Each source throws a
 * {@link DataException} if the data is unavailable.
 *
 * @param releases the tags of the measured releases, oldest first
 * @param requests the newest builds that the site was asked to measure, newest first
 * @param parent the first parent of a commit; never changes, so that a stored one is final
 */
public record Builds(
    LazyValue<List<String>> releases,
    LazyValue<List<BuildRequest>> requests,
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
        commit ->
            stored
                .value(StoreLayout.commit(commit), answer -> CommitReader.parent(answer, commit))
                .orElseThrow(() -> stored.missing("no commit " + commit)));
  }

  static Builds online(Services services, Cache cache) {
    return new Builds(
        newest(
            cache, StoreLayout.DASHBOARD, DashboardReader::read, () -> services.perf().releases()),
        newest(
            cache,
            StoreLayout.STATUS_PAGE,
            StatusPageReader::read,
            () -> services.perf().requests()),
        commit ->
            cache.once(
                StoreLayout.commit(commit),
                answer -> CommitReader.parent(answer, commit),
                () -> services.gitHub().parent(commit)));
  }

  /** A list that grows: the newest one, or the stored one if the request fails. */
  private static <T> LazyValue<T> newest(
      Cache cache, String name, Function<Payload, T> reader, Supplier<Fetched<T>> question) {
    return new LazyValue<>(
        () -> {
          try {
            return cache.kept(name, question.get());
          } catch (DataException e) {
            T stored = cache.value(name, reader).orElseThrow(() -> e);
            cache.note(e.getMessage() + "; using the response in the store");
            return stored;
          }
        });
  }
}
