package dev.perftriage.cli;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.source.ComparisonReader;
import dev.perftriage.source.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two revisions. */
@Command(
    name = "compare",
    header = "Compare two revisions by a metric.",
    description =
        "%nPrints what both revisions are, the summary table as the site computes it, the relevant"
            + " test cases with the largest change first, benchmarks that newly fail, and the"
            + " compiler's size and build time.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "perf-triage compare [OPTIONS] START END",
      "       perf-triage compare [OPTIONS] --input FILE"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage compare 1.90.0 1.91.0 --metric max-rss",
      "      compare two releases by their peak memory",
      "  perf-triage compare --input answer.json --format markdown",
      "      show a saved answer of the site as a comment for a pull request",
      "  perf-triage compare 1.90.0 1.91.0 --charts=charts --html releases.html",
      "      the same with charts and a page to look at"
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class CompareCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "START",
      converter = Converters.OfRevision.class,
      description = "The earlier revision: a full SHA, a release tag or a date YYYY-MM-DD.")
  private @Nullable String start;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "END",
      converter = Converters.OfRevision.class,
      description = "The later revision, likewise.")
  private @Nullable String end;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "Read a saved answer of the site, JSON or MessagePack, instead of asking.")
  private @Nullable Path input;

  @Option(
      names = {"-m", "--metric"},
      paramLabel = "METRIC",
      converter = Converters.OfMetric.class,
      completionCandidates = Candidates.Metrics.class,
      description =
          "What to compare, by the site's name. Default: what the name of --input says, else"
              + " instructions:u.")
  private @Nullable Metric metric;

  @ArgGroup(validate = false, heading = "%nWhere facts come from:%n")
  private SourceOptions source = new SourceOptions();

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private CompareOutput output = new CompareOutput();

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    output.check(spec.commandLine());
    ComparisonReport report = new ComparisonReport(List.of(JudgedComparison.of(comparison())));
    report.metrics().forEach(one -> Notes.onDisagreements(one.summaries(), surroundings));
    List<Chart> charts = output.needsCharts() ? charts(report) : List.of();
    List<FigureFile> files = output.charts.areWanted() ? write(charts, report) : List.of();
    if (output.page != null) {
      ReportTarget.pageFile(output.page, surroundings.directory())
          .write(
              CompareFormat.HTML.render(report, charts, files, output.style(surroundings)),
              surroundings);
    }
    surroundings
        .out()
        .print(output.format.render(report, charts, files, output.style(surroundings)));
    return ExitCodes.DONE;
  }

  private static List<Chart> charts(ComparisonReport report) {
    Drawing.prepare();
    return Charts.ofComparison(ComparableTestCases.of(report.leading().facts()));
  }

  /** Writes the charts, and says where, since standard output is the comparison's alone. */
  private List<FigureFile> write(List<Chart> charts, ComparisonReport report) {
    String folder =
        output
            .charts
            .folder()
            .orElse(
                "compare-"
                    + report.before().shortCommit()
                    + "-"
                    + report.after().shortCommit()
                    + "-charts");
    Path directory = surroundings.directory();
    List<FigureFile> files =
        new ChartFiles(folder, directory.resolve(folder))
            .write(charts, output.charts.formats(), directory);
    surroundings
        .err()
        .print("perf-triage: " + Numbers.counted(charts.size(), "chart") + " in " + folder + "\n");
    return files;
  }

  private ArtifactComparison comparison() {
    if (input != null) {
      if (start != null) {
        throw new ParameterException(
            spec.commandLine(), "Give START and END or --input, not both.");
      }
      if (input.toString().isEmpty()) {
        throw new ParameterException(spec.commandLine(), "--input: '' is no name of a file.");
      }
      Path file = surroundings.directory().resolve(input);
      Metric named = Store.metricOf(file).orElse(Metric.INSTRUCTIONS);
      return ComparisonReader.read(file, metric != null ? metric : named);
    }
    if (start == null || end == null) {
      throw new ParameterException(
          spec.commandLine(), "Give two revisions, START and END, or a saved answer with --input.");
    }
    return source
        .facts(spec.commandLine(), surroundings)
        .comparison(start, end, metric != null ? metric : Metric.INSTRUCTIONS);
  }
}
