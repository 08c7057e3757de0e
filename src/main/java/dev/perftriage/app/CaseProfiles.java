package dev.perftriage.app;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.NoProfileException;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.io.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Asks the site for self-profiles, two at a time, because it downloads and analyzes each one on the
 * first request.
 */
final class CaseProfiles implements AutoCloseable {

  private static final int AT_ONCE = 2;

  private final DataSources sources;
  private final ExecutorService threads = DaemonThreads.pool("profiles", AT_ONCE);
  private final Map<ProfileRequest, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();

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
      problems.add(String.valueOf(e.getMessage()));
    }
    if (exists && request.hasSections()) {
      try {
        sections = sources.profiles().sections().apply(request);
      } catch (DataException e) {
        problems.add(String.valueOf(e.getMessage()));
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
