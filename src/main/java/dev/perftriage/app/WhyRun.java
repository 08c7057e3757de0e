package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterKey;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.app.CompareRun.CompareRequest;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.WhyReport;
import dev.perftriage.report.WhyReport.ProfiledMetric;
import dev.perftriage.source.range.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds out which queries of the compiler changed on the test cases that a revision changed. */
public final class WhyRun {

  /** The most test cases to ask about by each metric: each request takes the site seconds. */
  private static final int MOST_CASES = 3;

  private WhyRun() {}

  /**
   * Asks for a revision's comparison with its parent and the self-profiles of its largest changes.
   *
   * @param progress creates the display of how many self-profiles are there; closed after use
   * @throws DataException if the comparison is unavailable
   */
  public static FoundQueries find(
      Session session, WhyRequest request, Supplier<Progress> progress, Diagnostics diagnostics) {
    Compared compared =
        CompareRun.fetch(
            session, new CompareRequest(request.first, request.second, false, request.metrics));
    boolean matched = new CompareRun(compared, request.filter, false).isMatched(diagnostics);
    try (CaseProfiles profiles = new CaseProfiles(session.sources())) {
      List<Asked> asked = new ArrayList<>();
      for (ArtifactComparison all : compared.comparisons()) {
        JudgedComparison comparison = JudgedComparison.of(all, request.filter);
        List<TestCaseChange> changes =
            request.isNamed
                ? ComparableTestCases.of(comparison.facts()).largestFirst()
                : comparison.relevantLargestFirst();
        asked.add(
            new Asked(
                comparison,
                changes.size(),
                changes.stream()
                    .limit(MOST_CASES)
                    .map(
                        change -> profiles.ask(all.before().commit(), all.after().commit(), change))
                    .toList()));
      }
      await(asked, progress);
      WhyReport report =
          new WhyReport(
              asked.stream().map(Asked::answered).toList(),
              request.isNamed,
              request.withAllQueries);
      List<String> problems =
          report.metrics().stream()
              .flatMap(metric -> metric.cases().stream())
              .map(ProfiledCase::problems)
              .flatMap(List::stream)
              .distinct()
              .toList();
      problems.forEach(diagnostics.errors());
      return new FoundQueries(report, matched && problems.isEmpty());
    }
  }

  /** Shows progress until every self-profile is there. */
  private static void await(List<Asked> asked, Supplier<Progress> progress) {
    int total = asked.stream().mapToInt(each -> each.profiles.size()).sum();
    try (Progress shown = progress.get()) {
      int done = 0;
      for (Asked each : asked) {
        for (CompletableFuture<ProfiledCase> profile : each.profiles) {
          shown.on(done, total, each.comparison.facts().after().commit());
          profile.join();
          done++;
        }
      }
    }
  }

  private record Asked(
      JudgedComparison comparison, int candidates, List<CompletableFuture<ProfiledCase>> profiles) {

    private ProfiledMetric answered() {
      return new ProfiledMetric(
          comparison, candidates, profiles.stream().map(CompletableFuture::join).toList());
    }
  }

  /**
   * What to find out.
   *
   * @param first the earlier revision, or the only one
   * @param second the later revision; empty to compare the first with its parent
   * @param metrics one or more
   * @param filter selects the test cases
   * @param isNamed whether to ask about what the filter selects, relevant or not
   * @param withAllQueries whether to list every query
   */
  public record WhyRequest(
      Revision first,
      Optional<Revision> second,
      List<Metric> metrics,
      CaseFilter filter,
      boolean isNamed,
      boolean withAllQueries) {

    /** Copies the list. */
    public WhyRequest {
      metrics = List.copyOf(metrics);
    }

    /**
     * The same request about one test case, on each backend and target that the filter selects.
     *
     * @param names its benchmark, profile and scenario
     * @throws UsageException if a name is no value of a filter, or the filter selects by the same
     */
    public WhyRequest of(List<String> names) {
      List<Criterion> criteria =
          List.of(Criterion.BENCHMARK, Criterion.PROFILE, Criterion.SCENARIO);
      Map<FilterKey, List<FilterPattern>> patterns = new HashMap<>(filter.patterns());
      if (Stream.concat(criteria.stream(), Stream.of(Criterion.DIRECTION, Criterion.MIN_CHANGE))
          .anyMatch(patterns::containsKey)) {
        throw new UsageException(
            "BENCHMARK, PROFILE and SCENARIO name the test case: omit filters by them and by the"
                + " change.");
      }
      for (int i = 0; i < criteria.size(); i++) {
        try {
          patterns.put(criteria.get(i), List.of(FilterPattern.of(criteria.get(i), names.get(i))));
        } catch (IllegalArgumentException e) {
          throw new UsageException(
              "%s '%s': %s".formatted(criteria.get(i), names.get(i), e.getMessage()), e);
        }
      }
      return new WhyRequest(first, second, metrics, new CaseFilter(patterns), true, withAllQueries);
    }
  }

  /**
   * What was found out.
   *
   * @param isComplete whether no self-profile is missing, and the filter selects something
   */
  public record FoundQueries(WhyReport report, boolean isComplete) {}
}
