package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.analysis.noise.TryVerdicts;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the histories of a comparison's test cases in the store: the page of a comparison has them
 * without anything being fetched for it.
 */
public final class StoredHistories {

  /** The merges of the comparison itself. */
  private static final int ALONE = 2;

  /** As many as a page shows; reading them takes a second. */
  private static final int MOST_MERGES = 120;

  private final Session session;
  private final ArtifactComparison all;
  private final CaseFilter filter;
  private final String command;

  private StoredHistories(CompareRun run, Session session, String command) {
    this.session = session;
    this.all = run.compared().leading();
    this.filter = run.filter();
    this.command = command;
  }

  /**
   * The histories by the leading metric, as far as the store has the comparisons of the merges
   * around.
   *
   * @param command fetches these
   */
  public static CaseHistories of(CompareRun run, Session session, String command) {
    return new StoredHistories(run, session, command).find();
  }

  private CaseHistories find() {
    if (!session.hasStore()) {
      return CaseHistories.none("none: they are read from the store, and none is used");
    }
    boolean isRelease = !all.before().commit().isFull() || !all.after().commit().isFull();
    if (isRelease || all.before().isTry()) {
      return CaseHistories.none("none: only merges, and try builds after one, have merges around");
    }
    try {
      return all.after().isTry() ? ofTry() : ofMerges();
    } catch (DataException e) {
      return lacking();
    }
  }

  private CaseHistories lacking() {
    return CaseHistories.none(
        "none: the store lacks the merges around; to fetch them, then compare again: " + command);
  }

  private CaseHistories ofMerges() {
    DataSources stored = session.storedAlone();
    Sha start = all.before().commit();
    Sha end = all.after().commit();
    Optional<List<Merge>> chain = stored.merges().find().flatMap(list -> list.chain(start, end));
    if (chain.isEmpty()) {
      return lacking();
    }
    if (chain.get().size() > MOST_MERGES) {
      return CaseHistories.none("none: there are too many merges between the two revisions");
    }
    NoiseInput input = around(stored, ComparisonQuery.of(start, end, all.metric()));
    MeasuredSeries series = input.series();
    List<CaseVerdict> verdicts =
        input
            .judge(stored.stored())
            .of(end)
            .filter(merge -> merge.summary().before().commit().equals(start))
            .map(merge -> ExplainReport.verdicts(merge, series))
            .orElse(List.of());
    return found(series, verdicts);
  }

  private CaseHistories ofTry() {
    DataSources stored = session.storedAlone();
    Revision parent = Revision.parse(all.before().commit().text());
    ComparisonQuery ofParent = session.storedRevisions(all.metric()).change(parent);
    MeasuredSeries series = around(stored, ofParent).series();
    RangeSelector selector = RangeSelector.ofSummaries(filter);
    TryVerdicts verdicts =
        TryVerdicts.of(series, selector.unfiltered(all), selector.step(all).summary());
    return found(series, ExplainReport.verdicts(verdicts));
  }

  private NoiseInput around(DataSources stored, ComparisonQuery query) {
    try (PullRequestFetcher pulls = new PullRequestFetcher(stored, false)) {
      return new NoiseAround(stored, session.threads(), pulls, NoiseRules.CONTEXT, Progress.SILENT)
          .input(query, filter);
    }
  }

  private CaseHistories found(MeasuredSeries series, List<CaseVerdict> verdicts) {
    int merges = series.merges().size();
    if (merges <= ALONE) {
      return lacking();
    }
    Integer before = series.indexOf(all.before().commit());
    // Only the merges within a longer range are fetched for it.
    boolean isEnough = !all.contiguous() || (before != null && before >= NoiseRules.CONTEXT);
    return new CaseHistories(
        Optional.of(series),
        verdicts.stream()
            .collect(
                Collectors.toMap(CaseVerdict::change, Function.identity(), (one, same) -> one)),
        "at "
            + merges
            + " merges, from the store"
            + (isEnough ? "" : "; to fetch more, then compare again: " + command));
  }
}
