package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.PerfSite;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StandaloneComparisons;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.Store.Endpoints;
import dev.perftriage.source.store.StoredEnds;
import dev.perftriage.source.wire.CommitHistory;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PullRequestReader;
import dev.perftriage.source.wire.TestCaseInterner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every fact that a command asks for, from the store where it has it and from the services
 * otherwise. What the services answer is kept in the store at once, as it came. May be asked by
 * several threads.
 */
public final class DataSources {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final @Nullable Store store;
  private final @Nullable Services services;
  private final boolean refresh;
  private final Consumer<String> notes;
  private final TestCaseInterner testCases = new TestCaseInterner();
  private final AtomicBoolean keeping;
  private final LazyValue<CommitHistory> commits = new LazyValue<>(this::newestCommits);

  private DataSources(
      @Nullable Store store, @Nullable Services services, boolean refresh, Consumer<String> notes) {
    this.store = store;
    this.services = services;
    this.refresh = refresh;
    this.notes = notes;
    this.keeping = new AtomicBoolean(store != null);
  }

  /** Facts from a store alone. */
  public static DataSources offline(Store store) {
    return new DataSources(store, null, false, note -> {});
  }

  /**
   * Facts from the services, and from a store where there is one.
   *
   * @param refresh whether what is stored is asked again
   * @param notes takes sentences about what did not go as it should and did no harm
   */
  public static DataSources online(
      Services services, @Nullable Store store, boolean refresh, Consumer<String> notes) {
    return new DataSources(store, services, refresh, notes);
  }

  /** Whether only the store may be asked. */
  public boolean isOffline() {
    return services == null;
  }

  /** Whether answers are kept; false from the moment on that the store could not be written. */
  public boolean isKeeping() {
    return keeping.get();
  }

  /**
   * The comparison of two artifacts. A stored one is as good as a new one if both are fixed and the
   * later one has a successor on master: it was measured as a whole, then.
   *
   * @param start a full SHA, a tag, a date, or empty for the first of the last 30 days
   * @param end likewise, empty for the newest
   * @throws DataException where it cannot be had, or answers another question
   */
  public ArtifactComparison comparison(String start, String end, Metric metric) {
    return comparison(start, end, metric, true);
  }

  /** The comparison of two artifacts, the later of which may still be being measured. */
  public ArtifactComparison newestComparison(String start, String end, Metric metric) {
    return comparison(start, end, metric, false);
  }

  private ArtifactComparison comparison(
      String start, String end, Metric metric, boolean storedWillDo) {
    Optional<ArtifactComparison> stored = storedComparison(start, end, metric);
    if (services == null) {
      return stored.orElseThrow(
          () ->
              missing("no comparison " + PerfSite.name(start, end, metric) + otherMetrics(metric)));
    }
    if (storedWillDo && stored.filter(known -> known.nextCommit() != null).isPresent()) {
      return stored.get();
    }
    try {
      Fetched<ArtifactComparison> fetched =
          services
              .perf()
              .comparison(start, end, metric, answer -> answerTo(start, end, answer, metric));
      ArtifactComparison comparison = fetched.value();
      keep(
          kept ->
              kept.putComparison(
                  comparison.before().commit(),
                  comparison.after().commit(),
                  metric,
                  fetched.payload()));
      return comparison;
    } catch (DataException e) {
      if (stored.isEmpty()) {
        throw e;
      }
      notes.accept(e.getMessage() + "; the answer in the store is used");
      return stored.get();
    }
  }

  private Optional<ArtifactComparison> storedComparison(String start, String end, Metric metric) {
    if (refresh || !isFixed(start) || !isFixed(end)) {
      return Optional.empty();
    }
    return storedInOrder(
        from ->
            from.comparison(start, end, metric)
                .map(answer -> answerTo(start, end, answer, metric)));
  }

  /**
   * The merges to master: the newest list when online and it can be had. It is asked for at most
   * once a run.
   *
   * @throws DataException where there is no list
   */
  public CommitHistory commits() {
    return commits.get();
  }

  /** The merges to master; empty where there is no list. */
  public Optional<CommitHistory> commitsIfAny() {
    return commits.find();
  }

  private CommitHistory newestCommits() {
    if (services == null) {
      return storedCommits().orElseThrow(() -> missing("no list of merges (commits.json)"));
    }
    try {
      Fetched<CommitHistory> fetched = services.commits().fetch();
      keep(kept -> kept.putCommits(fetched.payload()));
      return fetched.value();
    } catch (DataException e) {
      return storedCommits().orElseThrow(() -> e);
    }
  }

  private Optional<CommitHistory> storedCommits() {
    return stored(Store::commits).map(CommitHistory::read);
  }

