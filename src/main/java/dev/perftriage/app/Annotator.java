package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.analysis.noise.TurnedVerdict;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.report.Annotations;
import dev.perftriage.source.DataSources;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the pull requests that annotations need. GitHub allows 60 requests an hour without a
 * token, so only the entries are fetched, and the few merges at which most of their changes went
 * back.
 *
 * @param manyQuestions whether to fetch the members of all rollups, too
 */
record Annotator(DataSources facts, PullRequestFetcher gitHub, boolean manyQuestions) {

  /** With about twenty entries a week, this leaves half of the hourly requests. */
  private static final int MOST_WAYS_BACK = 12;

  /** The annotations of a week. */
  public Annotations annotate(NoiseInput input, List<ComparisonSummary> entries, Metric metric) {
    List<Merge> merges = input.merges();
    Map<Integer, PullRequest> pulls =
        new TreeMap<>(gitHub.pulls(PullRequestFetcher.numbers(entries)));
    merges.stream()
        .map(Merge::pr)
        .filter(Objects::nonNull)
        .filter(pr -> !pulls.containsKey(pr))
        .forEach(pr -> facts.stored().pull(pr).ifPresent(pull -> pulls.put(pull.number(), pull)));
    Reverts reverts = Reverts.among(merges, pulls);
    NoiseVerdicts verdicts = input.judge(reverts);
    List<Integer> more = waysBack(verdicts, entries, pulls);
    if (!more.isEmpty()) {
      pulls.putAll(gitHub.pulls(more));
      Reverts withMore = Reverts.among(merges, pulls);
      if (!withMore.undoneBy().equals(reverts.undoneBy())) {
        reverts = withMore;
        verdicts = input.judge(reverts);
      }
    }
    Set<Integer> members = new TreeSet<>();
    PullRequestFetcher.numbers(entries).stream()
        .map(pulls::get)
        .filter(Objects::nonNull)
        .map(Rollup::numbers)
        .forEach(members::addAll);
    for (int member : members) {
      facts.stored().pull(member).ifPresent(pull -> pulls.put(member, pull));
    }
    if (manyQuestions) {
      pulls.putAll(gitHub.pulls(members));
    }
    Map<Integer, StandaloneMeasurement> alone =
        members.isEmpty() ? Map.of() : facts.stored().standalone(members, metric);
    return new Annotations(
        verdicts,
        pulls,
        verdicts.reverts(),
        alone,
        Map.of(),
        TurnedVerdict.between(input.judgeBefore(reverts), verdicts));
  }

  /** The pull requests merged where changes of entries went back, those with most changes first. */
  private static List<Integer> waysBack(
      NoiseVerdicts verdicts, List<ComparisonSummary> entries, Map<Integer, PullRequest> known) {
    Map<Integer, Integer> changesByPull = new TreeMap<>();
    for (ComparisonSummary entry : entries) {
      verdicts.of(entry.after().commit()).stream()
          .flatMap(merge -> merge.changes().stream())
          .map(JudgedChange::other)
          .filter(Objects::nonNull)
          .map(Merge::pr)
          .filter(Objects::nonNull)
          .filter(pr -> !known.containsKey(pr))
          .forEach(pr -> changesByPull.merge(pr, 1, Integer::sum));
    }
    return changesByPull.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_WAYS_BACK)
        .map(Map.Entry::getKey)
        .toList();
  }
}
