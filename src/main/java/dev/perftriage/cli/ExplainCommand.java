package dev.perftriage.cli;

import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.app.ExplainFormat;
import dev.perftriage.app.ExplainRun;
import dev.perftriage.app.ExplainRun.ExplainRequest;
import dev.perftriage.app.ExplainRun.Explained;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import dev.perftriage.report.text.TextStyle;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Says which changes of a merge or a try build are noise, and why. */
final class ExplainCommand extends Command {

  static final String HEADER = "Tell real changes of a merge or try build from noise.";

  private static final String USUAL_AFTER = "15";

  private final Option<Revision> revision =
      Option.parameter(
          Revision.class,
          PositionalParamSpec.builder()
              .index("0")
              .paramLabel("REV")
              .converters((ITypeConverter<Revision>) Converters::revision)
              .description(
                  "The merge or try build: a SHA, #148202, pr:148202 or another form. A pull request"
                      + " that is not merged stands for its last finished try build."));

  private final Option<Integer> before =
      Option.of(Integer.class, "N", "--before")
          .defaultValue(Integer.toString(NoiseRules.CONTEXT))
          .describe("Merges before it that are evidence. Default: ${DEFAULT-VALUE}.");

  private final Option<Integer> after =
      Option.of(Integer.class, "N", "--after")
          .defaultValue(USUAL_AFTER)
          .describe(
              "Merges after it, or after a try build's parent, that are evidence. Default:"
                  + " ${DEFAULT-VALUE}.");

  private final MetricOption metrics = MetricOption.withDefault("; verdicts are by one");
  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<ExplainFormat> output =
      new FileOutput<>(
          ExplainFormat.class,
          "text",
          "text, markdown (a comment, no longer than GitHub allows) or json.");

  ExplainCommand(CommandContext context) {
    super(context);
    Option.add(spec, revision, before, after, metrics.option())
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForRange())
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nCompares the revision with its parent, and judges each relevant change by the values of"
            + " the merges around it, as report --explain does. A change of a try build is noise if"
            + " the test case takes such values without it, and real if the odds against that are"
            + " 3 : 1 or more. Names what is left without the noise and, for a rollup, the members"
            + " that caused it.");
    footer(
        "Examples",
        "  perf-triage explain pr:148202",
        "      the verdicts on a merge, with their evidence",
        "  perf-triage explain 5c2ee4fb0a786d314f716c18ecef20934def20c5 --format markdown",
        "      those on a try build, as a comment for its pull request");
    furtherFooter(RevisionForms.HEADING, RevisionForms.LINES);
  }

  @Override
  public Integer call() {
    ReportTarget target = output.target(context);
    if (!revision.value().isMerge()) {
      throw new UsageException("REV: a release has no parent on master; name a merge.");
    }
    ExplainRequest request =
        new ExplainRequest(
            revision.value(),
            Option.atLeast(1, before),
            Option.atLeast(0, after),
            metrics.single("verdicts are by one metric"),
            filters.filter(Optional.empty()));
    Session session = source.session(context);
    Explained explained =
        new ExplainRun(
                session,
                request,
                () -> source.progress(context, "comparisons"),
                context.diagnostics())
            .explain();
    session.trimCache();
    TextStyle style = output.style(target, context);
    target.write(output.format().render(explained, style), context);
    return explained.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }
}
