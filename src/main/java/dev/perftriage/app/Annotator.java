package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.attribution.Fixes;
import dev.perftriage.analysis.attribution.MeasuredRollup;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.analysis.noise.TurnedVerdict;
import dev.perftriage.app.MemberComparisons.Asked;
import dev.perftriage.app.MemberComparisons.ListedRollup;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.report.Annotations;
import dev.perftriage.source.DataSources;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pull requests that annotations need. GitHub allows 60 requests an hour without a
 * token, so only the entries are fetched, and the few merges at which most of their changes went
 * back.
 *
 * @param members asks for the measurements of rollups' members
 * @param manyQuestions whether to fetch the members of all rollups, too
 */
record Annotator(
    DataSources facts, PullRequestFetcher gitHub, MemberComparisons members, boolean manyQuestions)
    implements AutoCloseable {

  /** With about twenty entries a week, this leaves half of the hourly requests. */
  private static final int MOST_WAYS_BACK = 12;

  /** An annotator for a run. */
  static Annotator of(Session session, PullRequestFetcher gitHub) {
    return new Annotator(
        session.sources(),
        gitHub,
        new MemberComparisons(session.sources(), session.threads()),
        session.hasToken());
  }

  /** The data missing about pull requests and rollups' members, in sentences; empty if none. */
  List<String> missing() {
    return Stream.of(gitHub.missing(), members.missing()).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    members.close();
  }

  /** The annotations of a week. */
  public Annotations annotate(NoiseInput input, List<ComparisonSummary> entries, Metric metric) {
    List<Merge> merges = input.merges();
    Map<Integer, PullRequest> pulls =
        new TreeMap<>(gitHub.pulls(PullRequestFetcher.numbers(entries)));
    pulls.putAll(
        facts
            .stored()
            .pulls(
                merges.stream()
                    .map(Merge::pr)
                    .filter(Objects::nonNull)
                    .filter(pr -> !pulls.containsKey(pr))
                    .toList()));
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
    Map<ComparisonSummary, Asked> asked = ask(entries, pulls, verdicts);
    Set<Integer> numbers = new TreeSet<>();
    PullRequestFetcher.numbers(entries).stream()
        .map(pulls::get)
        .filter(Objects::nonNull)
        .map(Rollup::numbers)
        .forEach(numbers::addAll);
    asked.values().forEach(rollup -> numbers.addAll(rollup.members()));
    pulls.putAll(facts.stored().pulls(numbers));
    if (manyQuestions) {
      pulls.putAll(gitHub.pullsWithFiles(numbers));
    }
    Map<Integer, StandaloneMeasurement> alone =
        numbers.isEmpty() ? Map.of() : facts.stored().standalone(numbers, metric);
    Map<Sha, RollupAttribution> rollups = new TreeMap<>();
    asked.forEach(
        (entry, rollup) ->
            rollups.put(
                entry.after().commit(),
                rollup.rollup(pulls).attribution(MeasuredRollup.MOST_TO_MEASURE)));
    return new Annotations(
        verdicts,
        pulls,
        verdicts.reverts(),
        alone,
        rollups,
        Fixes.among(entries, verdicts, pulls),
        Map.of(),
        TurnedVerdict.between(input.judgeBefore(reverts), verdicts));
  }

  /** Begins to ask for the measurements of the listed rollups whose builds are known. */
  private Map<ComparisonSummary, Asked> ask(
      List<ComparisonSummary> entries, Map<Integer, PullRequest> pulls, NoiseVerdicts verdicts) {
    Map<Integer, ComparisonSummary> rollups = new LinkedHashMap<>();
    for (ComparisonSummary entry : entries) {
      Integer pr = entry.after().pr();
      PullRequest pull = pr == null ? null : pulls.get(pr);
      if (pull != null && pull.isRollup()) {
        rollups.put(pull.number(), entry);
      }
    }
    Map<Integer, RollupBuilds> builds = gitHub.builds(rollups.keySet());
    Map<ComparisonSummary, Asked> asked = new LinkedHashMap<>();
    rollups.forEach(
        (number, entry) -> {
          RollupBuilds known = builds.get(number);
          if (known != null) {
            asked.put(entry, members.ask(listed(entry, pulls.get(number), verdicts), known));
          }
        });
    return asked;
  }

  private static ListedRollup listed(
      ComparisonSummary entry, @Nullable PullRequest pull, NoiseVerdicts verdicts) {
    return new ListedRollup(
        Optional.ofNullable(pull),
        entry.before().commit(),
        entry.metric(),
        entry.measured().testCases(),
        entry.relevant().toList(),
        verdicts.of(entry.after().commit()).stream()
            .flatMap(merge -> merge.noise().stream())
            .map(judged -> judged.change().testCase())
            .collect(Collectors.toSet()));
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
