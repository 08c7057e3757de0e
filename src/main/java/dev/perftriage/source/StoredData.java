package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteHistory;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.model.TargetMix;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.store.StandaloneComparisons;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.store.StoredEnds;
import dev.perftriage.source.wire.ChangedFilesReader;
import dev.perftriage.source.wire.CommitListReader;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.HistoryReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PullRequestReader;
import dev.perftriage.source.wire.TestCaseInterner;
import dev.perftriage.source.wire.WrongAnswerException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The data that the store of a run already holds; empty if the run has no store. */
public class StoredData {

  private final Optional<Store> store;
  private final Advice advice;
  private final TestCaseInterner testCases = new TestCaseInterner();

  /** What the list of merges says; nothing until it is read. */
  private volatile MergedPulls merges = new MergedPulls(new CommitHistory(List.of()));

  StoredData(Optional<Store> store, Advice advice) {
    this.store = store;
    this.advice = advice;
  }

  final Optional<Store> store() {
    return store;
  }

  final Advice advice() {
    return advice;
  }

  /** Whether fetched data is stored; false without a store, or once writing to it has failed. */
  public boolean isKeeping() {
    return store.isPresent();
  }

  /** A stored value; empty if there is none. A damaged one is a {@link DataException}. */
  final <T> Optional<T> value(String name, Function<Payload, T> reader) {
    return store.flatMap(from -> from.find(name)).map(reader);
  }

  /** The list of merges; empty if there is none. A damaged one is a {@link DataException}. */
  final Optional<CommitHistory> merges() {
    return value(StoreLayout.COMMITS, CommitListReader::read).map(this::learned);
  }

  /**
   * A comparison; empty if the store has none or the query is not fixed. Answers on random targets
   * are united.
   *
   * @throws DataException if it is damaged or is for other commits
   */
  final Optional<ArtifactComparison> comparison(ComparisonQuery query) {
    return store
        .filter(unused -> query.isFixed())
        .flatMap(from -> from.comparison(query))
        .map(answer -> read(answer, query))
        .map(first -> first.targetMix() == null ? first : united(query));
  }

  /**
   * A comparison that will not change any more.
   *
   * @throws DataException if the store has none, or has one that is damaged or not final
   */
  public final ArtifactComparison finalComparison(ComparisonQuery query) {
    return comparison(query)
        .filter(known -> known.nextCommit() != null && known.targetMix() == null)
        .orElseThrow(() -> new DataException("There is no final stored comparison " + query));
  }

  private ArtifactComparison united(ComparisonQuery query) {
    return store.orElseThrow().answers(query).stream()
        .map(answer -> read(answer, query))
        .filter(answer -> answer.targetMix() != null)
        .reduce((older, newer) -> TargetMix.united(newer, older))
        .orElseThrow();
  }

  /**
   * Reads the answer to a query.
   *
   * @throws WrongAnswerException if it answers another one, or contradicts the list of merges
   * @throws DataException if it is damaged
   */
  final ArtifactComparison read(Payload answer, ComparisonQuery query) {
    ArtifactComparison comparison = ComparisonReader.read(answer, query, testCases);
    merges.require(comparison.before(), "a", answer);
    merges.require(comparison.after(), "b", answer);
    return comparison;
  }

  /** The list of merges, which comparisons must not contradict from now on. */
  final CommitHistory learned(CommitHistory list) {
    merges = new MergedPulls(list);
    return list;
  }

  /** A pull request; empty if there is none. A damaged one is a {@link DataException}. */
  final Optional<PullRequest> intactPull(int number) {
    return value(StoreLayout.pull(number), answer -> PullRequestReader.read(answer, number));
  }

  /**
   * The history of a test case: the answer to this very query, or else the part of another one with
   * the newest values; empty if no stored history reaches over the range.
   *
   * @throws DataException if one is damaged
   */
  final Optional<SiteHistory> history(HistoryQuery query) {
    Optional<SiteHistory> same =
        value(StoreLayout.history(query), HistoryReader::read).flatMap(found -> found);
    return same.isPresent() ? same : partOfAnother(query);
  }

  private Optional<SiteHistory> partOfAnother(HistoryQuery query) {
    return store.stream()
        .flatMap(from -> from.histories(query.range().metric(), query.testCase()).stream())
        .map(HistoryReader::read)
        .flatMap(Optional::stream)
        .flatMap(one -> one.between(query.range().start(), query.range().end()).stream())
        .filter(one -> !one.points().isEmpty())
        .max(
            Comparator.<SiteHistory, Instant>comparing(
                    one -> one.points().get(one.points().size() - 1).time())
                .thenComparing(one -> one.points().size()));
  }

  /** A pull request, with its files if they are stored; empty if it is missing or damaged. */
  public final Optional<PullRequest> pull(int number) {
    return undamaged(() -> intactPull(number))
        .map(
            pull ->
                undamaged(() -> value(StoreLayout.files(number), ChangedFilesReader::read))
                    .map(pull::withFiles)
                    .orElse(pull));
  }

  /** The stored pull requests of some numbers, by number; missing and damaged ones are absent. */
  public final Map<Integer, PullRequest> pulls(Collection<Integer> numbers) {
    Map<Integer, PullRequest> found = new TreeMap<>();
    numbers.forEach(number -> pull(number).ifPresent(pull -> found.put(number, pull)));
    return found;
  }

  private static <T> Optional<T> undamaged(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** The stored standalone measurements of pull requests, by number. */
  public final Map<Integer, StandaloneMeasurement> standalone(Set<Integer> prs, Metric metric) {
    return store
        .map(from -> new StandaloneComparisons(from, metric).of(prs, merges()))
        .orElse(Map.of());
  }

  /** The commits at which stored comparisons by a metric start and end. */
  public final StoredEnds ends(Metric metric) {
    return new StoredEnds(
        store.map(from -> from.comparisons(metric)).orElse(List.of()),
        which -> missingComparison(which + " by " + metric, metric));
  }

  /** The exception for a comparison that an offline run needs but the store lacks. */
  final DataException missingComparison(String which, Metric metric) {
    Set<String> metrics = store.map(Store::metrics).orElseThrow();
    // Helps if the range was recorded by another metric.
    String others =
        metrics.isEmpty() || metrics.contains(metric.name())
            ? ""
            : " (it has " + String.join(", ", metrics) + ")";
    return missing("no comparison " + which + others);
  }

  /** The exception for data that an offline run needs but the store lacks. */
  final DataException missing(String what) {
    return new DataException(
        "The store %s has %s; %s"
            .formatted(store.map(Store::folder).orElseThrow(), what, advice.fetch()));
  }
}
