package dev.perftriage.app;

import dev.perftriage.log.CommitOrder;
import dev.perftriage.log.LogFiles;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.revision.Revisions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the last log ended, which is where the next report starts.
 *
 * @param diagnostics receives messages about it
 * @param options the options to name in messages
 */
public record LastLog(TriageLog log, Consumer<String> diagnostics, OptionNames options) {

  /**
   * The last log before a day.
   *
   * @param path a log, or a folder of logs named after their dates; in a folder, only logs before
   *     the day count, so that rewriting a report does not change its start
   * @param diagnostics receives messages about it
   * @param options the options to name in messages
   * @return empty if a folder has no such log
   * @throws DataException if the log cannot be read
   */
  public static Optional<LastLog> find(
      String path,
      LocalDate day,
      LogReader reader,
      Consumer<String> diagnostics,
      OptionNames options) {
    boolean isFile = !path.endsWith("/") && !reader.isFolder(path);
    List<String> files = isFile ? List.of(path) : reader.filesIn(path);
    return files.stream()
        .filter(
            file -> isFile || LogFiles.dateIn(file).filter(date -> date.isBefore(day)).isPresent())
        .reduce((older, newer) -> newer)
        .map(file -> new LastLog(reader.read(file), diagnostics, options));
  }

  /**
   * The commit to start from, which is also reported: the end of the log's range, or its last entry
   * if that lies beyond.
   *
   * @throws DataException if the log has no range, or there are no merges since its end
   */
  public Sha end(DataSources facts, Revisions revisions) {
    String name = log.source().name();
    Sha end =
        log.lastRevision()
            .map(revisions::completed)
            .orElseThrow(
                () ->
                    new DataException(
                        "Reading where %s ended: it has no revision range; give %s"
                            .formatted(name, options.start())));
    List<Sha> merges = merges(facts);
    int place = merges.indexOf(end);
    Optional<Sha> beyond =
        place < 0 ? new CommitOrder(log).lastBeyond().map(Sha::new) : lastBeyond(merges, place);
    if (beyond.isPresent()) {
      warn(
          "entries of %s are beyond the end of its range, %s, up to %s"
                  .formatted(name, end.shortened(), beyond.get().shortened())
              + "; starting there so that none is reported twice");
    }
    Sha start = beyond.orElse(end);
    int startPlace = merges.indexOf(start);
    if (startPlace == 0) {
      throw new DataException(
          "Starting where %s ended: no merges since %s; nothing to report yet"
              .formatted(name, start));
    }
    if (startPlace < 0 && !merges.isEmpty()) {
      warn(
          "%s ended at %s, which the list of merges does not have; %s names another commit"
              .formatted(name, start, options.start()));
    } else if (startPlace >= 0 && beyond.isEmpty()) {
      diagnostics.accept("starting at " + start.shortened() + ", where " + name + " ended");
    }
    return start;
  }

  /** The newest merge of an entry that the list has after the end of the range. */
  private Optional<Sha> lastBeyond(List<Sha> merges, int end) {
    List<Sha> entries = log.steps().stream().map(SiteUrl::end).map(Sha::new).toList();
    return merges.stream().limit(end).filter(entries::contains).findFirst();
  }

  /** The merges, newest first; empty if the list is unavailable, which is not an error. */
  private List<Sha> merges(DataSources facts) {
    try {
      return facts.merges().get().newestFirst().stream().map(MasterCommit::sha).toList();
    } catch (DataException e) {
      warn(e.getMessage() + "; cannot check where the log ended");
      return List.of();
    }
  }

  private void warn(String what) {
    diagnostics.accept("warning: " + what);
  }
}
