package dev.perftriage.cli;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.report.data.JsonComparison;
import dev.perftriage.report.markdown.MarkdownComparison;
import dev.perftriage.report.text.TextComparison;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.source.ComparisonReader;
import dev.perftriage.source.Store;
import java.nio.file.Path;
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
      "      show a saved answer of the site as a comment for a pull request"
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
      description =
          "What to compare, by the site's name. Default: what the name of --input says, else"
              + " instructions:u.")
  private @Nullable Metric metric;

  @ArgGroup(validate = false, heading = "%nWhere facts come from:%n")
  private SourceOptions source = new SourceOptions();

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private Output output = new Output();

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    JudgedComparison judged = JudgedComparison.of(comparison());
    Notes.onDisagreements(judged.summaries(), surroundings);
    surroundings.out().print(output.format.render(judged, output.style(surroundings)));
    return ExitCodes.DONE;
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

  /** How the comparison is printed. */
  static final class Output extends ColorOption {

    @Option(
        names = {"-f", "--format"},
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "text, markdown or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    private TextStyle style(Surroundings surroundings) {
      return new TextStyle(isColorful(surroundings), surroundings.terminal().columns());
    }
  }

  /** The formats. */
  enum Format {
    /** For a terminal. */
    TEXT {
      @Override
      String render(JudgedComparison judged, TextStyle style) {
        return TextComparison.render(judged, style);
      }
    },
    /** For a comment. */
    MARKDOWN {
      @Override
      String render(JudgedComparison judged, TextStyle style) {
        return MarkdownComparison.render(judged);
      }
    },
    /** For programs. */
    JSON {
      @Override
      String render(JudgedComparison judged, TextStyle style) {
        return JsonComparison.render(judged);
      }
    };

    abstract String render(JudgedComparison judged, TextStyle style);
  }
}
