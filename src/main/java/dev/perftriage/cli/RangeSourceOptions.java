package dev.perftriage.cli;

import dev.perftriage.source.Facts;
import dev.perftriage.source.RangeWalk;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the facts of a whole range come from. */
final class RangeSourceOptions extends SourceOptions {

  private static final int USUAL_JOBS = 6;
  private static final int MOST_JOBS = 16;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      defaultValue = "" + USUAL_JOBS,
      description =
          "The most comparisons that are asked for at once, 1 to "
              + MOST_JOBS
              + ". Default: ${DEFAULT-VALUE}.")
  private int jobs = USUAL_JOBS;

  @Option(
      names = {"-q", "--quiet"},
      fallbackValue = "true",
      description = "Show no progress.")
  private boolean quiet;

  /** A walk over the facts, which shows its progress. */
  RangeWalk walk(CommandLine command, Facts facts, ProgressLine progress) {
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new ParameterException(command, "--jobs is from 1 to " + MOST_JOBS + ".");
    }
    return new RangeWalk(facts, jobs, progress);
  }

  /** Progress as the options ask for it. */
  ProgressLine progress(Surroundings surroundings) {
    return quiet || isOffline() ? ProgressLine.silent() : ProgressLine.on(surroundings);
  }
}
