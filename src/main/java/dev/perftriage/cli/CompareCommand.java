package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.CompareRun;
import dev.perftriage.app.Diagnostics;
import dev.perftriage.app.DrawingSetup;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.text.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Compares two revisions. */
final class CompareCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Compare two revisions by one metric or several.";

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ComparedRevisions revisions = new ComparedRevisions();

  private final Option<Path> input =
      Option.of(Path.class, "-i", "--input")
          .paramLabel("FILE")
          .description(
              "Read a saved response of the site, JSON or MessagePack, instead of fetching.")
          .build();

  private final MetricOption metrics =
      MetricOption.withoutDefault(
          "Metric, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or separated by commas; the first one leads."
              + " Default: the metric in the file name of --input, otherwise instructions:u.");

  private final Option<Boolean> runtime =
      Options.flag("--runtime").description("Also compare the runtime benchmarks.").build();

  private final BackendsOption backends = new BackendsOption();
  private final GateOptions gates = new GateOptions();
  private final SliceOptions slice = new SliceOptions();
  private final SourceOptions source = new SourceOptions();
  private final CompareOutput output = new CompareOutput();

  private CompareCommand(CommandContext context) {
    this.context = context;
    addOptions();
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .customSynopsis(
            "perf-triage compare [OPTIONS] START END",
            "       perf-triage compare [OPTIONS] REV",
            "       perf-triage compare [OPTIONS] --input FILE",
            "       perf-triage compare [OPTIONS] REV --backends NAME,NAME")
        .description(
            "%nPrints both revisions, the summary table as computed by the site, the relevant test"
                + " cases with the largest changes first, benchmarks that newly fail, and the"
                + " compiler's size and build time.")
        .footerHeading("%nExamples:%n")
        .footer(
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
    ExitCodesHelp.listAll(spec);
  }

  static CommandSpec spec(CommandContext context) {
    return new CompareCommand(context).spec;
  }

  private void addOptions() {
    revisions.addTo(spec);
    Option.add(spec, input);
    metrics.addTo(spec);
    Option.add(spec, runtime);
    backends.addTo(spec);
    gates.addTo(spec);
    spec.addMixin(FilterOptions.HEADING, slice.section())
        .addMixin("%nData sources:%n", source.section())
        .addMixin("%nOutput:%n", output.section());
    Options.addHelp(spec);
  }

  @Override
  public Integer call() {
    output.check(context);
    boolean withRuntime = runtime.value();
    backends.check(output, withRuntime || gates.areAsked());
    CaseFilter filter = slice.filter();
    slice.check(filter, backends.areWanted(), gates.areAsked());
    if (output.needsCharts()) {
      DrawingSetup.begin(Options.NAMES);
    }
    CompareRun run = new CompareRun(comparisons(), filter, withRuntime);
    Diagnostics diagnostics = context.diagnostics();
    boolean matched = run.isMatched(diagnostics);
    TextStyle style = output.style(context);
    if (backends.areWanted()) {
      print(output.format().render(run.backends(backends.names(), diagnostics), style));
      return matched ? ExitCodes.DONE : ExitCodes.DATA;
    }
    ComparisonReport report =
        run.report(runtime.name(), slice.groupedBy(), slice.withAll(), diagnostics);
    ChartJob drawings = output.drawings();
    CompareRun.draw(report, drawings);
    List<FigureFile> files = output.charts().areWanted() ? write(drawings, report) : List.of();
    if (output.withPage()) {
      output
          .page(usualName(report) + ".html", context)
          .write(CompareFormat.HTML.render(report, drawings::figures, files, style), context);
    }
    print(output.format().render(report, drawings::figures, files, style));
    int judgement = gates.judge(report, context);
    return judgement == ExitCodes.DONE && !matched ? ExitCodes.DATA : judgement;
  }

  private void print(String rendered) {
    output.target(context).write(rendered, context);
  }

  /** Writes the charts, and says where, since standard output is the comparison's alone. */
  private List<FigureFile> write(ChartJob drawings, ComparisonReport report) {
    String folder = output.charts().folder().orElse(usualName(report) + "-charts");
    Path directory = context.directory();
    ChartFiles files =
        new ChartFiles(folder, directory.resolve(folder), Options.NAMES.charts() + "=DIR");
    drawings.beginToWrite(files);
    drawings.finishWriting();
    context
        .err()
        .print(
            "perf-triage: " + Numbers.counted(drawings.count(), "chart") + " in " + folder + "\n");
    return drawings.links(files, output.target(context).folder());
  }

  /** What the files of a comparison are named after if options do not name them. */
  private static String usualName(ComparisonReport report) {
    return "compare-" + report.before().shortCommit() + "-" + report.after().shortCommit();
  }

  /** The comparison by each metric asked. */
  private List<ArtifactComparison> comparisons() {
    List<Metric> asked = metrics.asked();
    Path saved = input.valueOrNull();
    if (saved != null) {
      return List.of(saved(saved, asked));
    }
    if (backends.areWanted() && !revisions.isOne(source)) {
      throw new UsageException("--backends takes one revision.");
    }
    CompareRun.Request request = revisions.request(source, asked, backends.areWanted());
    return CompareRun.fetch(source.session(context), request);
  }

  /** A saved answer, by the one metric asked, else by what its name says. */
  private ArtifactComparison saved(Path name, List<Metric> asked) {
    if (asked.size() > 1) {
      throw new UsageException("--input has one metric: give at most one with --metric.");
    }
    if (revisions.areGiven()) {
      throw new UsageException("Give START and END or --input, not both.");
    }
    if (name.toString().isEmpty()) {
      throw new UsageException("--input: '' is not a file name.");
    }
    return CompareRun.read(context.directory().resolve(name), asked.stream().findFirst());
  }
}
