package dev.perftriage.app;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.NoProfileException;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.io.DaemonThreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/**
 * Asks the site for self-profiles, two at a time, because it downloads and analyzes each one on the
 * first request.
 */
final class CaseProfiles implements AutoCloseable {

  private static final int AT_ONCE = 2;

  private final DataSources sources;
  private final ExecutorService threads = DaemonThreads.pool("profiles", AT_ONCE);
  private final Map<ProfileRequest, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final Failures failures = new Failures();

  CaseProfiles(DataSources sources) {
    this.sources = sources;
  }

  /** Begins to ask about a test case, once however often it is asked about. */
  CompletableFuture<ProfiledCase> ask(Sha before, Sha after, TestCaseChange change) {
    ProfileRequest request = new ProfileRequest(before, after, change.testCase());
    return answers
        .computeIfAbsent(
            request, asked -> CompletableFuture.supplyAsync(() -> answer(asked), threads))
        .thenApply(
            answer ->
                new ProfiledCase(
                    change, request, answer.profile, answer.sections, answer.problems));
  }

  /**
   * The self-profiles of listed merges, by their commits.
   *
   * @param annotations tell noise, which is not asked about; empty if it is not known
   * @param most of how many test cases of each merge, largest change first; 0 for none
   */
  Map<Sha, List<ProfiledCase>> ofEntries(
      List<ComparisonSummary> entries, Optional<Annotations> annotations, int most) {
    Map<Sha, List<CompletableFuture<ProfiledCase>>> asked = new LinkedHashMap<>();
    for (ComparisonSummary entry : entries) {
      Set<TestCase> noise =
          annotations.map(some -> some.of(entry).noise()).orElse(List.of()).stream()
              .map(judged -> judged.change().testCase())
              .collect(Collectors.toSet());
      asked.put(
          entry.after().commit(),
          entry
              .relevant()
              .filter(change -> !noise.contains(change.testCase()))
              .sorted(TestCaseChange.LARGEST_FIRST)
              .limit(most)
              .map(change -> ask(entry.before().commit(), entry.after().commit(), change))
              .toList());
    }
    Map<Sha, List<ProfiledCase>> profiles = new TreeMap<>();
    asked.forEach(
        (merge, cases) ->
            profiles.put(merge, cases.stream().map(CompletableFuture::join).toList()));
    return profiles;
  }

  /**
   * The answers that are missing although the site may have them, and the reason; empty if there
   * are none.
   */
  Optional<String> missing() {
    return failures
        .anyReason()
        .map(
            reason ->
                reason
                    + ": "
                    + Numbers.counted(failures.count(), "answer")
                    + " about self-profiles missing");
  }

  private void failed(DataException failure, List<String> problems) {
    problems.add(String.valueOf(failure.getMessage()));
    if (!sources.isOffline()) {
      failures.add(failure);
    }
  }

  private Answer answer(ProfileRequest request) {
    List<String> problems = new ArrayList<>();
    boolean exists = false;
    Optional<SelfProfile> profile = Optional.empty();
    Optional<CompileSections> sections = Optional.empty();
    try {
      profile = Optional.of(sources.profiles().selfProfiles().apply(request));
      exists = true;
    } catch (NoProfileException e) {
      problems.add("the site has no self-profile of " + request);
    } catch (DataException e) {
      failed(e, problems);
    }
    if (exists && request.hasSections()) {
      try {
        sections = sources.profiles().sections().apply(request);
      } catch (DataException e) {
        failed(e, problems);
      }
    }
    return new Answer(profile, sections, problems);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Answer(
      Optional<SelfProfile> profile, Optional<CompileSections> sections, List<String> problems) {}
}
