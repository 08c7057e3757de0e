package dev.perftriage.source.revision;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.ResolvedRevision.Kind;
import dev.perftriage.model.Revision;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.revision.NamedCommits.Side;
import dev.perftriage.source.store.StoredEnds;
import dev.perftriage.source.wire.CommitHistory.Listed;
import java.time.LocalDate;
import java.util.List;

/**
 * What revisions mean. The list of merges is asked only for what the site does not understand
 * itself; without network, the store answers for the site.
 */
public final class Revisions {

  private final DataSources facts;
  private final LocalDate today;
  private final Metric metric;
  private final NamedCommits commits;

  /**
   * The meaning of revisions on a day.
   *
   * @param today in UTC
   * @param metric by which a revision that means a measured merge is to be measured
   */
  public Revisions(DataSources facts, LocalDate today, Metric metric) {
    this.facts = facts;
    this.today = today;
    this.metric = metric;
    this.commits = new NamedCommits(facts, today, metric);
  }

  /**
   * What to ask for as the start of a comparison.
   *
   * @throws DataException where it cannot be known
   */
  public String start(Revision revision) {
    return bound(revision, Side.START);
  }

  /**
   * What to ask for as the end of a comparison.
   *
   * @throws DataException where it cannot be known
   */
  public String end(Revision revision) {
    return bound(revision, Side.END);
  }

  /**
   * What to compare in order to see what a revision did: its parent, and itself.
   *
   * @param revision one that {@linkplain Revision#isMerge() has} a parent
   * @throws DataException where it cannot be known
   */
  public Ends change(Revision revision) {
    Listed merge = commits.of(revision, Side.END);
    return new Ends(commits.ancestor(merge, 1, revision).sha(), merge.sha());
  }

  /**
   * What to compare in order to see a revision's own values, on both sides.
   *
   * @throws DataException where it cannot be known
   */
  public Ends itself(Revision revision) {
    boolean isUnderstood =
        revision.generations() == 0
            && (revision.form() == Revision.Form.COMMIT
                || revision.form() == Revision.Form.RELEASE);
    String bound = isUnderstood ? revision.value() : commits.of(revision, Side.END).sha();
    return new Ends(bound, bound);
  }

  /**
   * Compares.
   *
   * @throws DataException where that cannot be done; it names the nearest measured merges where one
   *     of the two is not measured
   */
  public ArtifactComparison compare(Ends ends) {
    try {
      return facts.comparison(ends.start(), ends.end(), metric);
    } catch (DataException e) {
      throw new NearestMeasured(facts, metric).added(e, ends.start(), ends.end());
    }
  }

  /**
   * What a revision means, as an end.
   *
   * @throws DataException where it cannot be known
   */
  public ResolvedRevision resolve(Revision revision) {
    if (!revision.isMerge()) {
      return new ResolvedRevision(revision.word(), end(revision), null, null, Kind.RELEASE);
    }
    if (isDay(revision) && revision.generations() == 0) {
      String day = revision.day(today).toString();
      return new ResolvedRevision(revision.word(), day, null, null, Kind.DATE);
    }
    Listed commit = commits.of(revision, Side.END);
    MasterCommit merge = commit.merge();
    return merge == null
        ? new ResolvedRevision(revision.word(), commit.sha(), null, null, Kind.COMMIT)
        : new ResolvedRevision(revision.word(), merge.sha(), merge.time(), merge.pr(), Kind.MERGE);
  }

  /** The full SHA that one in a log is the beginning of; the same where that is not known. */
  public String completed(String sha) {
    List<String> candidates =
        facts.commitsIfAny().map(list -> list.startingWith(sha)).orElse(List.of());
    return candidates.size() == 1 ? candidates.get(0) : sha;
  }

  private String bound(Revision revision, Side side) {
    boolean isOnline = !facts.isOffline();
    if (revision.generations() > 0) {
      return commits.of(revision, side).sha();
    }
    return switch (revision.form()) {
      case COMMIT, RELEASE -> revision.value();
      case UNNAMED -> isOnline ? "" : storedEnd(side);
      case DAY, DAYS_AGO ->
          isOnline ? revision.day(today).toString() : commits.of(revision, side).sha();
      case LATEST -> isOnline && side == Side.END ? "" : commits.of(revision, side).sha();
      case PULL, SHORT_SHA -> commits.of(revision, side).sha();
    };
  }

  private String storedEnd(Side side) {
    StoredEnds stored = facts.storedEnds(metric);
    return side == Side.START ? stored.oldestStart() : stored.newestEnd();
  }

  private static boolean isDay(Revision revision) {
    return revision.form() == Revision.Form.DAY || revision.form() == Revision.Form.DAYS_AGO;
  }

  /**
   * What to ask for.
   *
   * @param start a full SHA, a tag, a date, or empty for the first of the last 30 days
   * @param end likewise, empty for the newest
   */
  public record Ends(String start, String end) {}
}
