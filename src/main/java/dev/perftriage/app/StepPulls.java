package dev.perftriage.app;

import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.LevelReport.ValueSource;
import dev.perftriage.source.DataSources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The pull requests at steps, and what they say of reverts. */
record StepPulls(DataSources sources) {

  /** GitHub allows 60 requests an hour without a token. */
  private static final int MOST_FETCHED = 12;

  /**
   * The pull requests by number: those in the store, and some that are fetched, those at the last
   * lasting steps first, then the newest.
   */
  Map<Integer, PullRequest> of(List<CaseLine> lines) {
    List<Integer> numbers =
        lines.stream()
            .flatMap(line -> line.levels().notable().stream().map(line::at))
            .map(point -> point.merge().pr())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<Integer, PullRequest> pulls = new TreeMap<>(sources.stored().pulls(numbers));
    Set<Integer> wanted = new LinkedHashSet<>(atLastLasting(lines));
    for (int i = numbers.size() - 1; i >= 0; i--) {
      wanted.add(numbers.get(i));
    }
    List<Integer> missing =
        wanted.stream().filter(number -> !pulls.containsKey(number)).limit(MOST_FETCHED).toList();
    try (PullRequestFetcher gitHub = new PullRequestFetcher(sources, false)) {
      pulls.putAll(gitHub.pulls(missing));
    }
    return pulls;
  }

  /**
   * The test case with the steps that a revert explains: one that a known pull request announces,
   * at which the values went back.
   *
   * @param known the pull requests at steps
   */
  static CaseLine withReverts(CaseLine line, Map<Integer, PullRequest> known) {
    if (line.source() == ValueSource.COMPARISONS) {
      return line;
    }
    // Both merges of a revert that counts are at steps.
    Reverts announced = Reverts.among(line.points().stream().map(Point::merge).toList(), known);
    return announced.undoneBy().isEmpty()
        ? line
        : HistoryRun.line(line.testCase(), line.points(), announced);
  }

  private static List<Integer> atLastLasting(List<CaseLine> lines) {
    return lines.stream()
        .flatMap(line -> line.levels().lastLasting().map(line::at).stream())
        .map(point -> point.merge().pr())
        .filter(Objects::nonNull)
        .toList();
  }
}
