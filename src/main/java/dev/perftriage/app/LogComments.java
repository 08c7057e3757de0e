package dev.perftriage.app;

import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.log.LogEntry;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.followup.PreparedComment;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.http.NotMeasuredException;
import dev.perftriage.source.http.RateLimitException;
import dev.perftriage.source.wire.RollupBuildsReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The comments that a log leaves to post.
 *
 * @param left those that nobody has posted, in the order of the log
 * @param unknown what could not be found out, a sentence each
 */
public record LogComments(List<PreparedComment> left, List<String> unknown) {

  /** Each measurement takes an hour of a machine that all of Rust waits for. */
  private static final int MOST_MEASUREMENTS = 5;

  /** What nobody has read, or has finished, is not posted. */
  private static final Set<String> UNFINISHED = Set.of("todo", "draft", "conflict");

  /** Copies the lists. */
  public LogComments {
    left = List.copyOf(left);
    unknown = List.copyOf(unknown);
  }

  /**
   * Prepares the comments of a log.
   *
   * @throws DataException if the log has no date
   */
  public static LogComments of(Session session, TriageLog log) {
    LocalDate date =
        log.date()
            .orElseThrow(
                () ->
                    new DataException(
                        "Preparing comments of %s: neither its name nor its heading has a date"
                            .formatted(log.source().name())));
    return new Preparation(session.sources(), log, date).run();
  }

  /** The state of a preparation. */
  private static final class Preparation {

    private final DataSources sources;
    private final TriageLog log;
    private final LocalDate date;
    private final List<Integer> unfinishedLines;
    private final List<PreparedComment> left = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Preparation(DataSources sources, TriageLog log, LocalDate date) {
      this.sources = sources;
      this.log = log;
      this.date = date;
      this.unfinishedLines =
          LogCheck.findings(log, CheckContext.NONE, LogCheck.RULES).stream()
              .filter(finding -> UNFINISHED.contains(finding.rule()))
              .map(Finding::line)
              .toList();
    }

    LogComments run() {
      try {
        for (LogEntry entry : log.entries()) {
          entry.number().ifPresent(number -> prepare(entry, number));
        }
      } catch (RateLimitException e) {
        unknown.add("the comments on further entries: " + e.getMessage());
      }
      return new LogComments(left, unknown);
    }

    private void prepare(LogEntry entry, int number) {
      int last = log.line(entry.end() - 1);
      if (unfinishedLines.stream().anyMatch(line -> entry.line() <= line && line <= last)) {
        unknown.add(entry.name() + ": its note is not finished, so there is no comment of it");
        return;
      }
      try {
        PullTimeline timeline = sources.discussions().timelines().apply(number);
        if (PreparedComment.isPosted(timeline, date)) {
          return;
        }
        List<Sha> unmeasured = entry.isRollup() ? unmeasured(number, timeline) : List.of();
        PreparedComment.of(log, date, entry, timeline, unmeasured).ifPresent(left::add);
      } catch (RateLimitException e) {
        throw e;
      } catch (DataException e) {
        unknown.add(entry.name() + ": " + e.getMessage());
      }
    }

    /** The builds of the likeliest members that are not measured, likeliest first. */
    private List<Sha> unmeasured(int number, PullTimeline timeline) {
      RollupBuilds builds =
          RollupBuildsReader.read(timeline)
              .or(() -> sources.builds().ofRollup().apply(number))
              .filter(known -> known.parent().isPresent())
              .orElse(null);
      if (builds == null) {
        return List.of();
      }
      List<RollupMember> members =
          Rollup.members(sources.pulls().apply(number), List.of(), Map.of());
      Stream<Sha> likely =
          members.stream()
              .filter(member -> member.weight() >= 0)
              .flatMap(member -> builds.of(member.number()).stream())
              .filter(build -> !builds.isAskedFor(build))
              .flatMap(build -> build.sha().stream());
      return likely
          .filter(build -> !isMeasured(builds.parent().orElseThrow(), build))
          .limit(MOST_MEASUREMENTS)
          .toList();
    }

    private boolean isMeasured(Sha parent, Sha build) {
      try {
        sources.comparisons().get(ComparisonQuery.of(parent, build, Metric.INSTRUCTIONS));
        return true;
      } catch (NotMeasuredException e) {
        return false;
      }
    }
  }
}
