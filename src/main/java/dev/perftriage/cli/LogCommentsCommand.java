package dev.perftriage.cli;

import dev.perftriage.app.LogComments;
import dev.perftriage.app.OutputFiles;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.followup.PreparedComment;
import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRef;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prepares the comments that a log leaves to post. */
final class LogCommentsCommand extends Command {

  /** Hundreds of times the size of a comment. */
  private static final SizeLimit LARGEST = new SizeLimit(16L << 20, "no comment is that large");

  private final Option<String> file = Option.log();

  private final Option<String> folder =
      Option.of(String.class, "DIR", "-o", "--output")
          .describe(
              "Write each comment to a file in the folder DIR, and print the commands that post"
                  + " them. Default: print the comments.");

  private final Option<Boolean> force =
      Option.flag("--force").describe("Overwrite files that have other text.");

  private final SourceOptions source = new SourceOptions();

  LogCommentsCommand(CommandContext context) {
    super(context);
    Option.add(spec, file, folder, force)
        .addMixin("%nData sources:%n", source.sectionWithNetwork());
    describe(
        "Prepare the comments on the pull requests of a log.",
        "%nPrepares two kinds of comments. If the note of an entry says that it is triaged, and its"
            + " pull request does not have the label: the note, and the line that sets the label."
            + " If a rollup is not explained: the line that measures its likeliest members. A"
            + " hidden mark in each comment tells later runs that it was posted. Sends nothing:"
            + " you post the comments.");
    footer(
        "Example",
        "  perf-triage log comments reports/2025/2025-11-03.md -o comments",
        "      write the comments to files, and print the commands that post them");
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_USAGE,
        ExitCodes.DATA + ":comments are missing, because data is; the others were printed",
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    source.check(context);
    TriageLog log = context.logs().read(file.value());
    Session session = source.session(context);
    LogComments comments = LogComments.of(session, log);
    session.trimCache();
    List<PreparedComment> left = comments.left();
    if (folder.given().isPresent()) {
      left.forEach(this::requireFree);
      left.forEach(this::write);
    } else {
      left.forEach(this::print);
    }
    comments.unknown().forEach(context::error);
    context.error(Numbers.counted(left.size(), "comment") + " to post");
    String name = ShellWord.quoted(log.source().name());
    context.next(
        (left.isEmpty() ? "" : "post them, then: ")
            + "perf-triage log publish "
            + name
            + " --rustc-perf ../rustc-perf --twir ../this-week-in-rust");
    return comments.unknown().isEmpty() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private void print(PreparedComment comment) {
    context.print("%s\n\n%s\n".formatted(new PullRef(comment.pull()).address(), comment.body()));
  }

  private void requireFree(PreparedComment comment) {
    if (!force.value()
        && existing(comment).filter(text -> !text.equals(comment.body())).isPresent()) {
      throw new UsageException(
          "%s has other text; use --force to overwrite it, or -o DIR to write elsewhere."
              .formatted(name(comment)));
    }
  }

  private Optional<String> existing(PreparedComment comment) {
    Path path = context.directory().resolve(name(comment));
    try {
      return Files.exists(path)
          ? Optional.of(new String(LARGEST.read(path), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new DataException("Reading %s failed: %s".formatted(path, IoReasons.of(e)), e);
    }
  }

  private void write(PreparedComment comment) {
    Path path = context.directory().resolve(name(comment));
    try {
      OutputFiles.write(path, comment.body());
    } catch (IOException e) {
      throw new DataException(
          "Writing %s failed: %s; -o DIR writes elsewhere".formatted(path, IoReasons.of(e)), e);
    }
    context.print(
        "gh pr comment %s -R rust-lang/rust --body-file %s\n"
            .formatted(comment.pull(), ShellWord.quoted(name(comment))));
  }

  private String name(PreparedComment comment) {
    String dir = folder.value();
    return dir + (dir.endsWith("/") ? "" : "/") + comment.pull() + ".md";
  }
}
