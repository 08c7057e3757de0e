package dev.perftriage.source.revision;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.CommitHistory.Listed;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.LazyValue;
import dev.perftriage.source.store.StoredEnds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The commits that revisions name. */
final class NamedCommits {

  private static final int MOST_CANDIDATES = 5;

  /** The site needs a start, however early, to find the last measured merge of a day. */
  private static final int DAYS_TO_COMPARE = 30;

  private final DataSources sources;
  private final LocalDate today;
  private final Metric metric;
  private final LazyValue<StoredEnds> storedEnds;
  private final Map<Integer, Optional<Listed>> merges = new ConcurrentHashMap<>();

  NamedCommits(DataSources sources, LocalDate today, Metric metric) {
    this.sources = sources;
    this.today = today;
    this.metric = metric;
    this.storedEnds = new LazyValue<>(() -> sources.stored().ends(metric));
  }

  /** The commit that a revision means, after going back by its generations. */
  Listed of(Revision revision, Side side) {
    Listed named =
        switch (revision.form()) {
          case COMMIT -> listed(new Sha(revision.value()));
          case SHORT_SHA -> listed(complete(revision.value()));
          case PULL -> mergeOf(Integer.parseInt(revision.value()));
          case DAY, DAYS_AGO -> listed(measured(revision.day(today), side));
          case NIGHTLY -> listed(measured(revision.day(today), Side.END));
          case LATEST -> listed(newest());
          case RELEASE, CHANNEL, UNNAMED ->
              throw new IllegalArgumentException(revision + " names no commit");
        };
    return ancestor(named, revision.generations(), revision);
  }

  private Listed listed(Sha sha) {
    return new Listed(sha, sources.merges().find().flatMap(list -> list.commit(sha)).orElse(null));
  }

  private Sha complete(String digits) {
    CommitHistory list = list("'" + digits + "' is a short SHA; give all 40 digits");
    List<Sha> merges = list.startingWith(digits);
    List<Sha> candidates = merges.isEmpty() ? requested(digits) : merges;
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    if (candidates.isEmpty()) {
      String builds =
          sources.builds().requests().find().isPresent()
              ? "and no build on the site's status page"
              : "and the site's status page is unavailable,";
      throw new DataException(
          ("Looking for %s: no merge on the list, %s, %s has a SHA with this prefix; give all 40"
                  + " digits of an older merge or try build")
              .formatted(digits, list.reach(), builds));
    }
    int more = candidates.size() - MOST_CANDIDATES;
    throw new DataException(
        "Looking for %s: %s SHAs have this prefix, %s%s; give more digits"
            .formatted(
                digits,
                candidates.size(),
                candidates.stream()
                    .limit(MOST_CANDIDATES)
                    .map(sha -> described(list, sha))
                    .collect(Collectors.joining(", ")),
                more > 0 ? " and " + more + " more" : ""));
  }

  /** The builds with this prefix on the status page; none if it is unavailable. */
  private List<Sha> requested(String digits) {
    return sources.builds().requests().find().orElse(List.of()).stream()
        .map(BuildRequest::commit)
        .filter(commit -> commit.isFull() && commit.text().startsWith(digits))
        .distinct()
        .toList();
  }

  private static String described(CommitHistory list, Sha sha) {
    return sha
        + list.commit(sha).map(commit -> " (" + CommitHistory.described(commit) + ")").orElse("");
  }

  /** Whether a pull request is merged, by the list of merges or GitHub. */
  boolean isMerged(int pr) {
    return findMergeOf(pr).isPresent();
  }

  private Listed mergeOf(int pr) {
    return findMergeOf(pr)
        .orElseThrow(
            () ->
                new DataException(
                    ("Looking for the merge of #%s: not found on GitHub; for an unmerged pull"
                            + " request, give the SHA of its try build")
                        .formatted(pr)));
  }

  private Optional<Listed> findMergeOf(int pr) {
    return merges.computeIfAbsent(pr, this::askForMergeOf);
  }

