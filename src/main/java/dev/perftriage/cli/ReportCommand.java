package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownReport;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextSummary;
import dev.perftriage.source.Facts;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the weekly triage report. */
@Command(
    name = "report",
    header = "Write the triage report of a range of merges.",
    description =
        "%nCompares every merge after START, up to and with END, with the one before it, lists those"
            + " that deserve attention and summarises the whole range. Prints where the report is,"
            + " and its summary.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage report --start 23fced0fcc5e0ec260d25f04a8b78b269e5e90f0 --triager ferris",
      "      write this week's report, from where the last one ended",
      "  perf-triage report --store samples/2025-11-03 --offline -o -",
      "      print the report of a recorded week, without network",
      "  perf-triage report --store samples/2025-11-03 --offline --charts --html",
      "      the same as a file, with charts and a page to look at"
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class ReportCommand implements Callable<Integer> {

  private static final String NOBODY = "???";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nWhat to report:%n")
  private Scope scope = new Scope();

  @ArgGroup(validate = false, heading = "%nWhere facts come from:%n")
  private SourceOptions source = new SourceOptions();

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private Output output = new Output();

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (scope.start == null && !source.isOffline()) {
      throw new ParameterException(
          spec.commandLine(),
          "Give --start REV, the end of the last report's range: the merges after it are reported.");
    }
    output.check(spec.commandLine());
    LocalDate date =
        scope.date != null
            ? scope.date
            : LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    ReportTarget target =
        ReportTarget.of(output.file, date, output.format, surroundings.directory());
    List<ReportTarget> targets = output.page ? List.of(target, target.page()) : List.of(target);
    for (ReportTarget each : targets) {
      if (!output.force && each.isTaken()) {
        throw new ParameterException(
            spec.commandLine(),
            each.name() + " exists; --force overwrites it, -o FILE writes elsewhere.");
      }
    }
    Facts facts = source.facts(spec.commandLine(), surroundings);
    WeekWalk walk = WeekWalk.of(facts, scope.start, scope.end, scope.metric, output.needsCharts());
    Notes.onDisagreements(walk.week().steps(), surroundings.err());
    ReportFacts reportFacts = new ReportFacts(facts, surroundings.err());
    TriageReport report =
        new TriageReport(
            walk.week(),
            reportFacts.titles(walk.week()),
            reportFacts.untriaged(),
            date,
            scope.triager());
    write(target, report, walk);
    if (!target.isStandardOutput()) {
      printSummary(target, report);
    }
    return reportFacts.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  /** Writes everything that was asked for; no class of AWT loads for a report without charts. */
  private void write(ReportTarget target, TriageReport report, WeekWalk walk) {
    List<Chart> charts = output.needsCharts() ? walk.charts(report) : List.of();
    List<FigureFile> files =
        output.charts.areWanted()
            ? target
                .charts(output.charts.folder())
                .write(charts, output.charts.formats(), target.folder())
            : List.of();
    if (output.format == ReportFormat.MARKDOWN) {
      target.write(MarkdownReport.render(report, files), surroundings);
    }
    if (output.format == ReportFormat.HTML || output.page) {
      ReportTarget page = output.format == ReportFormat.HTML ? target : target.page();
      List<Figure> figures = charts.stream().map(Chart::figure).toList();
      page.write(
          HtmlPage.render(Pages.ofReport(report, List.of(walk.week().whole()), figures)),
          surroundings);
    }
  }

  private void printSummary(ReportTarget target, TriageReport report) {
    TextStyle style =
        new TextStyle(output.isColorful(surroundings), surroundings.terminal().columns());
    PrintWriter out = surroundings.out();
    out.print(target.name() + "\n");
    if (output.page) {
      out.print(target.page().name() + "\n");
    }
    if (output.charts.areWanted()) {
      out.print(target.charts(output.charts.folder()).name() + "\n");
    }
    out.print("\n");
    out.print(TextSummary.render(report.week().whole(), style) + "\n");
    out.print(report.countsLine() + "\n" + report.comparisonsLine() + "\n");
  }

  /** What is reported. */
  static final class Scope {

    @Option(
        names = "--start",
        paramLabel = "REV",
        converter = Converters.OfRevision.class,
        description =
            "The commit before the first merge: where the last report ended. A full SHA, or a date"
                + " YYYY-MM-DD. Default: with --offline the store's oldest commit.")
    private @Nullable String start;

    @Option(
        names = "--end",
        paramLabel = "REV",
        converter = Converters.OfRevision.class,
        description = "The last merge, likewise. Default: the newest measured commit.")
    private @Nullable String end;

    @Option(
        names = {"-m", "--metric"},
        paramLabel = "METRIC",
        defaultValue = "instructions:u",
        converter = Converters.OfMetric.class,
        description = "What to compare, by the site's name. Default: ${DEFAULT-VALUE}.")
    private Metric metric = Metric.INSTRUCTIONS;

    @Option(
        names = "--date",
        paramLabel = "YYYY-MM-DD",
        converter = Converters.OfDate.class,
        description = "The report's date. Default: today in UTC.")
    private @Nullable LocalDate date;

    @Option(
        names = "--triager",
        paramLabel = "NAME",
        description = "Who triages, by GitHub login. Default: a placeholder to fill in.")
    private @Nullable String triager;

    private String triager() {
      return triager == null || triager.isBlank() ? NOBODY : triager.strip().replaceFirst("^@", "");
    }
  }

  /** Where the report goes. */
  static final class Output extends ColorOption {

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description =
            "The report's file; - prints it and nothing else."
                + " Default: reports/{YYYY}/{YYYY-MM-DD}.md.")
    private @Nullable String file;

    @Option(
        names = {"-f", "--format"},
        paramLabel = "FORMAT",
        defaultValue = "markdown",
        description =
            "markdown, or html for a page to look at, in one file. Default: ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.MARKDOWN;

    @Option(names = "--html", description = "Write the page too, beside the Markdown.")
    private boolean page;

    @ArgGroup(validate = false)
    private ChartOptions charts = new ChartOptions();

    @Option(names = "--force", description = "Overwrite a file that exists.")
    private boolean force;

    private boolean needsCharts() {
      return charts.areWanted() || page || format == ReportFormat.HTML;
    }

    private void check(CommandLine command) {
      charts.check(command);
      boolean printed = "-".equals(file);
      if (page && (printed || format == ReportFormat.HTML)) {
        throw new ParameterException(
            command,
            "--html writes the page beside a Markdown file; --format html alone is for the page.");
      }
      if (printed && charts.areWanted() && charts.folder().isEmpty()) {
        throw new ParameterException(
            command, "A printed report has no folder beside it: name one with --charts=DIR.");
      }
    }
  }
}
