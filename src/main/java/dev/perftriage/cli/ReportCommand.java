package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.DrawingSetup;
import dev.perftriage.app.ExplainedMerge;
import dev.perftriage.app.LastLog;
import dev.perftriage.app.ReportRun;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Coverage;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.data.JsonReport;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownReport;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextWriter;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the weekly triage report. */
final class ReportCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Write the triage report of a range of merges.";

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ReportScope scope = new ReportScope();
  private final FilterOptions filters = new FilterOptions();
  private final RangeSourceOptions source = new RangeSourceOptions();
  private final ReportOutput output = new ReportOutput();

  private ReportCommand(CommandContext context) {
    this.context = context;
    spec.addMixin("%nScope:%n", scope.section())
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.section())
        .addMixin("%nOutput:%n", output.section());
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nCompares every merge after START, up to and including END, with the one before it,"
                + " lists those that deserve attention and summarises the whole range. Prints the"
                + " report's file name and its summary.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage report --start 23fced0fcc5e0ec260d25f04a8b78b269e5e90f0 --triager"
                + " ferris",
            "      write this week's report, starting where the last one ended",
            "  perf-triage report --store samples/2025-11-03 --offline -o -",
            "      print the report of a recorded week without network access",
            "  perf-triage report --store samples/2025-11-03 --offline --charts --html",
            "      the same as a file, with charts and a web page");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context) {
    return new ReportCommand(context).spec;
  }

  @Override
  public Integer call() {
    output.check(spec.commandLine().getParseResult());
    int mergesBefore = scope.context();
    CaseFilter filter = filters.filter();
    LocalDate date = scope.date(context);
    Optional<LastLog> last = scope.lastLog(date, source.isOffline(), context);
    if (scope.start() != null && scope.start().equals(scope.end())) {
      throw emptyRange();
    }
    ReportTarget target = output.target(date, context);
    ExplainedMerge explained = output.explained();
    if (explained == null) {
      output.checkFree(target, context);
    }
    if (output.needsCharts()) {
      DrawingSetup.begin(Options.NAMES);
    }
    Session session = source.session(context);
    ReportRun run =
        new ReportRun(
            session,
            new ReportRun.Request(
                last,
                Optional.ofNullable(scope.start()),
                Optional.ofNullable(scope.end()),
                ReportCommand::emptyRange,
                scope.metrics(),
                filter,
                output.needsCharts(),
                output.needsVerdicts() ? OptionalInt.of(mergesBefore) : OptionalInt.empty(),
                date,
                scope.triager()),
            () -> source.progress(context));
    context.interruption().during("fetched data is stored, rerun the command to resume");
    boolean complete = explained == null ? writeReport(run, target) : printEvidence(run, explained);
    session.trimCache();
    return complete ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private static UsageException emptyRange() {
    return new UsageException("The range is empty: --start and --end are the same.");
  }

  /** Makes and writes the report; whether it is complete. */
  private boolean writeReport(ReportRun run, ReportTarget target) {
    ChartJob charts = output.drawings();
    ReportRun.Result result = run.report(charts);
    context.interruption().over();
    write(target, result, charts);
    if (!target.isStandardOutput()) {
      printSummary(target, result.report());
    }
    result.diagnose(context.diagnostics());
    return result.isComplete();
  }

  /** Prints the evidence on one merge; whether it is complete. */
  private boolean printEvidence(ReportRun run, ExplainedMerge merge) {
    ReportRun.Explanation explanation = run.explain(merge, output.style(context));
    context.interruption().over();
    Coverage coverage = explanation.range().coverage();
    explanation
        .evidence()
        .ifPresentOrElse(context.out()::print, () -> context.error(notFound(merge, coverage)));
    if (!coverage.isComplete()) {
      context.diagnostics().onCoverage(coverage);
    }
    return explanation.isComplete();
  }

  private static String notFound(ExplainedMerge merge, Coverage coverage) {
    return "--explain: "
        + merge.text()
        + " is not a measured merge in the range "
        + coverage.start().shortened()
        + ".."
        + coverage.end().shortened()
        + "; choose another range with --start and --end";
  }

  /** Writes everything that was asked for. */
  private void write(ReportTarget target, ReportRun.Result result, ChartJob charts) {
    Optional<ChartFiles> folder =
        output.charts().areWanted()
            ? Optional.of(target.charts(output.charts().folder()))
            : Optional.empty();
    folder.ifPresent(charts::beginToWrite);
    String text;
    Optional<String> page;
    try {
      text =
          switch (output.format()) {
            case MARKDOWN ->
                MarkdownReport.render(
                    result.report(),
                    folder.map(some -> charts.links(some, target.folder())).orElse(List.of()),
                    result.annotations().filter(some -> output.withAnnotations()));
            case JSON -> JsonReport.render(result.report(), result.annotations().orElseThrow());
            case HTML -> page(result, charts);
          };
      page = output.withPage() ? Optional.of(page(result, charts)) : Optional.empty();
    } finally {
      charts.finishWriting();
    }
    target.write(text, context);
    page.ifPresent(some -> output.page(target).write(some, context));
  }

  private String page(ReportRun.Result result, ChartJob charts) {
    return HtmlPage.render(
        Pages.ofReport(
            result.report(),
            result.annotations(),
            charts.figures(),
            output.withAll() ? result.range().whole() : Optional.empty()));
  }

  private void printSummary(ReportTarget target, TriageReport report) {
    TextStyle style = output.style(context);
    PrintWriter out = context.out();
    out.print(target.name() + "\n");
    if (output.withPage()) {
      out.print(output.page(target).name() + "\n");
    }
    if (output.charts().areWanted()) {
      out.print(target.charts(output.charts().folder()).name() + "\n");
    }
    out.print("\n");
    SelectionSentences.filter(report.week().slice())
        .ifPresent(note -> out.print(style.wrapped(note.in(Markup.LINE)) + "\n"));
    report.wholes().forEach(whole -> out.print(TextWriter.summary(whole, style) + "\n"));
    out.print(report.countsLine() + "\n" + report.comparisonsLine() + "\n");
  }
}
