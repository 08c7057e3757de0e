package dev.perftriage.source.revision;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.CommitHistory.Listed;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.ResolvedRevision.RevisionKind;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.model.discussion.FinishedRun;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.revision.NamedCommits.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Resolves revisions. The list of merges is used only for forms that the site does not accept;
 * offline, the store replaces the site. Its methods throw a {@code DataException} if a revision is
 * unknown.
 */
public final class Revisions {

  private final DataSources sources;
  private final LocalDate today;
  private final Metric metric;
  private final NamedCommits commits;

  /**
   * Resolves revisions as of a day.
   *
   * @param today in UTC
   * @param metric the metric for which a revision such as {@code latest} must be measured
   */
  public Revisions(DataSources sources, LocalDate today, Metric metric) {
    this.sources = sources;
    this.today = today;
    this.metric = metric;
    this.commits = new NamedCommits(sources, today, metric);
  }

  /** Resolves a revision as the start of a comparison. */
  public Bound start(Revision revision) {
    return bound(revision, Side.START);
  }

  /** Resolves a revision as the end of a comparison. */
  public Bound end(Revision revision) {
    return bound(revision, Side.END);
  }

  /** The comparison of two revisions, or the range between them. */
  public ComparisonQuery between(Revision start, Revision end) {
    return new ComparisonQuery(start(start), end(end), metric);
  }

  /**
   * The comparison of a revision with its parent, which shows its effect.
   *
   * @param revision one that {@linkplain Revision#isMerge() has} a parent
   */
  public ComparisonQuery change(Revision revision) {
    Listed merge = commits.of(revision, Side.END);
    return ComparisonQuery.of(commits.ancestor(merge, 1, revision).sha(), merge.sha(), metric);
  }

  /**
   * The last finished run of a try build of a pull request that is not merged, as the site's bot
   * reports it on the pull request; empty for any other revision, and if there is no such report.
   */
  public Optional<FinishedRun> lastTryBuild(Revision revision) {
    if (revision.form() != Revision.Form.PULL || revision.generations() > 0) {
      return Optional.empty();
    }
    int pull = Integer.parseInt(revision.value());
    return commits.isMerged(pull)
        ? Optional.empty()
        : FinishedRun.last(sources.discussions().recentTimelines().apply(pull));
  }

  /** The comparison of a revision with itself, which has its values on both sides. */
  public ComparisonQuery itself(Revision revision) {
    if (!revision.isMerge()) {
      Bound release = end(revision);
      return new ComparisonQuery(release, release, metric);
    }
    boolean isUnderstood = revision.generations() == 0 && revision.form() == Revision.Form.COMMIT;
    Sha bound = isUnderstood ? new Sha(revision.value()) : commits.of(revision, Side.END).sha();
    return ComparisonQuery.of(bound, bound, metric);
  }

  /** A comparison; its exception suggests measured merges if one without data is the reason. */
  public ArtifactComparison compare(ComparisonQuery query) {
    try {
      return sources.comparisons().get(query);
    } catch (DataException e) {
      throw new NearestMeasured(sources).added(e, query);
    }
  }

  /** Resolves a revision as an end. */
  public ResolvedRevision resolve(Revision revision) {
    if (!revision.isMerge()) {
      return new ResolvedRevision(
          revision.word(), end(revision).value(), null, null, RevisionKind.RELEASE);
    }
    if (isDay(revision) && revision.generations() == 0) {
      String day = revision.day(today).toString();
      return new ResolvedRevision(revision.word(), day, null, null, RevisionKind.DATE);
    }
    Listed commit = commits.of(revision, Side.END);
    MasterCommit merge = commit.merge();
    return merge == null
        ? unlisted(revision, commit.sha())
        : new ResolvedRevision(
            revision.word(), merge.sha().text(), merge.time(), merge.pr(), RevisionKind.MERGE);
  }

  private ResolvedRevision unlisted(Revision revision, Sha commit) {
    Optional<BuildRequest> build =
        sources.builds().requests().find().orElse(List.of()).stream()
            .filter(request -> request.commit().equals(commit))
            .findFirst();
    return new ResolvedRevision(
        revision.word(),
        commit.text(),
        null,
        build.map(BuildRequest::pr).orElse(null),
        build.filter(BuildRequest::isTry).isPresent() ? RevisionKind.TRY : RevisionKind.COMMIT);
  }

  /** The full SHA for an abbreviated one in a log; unchanged if unknown or ambiguous. */
  public Sha completed(String sha) {
    List<Sha> candidates =
        sources.merges().find().map(list -> list.startingWith(sha)).orElse(List.of());
    return candidates.size() == 1 ? candidates.get(0) : new Sha(sha);
  }

  private Bound bound(Revision revision, Side side) {
    boolean isOnline = !sources.isOffline();
    if (revision.generations() > 0) {
      return named(revision, side);
    }
    return switch (revision.form()) {
      case COMMIT, RELEASE -> new Bound(revision.value());
      case CHANNEL -> new Bound(new Releases(sources).newest(revision.value()));
      case UNNAMED -> isOnline ? Bound.OPEN : Bound.of(commits.stored(Optional.empty(), side));
      case DAY, DAYS_AGO -> isOnline ? Bound.on(revision.day(today)) : named(revision, side);
      case NIGHTLY ->
          isOnline && side == Side.END ? Bound.on(revision.day(today)) : named(revision, side);
      case LATEST -> isOnline && side == Side.END ? Bound.OPEN : named(revision, side);
      case PULL, SHORT_SHA -> named(revision, side);
    };
  }

  private Bound named(Revision revision, Side side) {
    return Bound.of(commits.of(revision, side).sha());
  }

  private static boolean isDay(Revision revision) {
    return revision.form() == Revision.Form.DAY || revision.form() == Revision.Form.DAYS_AGO;
  }
}
