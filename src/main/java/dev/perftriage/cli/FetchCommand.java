package dev.perftriage.cli;

import dev.perftriage.app.FetchRun;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import dev.perftriage.report.Numbers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Fills a store. */
final class FetchCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Fetch the data of a range into a store.";

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<Revision> start =
      Options.revision("--start")
          .required()
          .description(
              "The commit before the first merge: a SHA, a date, 7d, pr:148040 or another revision"
                  + " (see compare --help).")
          .build();

  private final Option<Revision> end =
      Options.revision("--end")
          .description("The last merge. Default: the newest measured commit.")
          .build();

  private final MetricOption metrics =
      MetricOption.withDefault(
          "Metric, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or separated by commas.");

  private final RangeSourceOptions source = new RangeSourceOptions();

  private FetchCommand(CommandContext context) {
    this.context = context;
    Option.add(spec, start, end);
    metrics.addTo(spec);
    spec.addMixin("%nData sources and store:%n", source.sectionForFetching());
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nFetches everything that a report of the range needs, for each metric, without"
                + " writing a report. Data already in the store is not fetched again.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage fetch --start 23fced0fcc5e0ec260d25f04a8b78b269e5e90f0 --store week",
            "      record all merges since that commit",
            "  perf-triage fetch --start 2025-10-27 --end 2025-11-02 -m instructions:u -m max-rss"
                + " --store week",
            "      record a week with two metrics");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context) {
    return new FetchCommand(context).spec;
  }

  @Override
  public Integer call() {
    Path folder =
        source
            .storeFolder(context)
            .orElseThrow(() -> new UsageException("Give --store DIR to fetch into."));
    Session session = source.session(context);
    context.interruption().during("fetched data is stored, rerun the command to resume");
    FetchRun.Result result =
        FetchRun.fetch(
            session,
            start.value(),
            Optional.ofNullable(end.valueOrNull()),
            metrics.asked(),
            () -> source.progress(context),
            context.diagnostics());
    context.interruption().over();
    result.missing().ifPresent(context::error);
    session.trimCache();
    context
        .out()
        .print(
            Numbers.counted(result.comparisons(), "comparison")
                + " and "
                + Numbers.counted(result.pulls(), "pull request")
                + " are in "
                + folder
                + "\n");
    return result.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }
}
