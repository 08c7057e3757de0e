package dev.perftriage.app;

import dev.perftriage.model.PullRequest;
import dev.perftriage.source.DataSources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The titles of the pull requests at steps. GitHub allows few requests without a token. */
record StepTitles(DataSources sources) {

  /**
   * The titles by number: those of stored pull requests, and those that are fetched.
   *
   * @param numbers all pull requests, oldest first
   * @param first the ones to fetch first
   * @param most how many are fetched at most
   */
  Map<Integer, String> of(List<Integer> numbers, Stream<Integer> first, int most) {
    Map<Integer, String> titles = new TreeMap<>();
    for (int number : numbers) {
      sources.stored().pull(number).ifPresent(pull -> titles.put(number, pull.title()));
    }
    Set<Integer> wanted = new LinkedHashSet<>(first.toList());
    for (int i = numbers.size() - 1; i >= 0; i--) {
      wanted.add(numbers.get(i));
    }
    List<Integer> missing =
        wanted.stream().filter(number -> !titles.containsKey(number)).limit(most).toList();
    try (PullRequestFetcher gitHub = new PullRequestFetcher(sources, false)) {
      for (PullRequest pull : gitHub.pulls(missing).values()) {
        titles.put(pull.number(), pull.title());
      }
    }
    return titles;
  }
}
