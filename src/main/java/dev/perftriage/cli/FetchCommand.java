package dev.perftriage.cli;

import dev.perftriage.app.FetchRun;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import dev.perftriage.report.Numbers;
import java.nio.file.Path;

/** Fetches the data of a range into a store. */
final class FetchCommand extends Command {

  static final String HEADER = "Fetch the data of a range into a store.";

  private final SourceOptions source = new SourceOptions();

  private final RangeOptions range = RangeOptions.required(source);

  private final MetricOption metrics = MetricOption.withDefault("");

  FetchCommand(CommandContext context) {
    super(context);
    Option.add(spec, range.start, range.end, metrics.option())
        .addMixin("%nData sources and store:%n", source.sectionForFetching());
    describe(
        HEADER,
        "%nFetches everything that a report of the range needs, for each metric, without"
            + " writing a report. Data already in the store is not fetched again. All test cases"
            + " are fetched, whatever the filters of a pasted address.");
    footer(
        "Examples",
        "  perf-triage fetch --start 7d --store week",
        "      record all merges of the last seven days",
        "  perf-triage fetch --start 2025-10-27 --end 2025-11-02 -m instructions:u -m max-rss"
            + " --store week",
        "      record a week with two metrics");
  }

  @Override
  public Integer call() {
    Path folder =
        source
            .storeFolder(context)
            .orElseThrow(() -> new UsageException("Give --store DIR to fetch into."));
    Revision start = range.first().orElse(Revision.UNNAMED);
    range.pair().ifPresent(context::noteUnfiltered);
    Session session = source.session(context);
    context.interruption().during("fetched data is stored, rerun the command to resume");
    FetchRun.FetchedRange fetched =
        FetchRun.fetch(
            session,
            start,
            range.last(),
            metrics.asked(range.pair(), spec.commandLine().getParseResult()),
            () -> source.progress(context, "comparisons"),
            context.diagnostics());
    context.interruption().over();
    fetched.missing().ifPresent(context::error);
    session.trimCache();
    context.print(
        "%s and %s are in %s\n"
            .formatted(
                Numbers.counted(fetched.comparisons(), "comparison"),
                Numbers.counted(fetched.pulls(), "pull request"),
                folder));
    return fetched.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }
}
