package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.app.ExportFormat;
import dev.perftriage.app.ExportRun;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.Session;
import dev.perftriage.model.Revision;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Exports the measured values of a range. */
final class ExportCommand extends Command {

  static final String HEADER = "Export the measured values of a range as one table.";

  private final Option<String> range =
      Option.parameter(
          String.class,
          PositionalParamSpec.builder()
              .required(true)
              .paramLabel("RANGE")
              .description(
                  "The merges after A up to and including B, as A..B or by its URL on the site, each"
                      + " end a SHA, a date, 7d, pr:148040 or another revision (see compare --help);"
                      + " or only A, for all merges up to the newest measured one."));

  private final MetricOption metrics = MetricOption.withDefault("");
  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<ExportFormat> output =
      new FileOutput<>(ExportFormat.class, "csv", "csv, or jsonl, a JSON object on each line.");

  ExportCommand(CommandContext context) {
    super(context);
    Option.add(spec, range, metrics.option())
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForStoredRange())
        .addMixin("%nOutput:%n", output.sectionWithoutColor());
    describe(
        HEADER,
        "%nWrites a row for each test case of each merge by each metric: merge, time, pull request,"
            + " the names of the test case, the value, the value at the merge before, the change,"
            + " its threshold and the verdicts on it. Fetches into the store what is missing there,"
            + " then writes merge by merge, so that a range may be years long.");
    footer(
        "Examples",
        "  perf-triage export 7d --metric triage -o week.csv",
        "      export the last seven days by three metrics",
        "  perf-triage export 2025-01-01..2025-12-31 --profile opt --format jsonl | gzip > a.jsonl.gz",
        "      export a year of one profile");
  }

  @Override
  public Integer call() {
    source.check(context);
    ReportTarget target = output.target(context);
    Optional<RevisionPair> pair = RevisionPair.parse(range.value(), source::isSite);
    pair.ifPresent(context::noteUnapplied);
    Revision start =
        pair.map(RevisionPair::start).orElseGet(() -> Converters.revision("RANGE", range.value()));
    CaseFilter filter = filters.filter(pair);
    Session session = source.session(context);
    context.interruption().during("fetched data is stored, rerun the command to resume");
    ExportRun run =
        ExportRun.fetch(
            session,
            start,
            pair.map(RevisionPair::end),
            metrics.asked(pair, spec.commandLine().getParseResult()),
            filter,
            () -> source.progress(context),
            context.diagnostics());
    target.write(out -> run.write(output.format(), out), context);
    context.interruption().over();
    session.trimCache();
    return run.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }
}
