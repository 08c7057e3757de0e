package dev.perftriage.app;

import dev.perftriage.model.PullRequest;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.source.DataSources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The titles of the pull requests at steps. */
record StepTitles(DataSources sources) {

  /** GitHub allows 60 requests an hour without a token. */
  private static final int MOST_FETCHED = 12;

  /**
   * The titles by number: those of stored pull requests, and some that are fetched, those at the
   * last lasting steps first, then the newest.
   */
  Map<Integer, String> of(List<CaseLine> lines) {
    List<Integer> numbers =
        lines.stream()
            .flatMap(line -> line.levels().notable().stream().map(line::at))
            .map(point -> point.merge().pr())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<Integer, String> titles = new TreeMap<>();
    sources.stored().pulls(numbers).forEach((number, pull) -> titles.put(number, pull.title()));
    Set<Integer> wanted = new LinkedHashSet<>(atLastLasting(lines));
    for (int i = numbers.size() - 1; i >= 0; i--) {
      wanted.add(numbers.get(i));
    }
    List<Integer> missing =
        wanted.stream().filter(number -> !titles.containsKey(number)).limit(MOST_FETCHED).toList();
    try (PullRequestFetcher gitHub = new PullRequestFetcher(sources, false)) {
      for (PullRequest pull : gitHub.pulls(missing).values()) {
        titles.put(pull.number(), pull.title());
      }
    }
    return titles;
  }

  private static List<Integer> atLastLasting(List<CaseLine> lines) {
    return lines.stream()
        .flatMap(line -> line.levels().lastLasting().map(line::at).stream())
        .map(point -> point.merge().pr())
        .filter(Objects::nonNull)
        .toList();
  }
}
