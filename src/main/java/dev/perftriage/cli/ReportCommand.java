package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.ExplainedMerge;
import dev.perftriage.app.FinishedReport;
import dev.perftriage.app.LastLog;
import dev.perftriage.app.ReportDocuments;
import dev.perftriage.app.ReportRequest;
import dev.perftriage.app.ReportRun;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Revision;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextWriter;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes the weekly triage report. */
final class ReportCommand extends Command {

  static final String HEADER = "Write the triage report of a range of merges.";

  private final SourceOptions source = new SourceOptions();
  private final ReportScope scope = new ReportScope(source);
  private final FilterOptions filters = new FilterOptions();
  private final ReportOutput output = new ReportOutput();

  ReportCommand(CommandContext context) {
    super(context);
    spec.addMixin("%nScope:%n", scope.section())
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForRange())
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nCompares every merge after START, up to and including END, with the one before it,"
            + " lists those that deserve attention and summarises the whole range. Prints the"
            + " report's file name and its summary.");
    footer(
        "Examples",
        "  perf-triage report --since-last reports --triager ferris",
        "      write this week's report, starting where the last one ended",
        "  perf-triage report --start 7d",
        "      write a report of the last seven days",
        "  perf-triage report --store samples/2025-11-03 --offline -o -",
        "      print the report of a recorded week without network access",
        "  perf-triage report --store samples/2025-11-03 --offline --charts --html",
        "      the same as a file, with charts and a web page");
  }

  @Override
  public Integer call() {
    output.check(spec.commandLine().getParseResult());
    source.check(context);
    int mergesBefore = scope.context();
    Optional<RevisionPair> pasted = scope.range.pair();
    pasted.ifPresent(context::noteUnapplied);
    CaseFilter filter = filters.filter(pasted);
    LocalDate date = scope.date(context);
    Optional<LastLog> last = scope.lastLog(date, source.isOffline(), context);
    Optional<Revision> start = scope.range.first();
    Optional<Revision> end = scope.range.last();
    if (start.isPresent() && start.equals(end)) {
      throw emptyRange();
    }
    ReportTarget target = output.target(date, context);
    Optional<ExplainedMerge> explained = output.explain.given();
    if (explained.isEmpty()) {
      output.checkFree(target, context);
    }
    if (output.use().hasCharts()) {
      Drawing.begin(Option.NAMES);
    }
    Session session = source.session(context);
    ReportRun run =
        new ReportRun(
            session,
            new ReportRequest(
                last,
                start,
                end,
                ReportCommand::emptyRange,
                scope.metrics.asked(pasted, spec.commandLine().getParseResult()),
                filter,
                output.use(),
                output.needsVerdicts() ? OptionalInt.of(mergesBefore) : OptionalInt.empty(),
                output.needsNews(),
                output.profiledCases(),
                output.needsUntriaged(),
                date,
                scope.triager()),
            () -> source.progress(context, "comparisons"));
    context.interruption().during("fetched data is stored, rerun the command to resume");
    boolean complete =
        explained.map(merge -> printEvidence(run, merge)).orElseGet(() -> writeReport(run, target));
    session.trimCache();
    return complete ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private static UsageException emptyRange() {
    return new UsageException("The range is empty: --start and --end are the same.");
  }

  /** Makes and writes the report; returns whether it is complete. */
  private boolean writeReport(ReportRun run, ReportTarget target) {
    ChartJob charts = output.drawings();
    FinishedReport finished = run.report(charts);
    context.interruption().over();
    ReportDocuments.Parts parts = output.parts(target, context);
    ReportDocuments documents = ReportDocuments.of(finished, parts, charts);
    target.write(documents.report(), context);
    documents.page().ifPresent(page -> output.page(target).write(page, context));
    documents.card().ifPresent(card -> output.card.target(target).write("card", card));
    if (!target.isStandardOutput()) {
      printSummary(
          target,
          parts.charts().filter(unused -> charts.count() > 0),
          documents.card().map(unused -> output.card.target(target).name()),
          finished.report());
    }
    finished.diagnose(context.diagnostics());
    if (!source.isQuiet() && !target.isStandardOutput() && output.isMarkdown()) {
      context.next(
          "edit it, then: perf-triage log check " + ShellWord.quoted(target.name()) + " --fix");
    }
    return finished.isComplete();
  }

  /** Prints the evidence for one merge; returns whether it is complete. */
  private boolean printEvidence(ReportRun run, ExplainedMerge merge) {
    ReportRun.Explanation explanation = run.explain(merge, output.color.style(context));
    context.interruption().over();
    Coverage coverage = explanation.range().coverage();
    explanation
        .evidence()
        .ifPresentOrElse(context::print, () -> context.error(notFound(merge, coverage)));
    if (!coverage.isComplete()) {
      context.diagnostics().onCoverage(coverage);
    }
    return explanation.isComplete();
  }

  private static String notFound(ExplainedMerge merge, Coverage coverage) {
    return "--explain: %s is not a measured merge in the range %s..%s; choose another range with"
            .formatted(merge.text(), coverage.start().shortened(), coverage.end().shortened())
        + " --start and --end";
  }

  private void printSummary(
      ReportTarget target,
      Optional<ChartFiles> charts,
      Optional<String> card,
      TriageReport report) {
    TextStyle style = output.color.style(context);
    PrintWriter out = context.output().results();
    out.print(target.name() + "\n");
    if (output.withPage()) {
      out.print(output.page(target).name() + "\n");
    }
    charts.ifPresent(files -> out.print(files.name() + "\n"));
    card.ifPresent(name -> out.print(name + "\n"));
    out.print("\n");
    SelectionSentences.filter(report.week().selection())
        .ifPresent(note -> out.print(style.wrapped(note.in(Markup.LINE)) + "\n"));
    report.wholes().forEach(whole -> out.print(TextWriter.summary(whole, style) + "\n"));
    out.print(report.countsLine() + "\n" + report.comparisonsLine() + "\n");
  }
}