  private Optional<Listed> askForMergeOf(int pr) {
    Optional<MasterCommit> merge = sources.merges().find().flatMap(list -> list.mergeOf(pr));
    if (merge.isPresent()) {
      return Optional.of(new Listed(merge.get().sha(), merge.get()));
    }
    PullRequest pull = sources.pulls().apply(pr);
    return Optional.ofNullable(pull.mergeCommit()).filter(Sha::isFull).map(this::listed);
  }

  private Sha newest() {
    return sources.isOffline()
        ? stored(Optional.empty(), Side.END)
        : compare(Bound.OPEN, Bound.OPEN).after().commit();
  }

  private Sha measured(LocalDate day, Side side) {
    if (sources.isOffline()) {
      return stored(Optional.of(day), side);
    }
    return side == Side.START
        ? compare(Bound.on(day), Bound.OPEN).before().commit()
        : compare(Bound.on(day.minusDays(DAYS_TO_COMPARE)), Bound.on(day)).after().commit();
  }

  /** The store's first measured merge from a day on, or its last one up to it, or of any day. */
  Sha stored(Optional<LocalDate> day, Side side) {
    CommitHistory merges = sources.merges().get();
    StoredEnds ends = storedEnds.get();
    return side == Side.START ? ends.firstStart(day, merges) : ends.lastEnd(day, merges);
  }

  private ArtifactComparison compare(Bound start, Bound end) {
    return sources.comparisons().get(new ComparisonQuery(start, end, metric));
  }

  /** The ancestor of a commit; messages name it by the revision {@code asked}. */
  Listed ancestor(Listed of, int generations, Revision asked) {
    if (generations == 0) {
      return of;
    }
    if (of.merge() == null && generations == 1) {
      return parentOfUnlisted(of);
    }
    CommitHistory list = list("the parents of " + of.sha().shortened() + " are unknown");
    if (of.merge() == null) {
      Listed parent = parentOfUnlisted(of);
      if (parent.merge() == null) {
        throw new DataException(
            "Looking for %s: the list of merges, %s, has neither %s nor its parent; give a full SHA"
                .formatted(asked.word(), list.reach(), of.sha().shortened()));
      }
      return ancestor(parent, generations - 1, asked);
    }
    return list.ancestor(of.merge(), generations)
        .orElseThrow(
            () ->
                new DataException(
                    "Looking for %s: it is older than the list of merges, %s; give a full SHA"
                        .formatted(asked.word(), list.reach())));
  }

  /** The parent of a commit that is not on the list, according to GitHub or else the site. */
  private Listed parentOfUnlisted(Listed of) {
    try {
      return listed(sources.builds().parent().apply(of.sha()));
    } catch (DataException e) {
      if (sources.isOffline()) {
        throw parentUnknown(of, e);
      }
      return parentBySite(of).map(this::listed).orElseThrow(() -> parentUnknown(of, e));
    }
  }

  private DataException parentUnknown(Listed of, DataException reason) {
    String unlisted =
        sources
            .merges()
            .find()
            .map(list -> "the list of merges, " + list.reach() + ", does not have it; ")
            .orElse("");
    return new DataException(
        "Looking for the parent of %s: %sgive both revisions by SHA. %s"
            .formatted(of.sha(), unlisted, reason.getMessage()),
        reason);
  }

  private Optional<Sha> parentBySite(Listed of) {
    ComparisonQuery itself = ComparisonQuery.of(of.sha(), of.sha(), metric);
    try {
      return Optional.ofNullable(sources.comparisons().get(itself).previousCommit());
    } catch (DataException e) {
      throw new NearestMeasured(sources).added(e, itself);
    }
  }

  /** The list of merges; {@code otherwise} ends the message if it is unavailable. */
  private CommitHistory list(String otherwise) {
    try {
      return sources.merges().get();
    } catch (DataException e) {
      throw new DataException(e.getMessage() + "; " + otherwise, e);
    }
  }

  /** The end of a comparison that a revision names; it decides which merge a day means. */
  enum Side {
    START,
    END
  }
}