  /**
   * A pull request of rust-lang/rust. A stored one never ages: its title, text and labels are those
   * of when it was fetched, until one asks with {@code refresh}.
   *
   * @throws DataException where it cannot be had, or offline where the stored one is not in order
   */
  public PullRequest pull(int number) {
    Optional<PullRequest> stored =
        refresh
            ? Optional.empty()
            : storedInOrder(from -> from.pull(number).map(PullRequestReader::read));
    if (stored.isPresent()) {
      return stored.get();
    }
    if (services == null) {
      throw missing("no pull request #" + number);
    }
    Fetched<PullRequest> fetched = services.gitHub().pull(number);
    keep(kept -> kept.putPull(number, fetched.payload()));
    return fetched.value();
  }

  /** A pull request that the store has; empty where it does not, or not in order. */
  public Optional<PullRequest> storedPull(int number) {
    try {
      return stored(from -> from.pull(number)).map(PullRequestReader::read);
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** Which pull requests the store has a comparison of by themselves, by number. */
  public Map<Integer, StandaloneMeasurement> measuredAlone(Set<Integer> prs, Metric metric) {
    return store == null
        ? Map.of()
        : new StandaloneComparisons(store, metric).of(prs, storedCommits());
  }

  /** Merged regressions that nobody has triaged: the newest list when online. */
  public List<PullRequest> untriaged() {
    if (services == null) {
      return PullRequestReader.readList(
          stored(Store::untriaged)
              .orElseThrow(() -> missing("no list of untriaged pull requests (untriaged.json)")));
    }
    Fetched<List<PullRequest>> fetched = services.gitHub().untriaged();
    keep(kept -> kept.putUntriaged(fetched.payload()));
    return fetched.value();
  }

  /**
   * The merges that stored comparisons start from and end at.
   *
   * @throws DataException where there is no list of merges
   */
  public StoredEnds storedEnds(Metric metric) {
    return new StoredEnds(
        commits(),
        storedEndpoints(metric),
        which -> missing("no comparison " + which + " by " + metric + otherMetrics(metric)));
  }

  /** The commits that stored comparisons start from and end at; none where there is no store. */
  public Endpoints storedEndpoints(Metric metric) {
    return store == null ? Endpoints.NONE : store.endpoints(metric);
  }

  /** Whether a revision means the same artifact on any day. */
  public static boolean isFixed(String revision) {
    return !revision.isEmpty() && !DATE.matcher(revision).matches();
  }

  private ArtifactComparison answerTo(String start, String end, Payload answer, Metric metric) {
    ArtifactComparison comparison = ComparisonReader.read(answer, metric, testCases);
    requireCommit(start, comparison.before().commit(), "a.commit", answer.origin());
    requireCommit(end, comparison.after().commit(), "b.commit", answer.origin());
    return comparison;
  }

  private static void requireCommit(String asked, String answered, String field, String origin) {
    if (MasterCommit.isFullSha(asked) && !asked.equals(answered)) {
      throw new DataException(
          origin + ": field " + field + " is " + answered + ", but " + asked + " was asked for");
    }
  }

  private Store requiredStore() {
    if (store == null) {
      throw new IllegalStateException("offline facts come from a store");
    }
    return store;
  }

  private DataException missing(String what) {
    return new DataException(
        "The store "
            + requiredStore().folder()
            + " has "
            + what
            + "; run without --offline to fetch it");
  }

  /** What a store does hold, for somebody who asked it for another metric. */
  private String otherMetrics(Metric metric) {
    Set<String> metrics = requiredStore().metrics();
    return metrics.isEmpty() || metrics.contains(metric.name())
        ? ""
        : " (it has " + String.join(", ", metrics) + ")";
  }

  private <T> Optional<T> stored(Function<Store, Optional<T>> question) {
    return store == null ? Optional.empty() : question.apply(store);
  }

  /**
   * What the store has; empty, too, where that is not in order and can be fetched again.
   *
   * @throws DataException offline, where what the store has is not in order
   */
  private <T> Optional<T> storedInOrder(Function<Store, Optional<T>> question) {
    try {
      return stored(question);
    } catch (DataException e) {
      if (services == null) {
        throw e;
      }
      notes.accept(e.getMessage() + "; it is fetched again");
      return Optional.empty();
    }
  }

  /** A store that cannot be written costs the store, not the answer. */
  private void keep(Consumer<Store> what) {
    if (store == null || !keeping.get()) {
      return;
    }
    try {
      what.accept(store);
    } catch (DataException e) {
      if (keeping.getAndSet(false)) {
        notes.accept(e.getMessage() + "; from here on nothing is kept");
      }
    }
  }
}
