package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every fact that a command asks for, from the store where it has it and from the services
 * otherwise. What the services answer is kept in the store as it came.
 */
public final class Facts {

  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final @Nullable Store store;
  private final @Nullable Services services;

  private Facts(@Nullable Store store, @Nullable Services services) {
    this.store = store;
    this.services = services;
  }

  /** Facts from a store alone. */
  public static Facts offline(Store store) {
    return new Facts(store, null);
  }

  /** Facts from the services, and from a store where there is one. */
  public static Facts online(Services services, @Nullable Store store) {
    return new Facts(store, services);
  }

  /** Whether only the store may be asked. */
  public boolean isOffline() {
    return services == null;
  }

  /**
   * The comparison of two artifacts.
   *
   * @param start a full SHA, a tag, a date, or empty for the first of the last 30 days
   * @param end likewise, empty for the newest
   * @throws DataException where it cannot be had, or answers another question
   */
  public ArtifactComparison comparison(String start, String end, Metric metric) {
    if (store != null && isFixed(start) && isFixed(end)) {
      Optional<Answer> stored = store.comparison(start, end, metric);
      if (stored.isPresent()) {
        return answerTo(start, end, stored.get(), metric);
      }
    }
    PerfSite site =
        online("no comparison " + name(start, end, metric) + otherMetrics(metric)).perf();
    Answer answer = site.comparison(start, end, metric);
    ArtifactComparison comparison = answerTo(start, end, answer, metric);
    keep(
        kept ->
            kept.putComparison(
                comparison.before().commit(), comparison.after().commit(), metric, answer));
    return comparison;
  }

  /** The merges to master: the newest list when online. */
  public CommitHistory commits() {
    if (services == null) {
      return CommitHistory.read(
          stored(Store::commits).orElseThrow(() -> missing("no list of merges (commits.json)")));
    }
    Answer answer = services.commits().fetch();
    CommitHistory commits = CommitHistory.read(answer);
    keep(kept -> kept.putCommits(answer));
    return commits;
  }

  /** A pull request of rust-lang/rust. */
  public PullRequest pull(int number) {
    Optional<Answer> stored = stored(from -> from.pull(number));
    if (stored.isPresent()) {
      return GitHub.readPull(stored.get());
    }
    Answer answer = online("no pull request #" + number).gitHub().pull(number);
    PullRequest pull = GitHub.readPull(answer);
    keep(kept -> kept.putPull(number, answer));
    return pull;
  }

  /** Merged regressions that nobody has triaged: the newest list when online. */
  public List<PullRequest> untriaged() {
    if (services == null) {
      return GitHub.readUntriaged(
          stored(Store::untriaged)
              .orElseThrow(() -> missing("no list of untriaged pull requests (untriaged.json)")));
    }
    Answer answer = services.gitHub().untriaged();
    List<PullRequest> pulls = GitHub.readUntriaged(answer);
    keep(kept -> kept.putUntriaged(answer));
    return pulls;
  }

  /** The oldest commit that a stored comparison starts from. */
  String oldestStored(Metric metric) {
    Store.Endpoints endpoints = requiredStore().endpoints(metric);
    List<MasterCommit> commits = commits().newestFirst();
    for (int i = commits.size() - 1; i >= 0; i--) {
      if (endpoints.starts().contains(commits.get(i).sha())) {
        return commits.get(i).sha();
      }
    }
    throw missing("no comparison of a master commit by " + metric + otherMetrics(metric));
  }

  /** The newest commit that a stored comparison ends at. */
  String newestStored(Metric metric) {
    Store.Endpoints endpoints = requiredStore().endpoints(metric);
    return commits().newestFirst().stream()
        .map(MasterCommit::sha)
        .filter(endpoints.ends()::contains)
        .findFirst()
        .orElseThrow(
            () -> missing("no comparison of a master commit by " + metric + otherMetrics(metric)));
  }

  /** A comparison's name in messages. */
  static String name(String start, String end, Metric metric) {
    String from = start.isEmpty() ? "the last 30 days" : MasterCommit.shortSha(start);
    String to = end.isEmpty() ? "the newest" : MasterCommit.shortSha(end);
    return from + ".." + to + " by " + metric;
  }

  private static ArtifactComparison answerTo(
      String start, String end, Answer answer, Metric metric) {
    ArtifactComparison comparison = ComparisonReader.read(answer, metric);
    requireCommit(start, comparison.before().commit(), "a.commit", answer.origin());
    requireCommit(end, comparison.after().commit(), "b.commit", answer.origin());
    return comparison;
  }

  private static void requireCommit(String asked, String answered, String field, String origin) {
    if (SHA.matcher(asked).matches() && !asked.equals(answered)) {
      throw new DataException(
          origin + ": field " + field + " is " + answered + ", but " + asked + " was asked for");
    }
  }

  /** Whether a revision means the same artifact on any day. */
  private static boolean isFixed(String revision) {
    return !revision.isEmpty() && !DATE.matcher(revision).matches();
  }

  private Services online(String missing) {
    if (services == null) {
      throw missing(missing);
    }
    return services;
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
    if (store == null) {
      return "";
    }
    Set<String> metrics = store.metrics();
    return metrics.isEmpty() || metrics.contains(metric.name())
        ? ""
        : " (it has " + String.join(", ", metrics) + ")";
  }

  private Optional<Answer> stored(Function<Store, Optional<Answer>> question) {
    return store == null ? Optional.empty() : question.apply(store);
  }

  private void keep(Consumer<Store> what) {
    if (store != null) {
      what.accept(store);
    }
  }
}
