package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.app.AnalyzedRange;
import dev.perftriage.app.Annotator;
import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.DrawingSetup;
import dev.perftriage.app.LastLog;
import dev.perftriage.app.PullRequestFetcher;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.SliceNote;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.data.JsonReport;
import dev.perftriage.report.html.HtmlPage;
import dev.perftriage.report.html.Pages;
import dev.perftriage.report.markdown.MarkdownReport;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.report.text.TextSummary;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the weekly triage report. */
final class ReportCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Write the triage report of a range of merges.";

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ReportScope scope = new ReportScope();
  private final FilterOptions filters = new FilterOptions();
  private final RangeSourceOptions source = new RangeSourceOptions();
  private final ReportOutput output = new ReportOutput();

  private ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
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

  static CommandSpec spec(Surroundings surroundings) {
    return new ReportCommand(surroundings).spec;
  }

  @Override
  public Integer call() {
    output.check(spec.commandLine().getParseResult());
    int context = scope.context();
    CaseFilter filter = filters.filter();
    LocalDate date = scope.date(surroundings);
    Optional<LastLog> last = scope.lastLog(date, source.isOffline(), surroundings);
    requireRange(scope.start(), scope.end());
    ReportTarget target = output.target(date, surroundings);
    ExplainedMerge explained = output.explained();
    if (explained == null) {
      output.checkFree(target, surroundings);
    }
    if (output.needsCharts()) {
      DrawingSetup.begin(Options.NAMES);
    }
    DataSources facts = source.facts(surroundings);
    Revisions revisions = new Revisions(facts, surroundings.today(), scope.metrics().get(0));
    ComparisonQuery range = range(revisions, last.map(some -> some.end(facts, revisions)));
    surroundings.interruption().during("fetched data is stored, rerun the command to resume");
    AnalyzedRange week;
    TriageReport report;
    ChartJob drawings = output.drawings();
    Optional<Annotations> annotations;
    Optional<String> missing;
    try (PullRequestFetcher gitHub = new PullRequestFetcher(facts);
        RangeWalk walk = source.walk(facts)) {
      week = walk(walk, gitHub, range, filter, context);
      Annotator annotator = new Annotator(facts, gitHub, source.hasToken(surroundings));
      if (explained != null) {
        int code = explained.print(week, annotator, output.style(surroundings), surroundings);
        source.trimCache(surroundings);
        return code;
      }
      report =
          new TriageReport(
              week.verdicts(),
              others(week),
              gitHub.titles(pulls(week)),
              gitHub.untriaged(),
              date,
              scope.triager());
      drawings.begin(() -> week.charts(report));
      List<ComparisonSummary> entries = week.verdicts().entries();
      annotations =
          week.course().map(course -> annotator.annotate(course, entries, scope.metrics().get(0)));
      missing = gitHub.missing();
    }
    drawings.begin(() -> annotations.flatMap(week::history).stream());
    surroundings.interruption().over();
    write(target, report, annotations, drawings, week);
    if (!target.isStandardOutput()) {
      printSummary(target, report);
    }
    Notes.onDisagreements(report.week().all(), surroundings);
    Notes.onCoverage(report.week().coverage(), surroundings);
    report.others().forEach(other -> Notes.onCoverage(other.coverage(), surroundings));
    Notes.onUnmatched(week.unmatched(), surroundings);
    boolean empty = !filter.isAll() && !week.named();
    if (empty) {
      Notes.onNothingNamed(surroundings);
    }
    missing.ifPresent(surroundings::error);
    source.trimCache(surroundings);
    boolean complete = !empty && missing.isEmpty() && report.isComplete();
    return complete ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private void requireRange(@Nullable Object start, @Nullable Object end) {
    if (start != null && start.equals(end)) {
      throw new UsageException("The range is empty: --start and --end are the same.");
    }
  }

  /** The range that is asked for; without ends in the options, the store's or the site's. */
  private ComparisonQuery range(Revisions revisions, Optional<String> endOfLast) {
    Revision from = scope.start();
    Revision to = scope.end();
    Bound start =
        endOfLast
            .map(Bound::of)
            .orElseGet(() -> revisions.start(from == null ? Revision.UNNAMED : from));
    Bound end = revisions.end(to == null ? Revision.UNNAMED : to);
    if (to != null && (endOfLast.isPresent() || from != null)) {
      requireRange(start, end);
    }
    return new ComparisonQuery(start, end, scope.metrics().get(0));
  }

  private AnalyzedRange walk(
      RangeWalk walk,
      PullRequestFetcher gitHub,
      ComparisonQuery range,
      CaseFilter filter,
      int context) {
    try (ProgressLine progress = source.progress(surroundings)) {
      return AnalyzedRange.walk(
          walk,
          gitHub,
          range,
          progress,
          filter,
          output.needsCharts(),
          output.needsVerdicts() ? OptionalInt.of(context) : OptionalInt.empty());
    }
  }

  private List<TriageWeek> others(AnalyzedRange leading) {
    List<Metric> metrics = scope.metrics();
    if (metrics.size() == 1) {
      return List.of();
    }
    try (ProgressLine progress = source.progress(surroundings)) {
      return metrics.subList(1, metrics.size()).stream()
          .map(metric -> leading.byMetric().apply(metric, progress))
          .toList();
    }
  }

  private static List<Integer> pulls(AnalyzedRange week) {
    return week.verdicts().entries().stream()
        .map(entry -> entry.after().pr())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Writes everything that was asked for. */
  private void write(
      ReportTarget target,
      TriageReport report,
      Optional<Annotations> annotations,
      ChartJob drawings,
      AnalyzedRange week) {
    Optional<ChartFiles> folder =
        output.charts().areWanted()
            ? Optional.of(target.charts(output.charts().folder()))
            : Optional.empty();
    folder.ifPresent(drawings::beginToWrite);
    String text;
    Optional<String> page;
    try {
      text =
          switch (output.format()) {
            case MARKDOWN ->
                MarkdownReport.render(
                    report,
                    folder.map(some -> drawings.links(some, target.folder())).orElse(List.of()),
                    annotations.filter(some -> output.withAnnotations()));
            case JSON -> JsonReport.render(report, annotations.orElseThrow());
            case HTML -> page(report, annotations, drawings, week);
          };
      page =
          output.withPage()
              ? Optional.of(page(report, annotations, drawings, week))
              : Optional.empty();
    } finally {
      drawings.finishWriting();
    }
    target.write(text, surroundings);
    page.ifPresent(some -> output.page(target).write(some, surroundings));
  }

  private String page(
      TriageReport report,
      Optional<Annotations> annotations,
      ChartJob drawings,
      AnalyzedRange week) {
    Optional<ComparableTestCases> all = output.withAll() ? week.whole() : Optional.empty();
    return HtmlPage.render(Pages.ofReport(report, annotations, drawings.figures(), all));
  }

  private void printSummary(ReportTarget target, TriageReport report) {
    TextStyle style = output.style(surroundings);
    PrintWriter out = surroundings.out();
    out.print(target.name() + "\n");
    if (output.withPage()) {
      out.print(output.page(target).name() + "\n");
    }
    if (output.charts().areWanted()) {
      out.print(target.charts(output.charts().folder()).name() + "\n");
    }
    out.print("\n");
    SliceNote.of(report.week().slice(), PlainText::onOneLine)
        .ifPresent(note -> out.print(style.wrapped(note) + "\n"));
    report.wholes().forEach(whole -> out.print(TextSummary.render(whole, style) + "\n"));
    out.print(report.countsLine() + "\n" + report.comparisonsLine() + "\n");
  }
}
