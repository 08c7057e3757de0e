package dev.perftriage.app;

import dev.perftriage.log.LogAddress;
import dev.perftriage.log.LogExcerpts;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.Finding;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.model.DataException;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts a log into a checkout of rustc-perf, and its section into one of This Week in Rust. All is
 * checked before a file is changed; nothing is committed or pushed.
 *
 * @param log the log to publish
 * @param date the day it is published under
 * @param rustcPerf the checkout of rustc-perf
 * @param newsletter the checkout of This Week in Rust; empty to leave the newsletter alone
 */
public record LogPublication(
    TriageLog log, LocalDate date, Path rustcPerf, Optional<Path> newsletter) {

  /** Hundreds of times the size of a usual log or draft. */
  private static final SizeLimit LARGEST = new SizeLimit(16L << 20, "remove it");

  /**
   * Plans to publish a log.
   *
   * @throws DataException if the log has no date
   */
  public static LogPublication of(TriageLog log, Path rustcPerf, Optional<Path> newsletter) {
    LocalDate date =
        log.date()
            .orElseThrow(
                () ->
                    new DataException(
                        "Publishing %s: neither its name nor its heading has a date; name it"
                                .formatted(log.source().name())
                            + " as YYYY-MM-DD.md"));
    return new LogPublication(log, date, rustcPerf, newsletter);
  }

  /** What has to be corrected before the log can be published; empty if nothing has. */
  public List<Finding> findings() {
    return LogCheck.findings(
        log, new CheckContext(Optional.empty(), Optional.empty()), LogCheck.RULES);
  }

  /** Where the log will be once its pull request is merged. */
  private LogAddress address() {
    return new LogAddress(LogAddress.RUSTC_PERF, LogAddress.BRANCH, logPath());
  }

  /** The log's place in rustc-perf, with {@code /} between folders. */
  public String logPath() {
    return LogAddress.path(date);
  }

  /**
   * The lines for chat.
   *
   * @throws DataException if the log has no revision range
   */
  public String chat() {
    return LogExcerpts.zulip(log, address()).orElseThrow(() -> incomplete("a revision range"));
  }

  /**
   * Writes the log and its section, each unless it is there already.
   *
   * @return the changes, that of the log first
   * @throws DataException if a checkout is not what it should be, a file has other text than this
   *     log's, or the draft does not have its marker exactly once; then nothing is changed
   */
  public List<Change> write() {
    Change copy = copy();
    Optional<Change> section = newsletter.map(this::section);
    copy.write();
    section.ifPresent(Change::write);
    return section.map(change -> List.of(copy, change)).orElseGet(() -> List.of(copy));
  }

  private Change copy() {
    if (!Files.isDirectory(rustcPerf.resolve("triage"))) {
      throw new DataException(
          "Publishing to %s: it has no folder triage; name a checkout of rustc-perf"
              .formatted(rustcPerf));
    }
    byte[] bytes = log.source().bytes();
    Path file = rustcPerf.resolve(logPath());
    boolean exists = Files.exists(file);
    if (exists && !Arrays.equals(read(file), bytes)) {
      throw new DataException(
          "Publishing %s: %s has other text; copy what it should keep and remove it"
              .formatted(log.source().name(), file));
    }
    return new Change(rustcPerf, logPath(), bytes, !exists);
  }

  private Change section(Path checkout) {
    String path = NewsletterDraft.newestIn(checkout);
    String draft = new String(read(checkout.resolve(path)), StandardCharsets.UTF_8);
    String section =
        LogExcerpts.thisWeekInRust(log, address(), true)
            .orElseThrow(() -> incomplete("a revision range or a summary table"));
    String changed = new NewsletterDraft(path, draft).with(section);
    return new Change(
        checkout, path, changed.getBytes(StandardCharsets.UTF_8), !changed.equals(draft));
  }

  private DataException incomplete(String missing) {
    return new DataException("Publishing %s: it lacks %s".formatted(log.source().name(), missing));
  }

  private static byte[] read(Path file) {
    try {
      return LARGEST.read(file);
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /**
   * A file of a checkout.
   *
   * @param path relative to the checkout, with {@code /} between folders
   * @param content what it holds when published
   * @param isNew whether it has to be written, as opposed to having that content already
   */
  // The array is never compared nor handed on.
  @SuppressWarnings("ArrayRecordComponent")
  public record Change(Path checkout, String path, byte[] content, boolean isNew) {

    private void write() {
      if (!isNew) {
        return;
      }
      Path file = checkout.resolve(path);
      try {
        AtomicFiles.write(file, content);
      } catch (IOException e) {
        throw new DataException("Writing " + file + " failed: " + IoReasons.of(e), e);
      }
    }
  }
}
