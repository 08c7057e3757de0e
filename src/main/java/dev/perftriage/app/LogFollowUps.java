package dev.perftriage.app;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.followup.FollowUp;
import dev.perftriage.log.followup.FollowUps;
import dev.perftriage.log.followup.OpenItem;
import dev.perftriage.log.followup.Promise;
import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.RateLimitException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what happened to what earlier logs left open. */
public final class LogFollowUps {

  private LogFollowUps() {}

  /**
   * Follows up what logs left open.
   *
   * @param names logs, and folders of logs
   * @param weeks how many logs of each folder count, the newest ones; at least 1
   * @param today the current day
   * @throws DataException if a log cannot be read or has no date
   */
  public static FollowUps of(
      Session session, LogReader reader, List<String> names, int weeks, LocalDate today) {
    DataSources sources = session.sources();
    List<FollowUp> followUps = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<OpenItem> items = List.copyOf(items(reader, names, weeks).values());
    // One request, asked first in case the others exhaust the rate limit.
    Optional<List<PullRequest>> untriaged = untriaged(sources, unknown);
    for (OpenItem item : items) {
      try {
        FollowUp.of(
                item,
                sources.discussions().timelines().apply(item.pull()),
                today,
                reader.address(item.log().source().name(), item.log()))
            .ifPresent(followUps::add);
      } catch (RateLimitException e) {
        int left = items.size() - items.indexOf(item);
        unknown.add(Numbers.counted(left, "item") + " not followed up: " + e.getMessage());
        break;
      } catch (DataException e) {
        unknown.add("#" + item.pull() + ": " + e.getMessage());
      }
    }
    return new FollowUps(followUps, untriaged, unknown);
  }

  /** What the logs left open, by pull request: what the newest one says, labels apart. */
  private static Map<Integer, OpenItem> items(LogReader reader, List<String> names, int weeks) {
    Map<Integer, OpenItem> items = new LinkedHashMap<>();
    for (List<TriageLog> chain : chains(reader, names, weeks)) {
      for (TriageLog log : chain) {
        LocalDate date =
            log.date()
                .orElseThrow(
                    () ->
                        new DataException(
                            "Reading the log %s: no date in its name or title"
                                .formatted(log.source().name())));
        for (OpenItem item : OpenItem.in(log, date)) {
          if (item.promise() != Promise.UNLABELED || !items.containsKey(item.pull())) {
            items.put(item.pull(), item);
          }
        }
      }
    }
    return items;
  }

  private static List<List<TriageLog>> chains(LogReader reader, List<String> names, int weeks) {
    return names.stream()
        .map(name -> reader.isFolder(name) ? newest(reader, name, weeks) : List.of(name))
        .map(files -> files.stream().map(reader::read).toList())
        .toList();
  }

  private static List<String> newest(LogReader reader, String folder, int weeks) {
    List<String> files = reader.filesIn(folder);
    return files.subList(Math.max(0, files.size() - weeks), files.size());
  }

  private static Optional<List<PullRequest>> untriaged(DataSources sources, List<String> unknown) {
    try {
      return Optional.of(
          sources.untriaged().get().stream()
              .sorted(Comparator.comparingInt(PullRequest::number))
              .toList());
    } catch (DataException e) {
      unknown.add("the list of untriaged pull requests: " + e.getMessage());
      return Optional.empty();
    }
  }
}
