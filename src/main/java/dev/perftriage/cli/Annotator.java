package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Annotations;
import dev.perftriage.source.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gathers what annotations need besides the measurements. GitHub answers 60 questions an hour
 * without a token: it is asked about the entries, and about the few merges at which most of what
 * moved there went back.
 */
final class Annotator {

  /** With some twenty entries a week, this leaves half of the hour's questions. */
  private static final int MOST_WAYS_BACK = 12;

  private final Facts facts;
  private final GitHubFacts gitHub;

  Annotator(Facts facts, GitHubFacts gitHub) {
    this.facts = facts;
    this.gitHub = gitHub;
  }

  /** The annotations of a week. */
  Annotations annotate(Course course, List<ComparisonSummary> entries) {
    List<Merge> merges = course.merges();
    Map<Integer, PullRequest> pulls = new TreeMap<>();
    for (Merge merge : merges) {
      if (merge.pr() != null) {
        facts.storedPull(merge.pr()).ifPresent(pull -> pulls.put(pull.number(), pull));
      }
    }
    pulls.putAll(
        gitHub.pulls(
            entries.stream().map(entry -> entry.after().pr()).filter(Objects::nonNull).toList()));
    NoiseVerdicts byPullsAtHand = course.judge(Reverts.among(merges, pulls));
    List<Integer> more = waysBack(byPullsAtHand, entries, pulls);
    if (more.isEmpty()) {
      return new Annotations(byPullsAtHand, pulls);
    }
    pulls.putAll(gitHub.pulls(more));
    return new Annotations(course.judge(Reverts.among(merges, pulls)), pulls);
  }

  /** The merges at which changes of entries went back, those with most of them first. */
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
