package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.app.ExportFormat;
import dev.perftriage.app.ExportRequest;
import dev.perftriage.app.ExportRun;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import dev.perftriage.source.range.Progress;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Exports the measured values of a range. */
final class ExportCommand extends Command {

  static final String HEADER = "Export the measured values of a range as one table.";

  private static final String PARQUET_BUILD = "mvn -Pparquet package";

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
  private final Option<Boolean> noise =
      Option.flag("--noise")
          .describe(
              "Tell noise, as reports do: fills the column noise_verdict. Fetches 30 merges before"
                  + " the range, too.");

  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<ExportFormat> output =
      new FileOutput<>(
          ExportFormat.class,
          "csv",
          "csv; jsonl, a JSON object on each line; or parquet, with -o, in a build made by "
              + PARQUET_BUILD
              + ".");

  ExportCommand(CommandContext context) {
    super(context);
    Option.add(spec, range, metrics.option(), noise)
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
    check(output.format(), target);
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
            new ExportRequest(
                start,
                pair.map(RevisionPair::end),
                metrics.asked(pair, spec.commandLine().getParseResult()),
                filter,
                noise.value()),
            () -> source.progress(context, "comparisons"),
            context.diagnostics());
    write(run, target);
    context.interruption().over();
    session.trimCache();
    return run.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private void write(ExportRun run, ReportTarget target) {
    // On standard output, the rows show the progress.
    try (Progress shown =
        source.isQuiet() || target.isStandardOutput()
            ? Progress.SILENT
            : ProgressLine.on(context, "written merges")) {
      switch (output.format()) {
        case CSV -> target.write(out -> run.writeCsv(out, shown), context);
        case JSONL -> target.write(out -> run.writeJsonLines(out, shown), context);
        case PARQUET -> target.write("values", out -> run.writeParquet(out, shown));
      }
    }
  }

  private static void check(ExportFormat format, ReportTarget target) {
    if (!format.isAvailable()) {
      throw new UsageException(
          "--format: this build writes no parquet; %s in a clone makes one that does, and DuckDB"
                  .formatted(PARQUET_BUILD)
              + " converts csv.");
    }
    if (format.isBinary() && target.isStandardOutput()) {
      throw new UsageException("--format parquet needs -o FILE.");
    }
  }
}
