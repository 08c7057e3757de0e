package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.CompareFormat;
import dev.perftriage.app.CompareRun;
import dev.perftriage.app.ComparisonLayout;
import dev.perftriage.app.Diagnostics;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.StoredHistories;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Numbers;
import java.util.List;
import java.util.Optional;

/** Compares two revisions. */
final class CompareCommand extends Command {

  static final String HEADER = "Compare two revisions by one metric or several.";

  private final ComparedRevisions revisions = new ComparedRevisions();
  private final GateOptions gates = new GateOptions();
  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();
  private final CompareOutput output = new CompareOutput();

  private final Option<Boolean> all =
      Option.flag("--all").describe("List all comparable test cases, not only the relevant ones.");

  private final Option<List<Dimension>> by =
      Option.words(Dimension.class, "WHAT", "--by")
          .describe(
              "Add a summary for each profile, scenario, benchmark, backend, target or category,"
                  + " with the total of all values before and after.");

  private final Option<Boolean> quiet =
      Option.flag("-q", "--quiet").describe("Print no notes on standard error, only errors.");

  CompareCommand(CommandContext context) {
    super(context);
    revisions.addTo(spec);
    Option.add(spec, gates.option)
        .addMixin(FilterOptions.HEADING, Option.add(filters.section(), all, by))
        .addMixin("%nData sources:%n", Option.add(source.section(), quiet))
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nPrints both revisions, the summary table as computed by the site, the relevant test"
            + " cases with the largest changes first, benchmarks that newly fail, and the"
            + " compiler's size and build time.");
    spec.usageMessage()
        .customSynopsis(
            "perf-triage compare [OPTIONS] START END",
            "       perf-triage compare [OPTIONS] START..END",
            "       perf-triage compare [OPTIONS] REV",
            "       perf-triage compare [OPTIONS] --input FILE",
            "       perf-triage compare [OPTIONS] REV --backends NAME,NAME");
    footer(
        "Examples",
        "  perf-triage compare pr:148040",
        "      show the effect of a pull request: its merge against the merge before",
        "  perf-triage compare 1.90.0 1.91.0 --metric max-rss",
        "      compare the peak memory of two releases",
        "  perf-triage compare --input answer.json --format markdown",
        "      format a saved response of the site as a comment for a pull request",
        "  perf-triage compare 1.90.0 1.91.0 --charts=charts --html=releases.html",
        "      the same with charts and a web page",
        "  perf-triage compare 1.90.0 1.91.0 --metric triage --fail-on magnitude:large,error",
        "      fail on a large regression or a new error in any metric of triage");
    furtherFooter(RevisionForms.HEADING, RevisionForms.LINES);
    allExitCodes();
  }

  @Override
  public Integer call() {
    CommandContext context = quiet.value() ? this.context.withoutNotes() : this.context;
    output.check(context, spec.commandLine().getParseResult());
    revisions.checkBackends(output.needsCharts(), gates.areAsked());
    Optional<RevisionPair> pasted = revisions.pair(source);
    pasted.ifPresent(context::noteUnapplied);
    CaseFilter filter = filters.filter(pasted);
    check(filter);
    if (output.needsCharts()) {
      Drawing.begin(Option.NAMES);
    }
    CompareRun run =
        new CompareRun(revisions.comparisons(source, context), filter, revisions.runtime.value());
    Diagnostics diagnostics = context.diagnostics();
    boolean matched = run.isMatched(diagnostics);
    ComparisonLayout layout = output.layout(context);
    if (revisions.areBackends()) {
      output.print(
          output.format().render(run.backends(revisions.backends(), diagnostics), layout), context);
      return matched ? ExitCodes.DONE : ExitCodes.DATA;
    }
    ComparisonReport report =
        run.report(
            revisions.runtime.name(),
            by.value().stream().distinct().toList(),
            all.value() || pasted.filter(pair -> pair.filters().withAll()).isPresent(),
            diagnostics);
    ChartJob drawings = output.drawings();
    CompareRun.draw(report, drawings);
    if (output.withCharts()) {
      write(drawings, report);
    }
    CaseHistories histories =
        output.makesPage()
            ? StoredHistories.of(
                run,
                source.session(context),
                ComparedRevisions.fetchingAround(run.compared().leading(), source))
            : CaseHistories.none("");
    if (output.withPage()) {
      output
          .page(usualName(report) + ".html", context)
          .write(CompareFormat.HTML.render(report, drawings::figures, histories, layout), context);
    }
    output.print(output.format().render(report, drawings::figures, histories, layout), context);
    int judgement = gates.judge(report, context);
    boolean complete = matched && report.comparesByEveryMetric();
    return judgement == ExitCodes.DONE && !complete ? ExitCodes.DATA : judgement;
  }

  /** Rejects combinations that would judge incomplete data or have no effect. */
  private void check(CaseFilter filter) {
    if (gates.areAsked() && filter.selectsByOutcome()) {
      throw new UsageException(
          "--fail-on judges every change: omit --direction and --min-change, and use change:PERCENT"
              + " for a minimum size.");
    }
    if (revisions.areBackends()
        && (filter.selectsByOutcome() || all.value() || !by.value().isEmpty())) {
      throw new UsageException(
          "--backends lists all pairs of one revision: --direction, --min-change, --all and --by do"
              + " not apply.");
    }
  }

  /** Writes the charts, and prints their folder on standard error. */
  private void write(ChartJob drawings, ComparisonReport report) {
    ChartFiles files = output.chartFiles(usualName(report) + "-charts", context.directory());
    drawings.beginToWrite(files);
    drawings.finishWriting();
    if (!quiet.value() && drawings.count() > 0) {
      context.error(Numbers.counted(drawings.count(), "chart") + " in " + files.name());
    }
  }

  /** The default name of a comparison's files, without extension. */
  private static String usualName(ComparisonReport report) {
    return "compare-" + report.before().shortCommit() + "-" + report.after().shortCommit();
  }
}
