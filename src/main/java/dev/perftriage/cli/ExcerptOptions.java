package dev.perftriage.cli;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.Circumstances;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.Rule;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to make an excerpt of. */
final class ExcerptOptions {

  @Parameters(paramLabel = "FILE", description = "The log; - for standard input.")
  private String file = "";

  @Option(
      names = "--commit",
      paramLabel = "SHA",
      defaultValue = "master",
      converter = Converters.OfCommit.class,
      description =
          "The commit of rustc-perf that has the log, for the link to it. Default:"
              + " ${DEFAULT-VALUE}, whose file may change.")
  private String commit = "master";

  String commit() {
    return commit;
  }

  /** The log; a note says where it is not ready to be published. */
  TriageLog log(Surroundings surroundings) {
    TriageLog log = new LogReader(surroundings).read(file);
    LogCheck.findings(log, Circumstances.NONE, List.of(Rule.TODO, Rule.TRIAGER)).stream()
        .filter(
            finding ->
                finding.rule() == Rule.TRIAGER || finding.line() <= log.line(log.opening().end()))
        .forEach(
            finding ->
                surroundings
                    .err()
                    .println(
                        "perf-triage: note: "
                            + log.source().name()
                            + ":"
                            + finding.line()
                            + ": "
                            + finding.message()));
    return log;
  }
}
