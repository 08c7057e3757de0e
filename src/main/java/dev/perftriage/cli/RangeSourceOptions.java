package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.RangeWalk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the facts of a whole range come from. */
final class RangeSourceOptions extends SourceOptions {

  private static final int MOST_JOBS = 16;

  private final OptionSpec jobs =
      OptionSpec.builder("-j", "--jobs")
          .type(int.class)
          .paramLabel("N")
          .defaultValue("6")
          .description(
              "Maximum concurrent requests for comparisons, 1 to "
                  + MOST_JOBS
                  + ". Default: ${DEFAULT-VALUE}.")
          .build();

  private final OptionSpec quiet =
      Options.flag("-q", "--quiet").description("Do not show progress.").build();

  @Override
  CommandSpec section() {
    return super.section().addOption(jobs).addOption(quiet);
  }

  @Override
  CommandSpec sectionForFetching() {
    return super.sectionForFetching().addOption(jobs).addOption(quiet);
  }

  /** A walk over the facts. */
  RangeWalk walk(DataSources facts) {
    int parallel = jobs.getValue();
    if (parallel < 1 || parallel > MOST_JOBS) {
      throw new UsageException("--jobs must be from 1 to " + MOST_JOBS + ".");
    }
    return new RangeWalk(facts, parallel);
  }

  /** Progress as the options ask for it. */
  ProgressLine progress(Surroundings surroundings) {
    boolean silent = quiet.getValue();
    return silent || isOffline() ? ProgressLine.silent() : ProgressLine.on(surroundings);
  }
}
