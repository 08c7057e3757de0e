package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import picocli.CommandLine.Model.CommandSpec;

/** Where the facts of a whole range come from. */
final class RangeSourceOptions extends SourceOptions {

  private static final int MOST_JOBS = 16;

  private final Option<Integer> jobs =
      Option.of(Integer.class, "-j", "--jobs")
          .paramLabel("N")
          .defaultValue("6")
          .description(
              "Maximum concurrent requests for comparisons, 1 to "
                  + MOST_JOBS
                  + ". Default: ${DEFAULT-VALUE}.")
          .build();

  private final Option<Boolean> quiet =
      Options.flag("-q", "--quiet").description("Do not show progress.").build();

  @Override
  CommandSpec section() {
    return Option.add(super.section(), jobs, quiet);
  }

  @Override
  CommandSpec sectionForFetching() {
    return Option.add(super.sectionForFetching(), jobs, quiet);
  }

  @Override
  int jobs() {
    int parallel = jobs.value();
    if (parallel < 1 || parallel > MOST_JOBS) {
      throw new UsageException("--jobs must be from 1 to " + MOST_JOBS + ".");
    }
    return parallel;
  }

  /** Progress as the options ask for it. */
  ProgressLine progress(CommandContext context) {
    boolean silent = quiet.value();
    return silent || isOffline() ? ProgressLine.silent() : ProgressLine.on(context);
  }
}
