package dev.perftriage.cli;

import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.app.RollupFormat;
import dev.perftriage.app.RollupRun;
import dev.perftriage.app.RollupRun.FoundMembers;
import dev.perftriage.app.RollupRun.RollupRequest;
import dev.perftriage.app.Session;
import dev.perftriage.model.PullRef;
import dev.perftriage.report.text.TextStyle;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Finds the members of a rollup that moved its test cases. */
final class RollupCommand extends Command {

  static final String HEADER = "Find the members of a rollup that changed its performance.";

  private final Option<PullRef> rollup =
      Option.parameter(
          PullRef.class,
          PositionalParamSpec.builder()
              .index("0")
              .paramLabel("PR")
              .converters((ITypeConverter<PullRef>) Converters::pullRequest)
              .description("The rollup: 148202, #148202, pr:148202 or its URL."));

  private final MetricOption metrics = MetricOption.withDefault("");

  private final Option<Boolean> allMembers =
      Option.flag("--all-members")
          .describe(
              "Name all members that are not measured in the command to measure them. Default: the"
                  + " likeliest, at most four.");

  private final Option<Integer> merges =
      Option.of(Integer.class, "N", "--context")
          .defaultValue(Integer.toString(NoiseRules.CONTEXT))
          .describe(
              "Number of merges before the rollup to fetch to tell noise, which needs no member; 0"
                  + " to tell none. Default: ${DEFAULT-VALUE}.");

  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<RollupFormat> output =
      new FileOutput<>(RollupFormat.class, "text", "text, markdown or json.");

  RollupCommand(CommandContext context) {
    super(context);
    Option.add(spec, rollup, metrics.option(), merges, allMembers)
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForRange())
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nReads the bot's comment with the builds of the rollup's members, each merged alone, and"
            + " asks the site for the builds that were measured. Prints which of the rollup's"
            + " relevant test cases each of them moves in the same direction, by what share of the"
            + " change, what is left over, what is noise by the merges around the rollup, and the"
            + " command that measures the likeliest of the other members.");
    footer(
        "Examples",
        "  perf-triage rollup 148202",
        "      who caused the regressions of this rollup",
        "  perf-triage rollup 148202 --benchmark syn* --format markdown",
        "      the same for one benchmark, as a comment");
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_USAGE,
        ExitCodes.DATA + ":data is missing; that nobody measured a member is no missing data",
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    ReportTarget target = output.target(context);
    Session session = source.session(context);
    FoundMembers found =
        RollupRun.find(
            session,
            new RollupRequest(
                rollup.value(),
                metrics.asked(),
                filters.filter(Optional.empty()),
                allMembers.value(),
                Option.atLeast(0, merges)),
            () -> source.progress(context, "comparisons"),
            context.diagnostics());
    session.trimCache();
    TextStyle style = output.style(target, context);
    target.write(output.format().render(found.report(), style), context);
    return found.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }
}
