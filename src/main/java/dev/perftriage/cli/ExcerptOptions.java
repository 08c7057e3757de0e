package dev.perftriage.cli;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.LogCheck;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What to make an excerpt of. */
final class ExcerptOptions {

  private static final String BRANCH = "master";

  private final PositionalParamSpec file =
      PositionalParamSpec.builder()
          .type(String.class)
          .required(true)
          .paramLabel("FILE")
          .description("The log; - for standard input.")
          .build();

  private final OptionSpec commit =
      OptionSpec.builder("--commit")
          .type(String.class)
          .paramLabel("SHA")
          .converters(new Converters.OfCommit())
          .description(
              "The commit of rustc-perf that has the log, for the link to it. Default: the branch "
                  + BRANCH
                  + ", whose file may change.")
          .build();

  void addTo(CommandSpec command) {
    command.addPositional(file).addOption(commit);
  }

  /** The commit, or else the branch, of rustc-perf that has the log. */
  String commit() {
    String sha = commit.getValue();
    return sha == null ? BRANCH : sha;
  }

  /** The log; a note says where it is not ready to be published. */
  TriageLog log(Surroundings surroundings) {
    TriageLog log = surroundings.logs().read(file.getValue());
    LogCheck.leftBeforeExcerpt(log)
        .forEach(
            left ->
                surroundings.note(log.source().name() + ":" + left.line() + ": " + left.message()));
    return log;
  }
}
