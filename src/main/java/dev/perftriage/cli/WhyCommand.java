package dev.perftriage.cli;

import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.app.WhyFormat;
import dev.perftriage.app.WhyRun;
import dev.perftriage.app.WhyRun.FoundQueries;
import dev.perftriage.app.WhyRun.WhyRequest;
import dev.perftriage.model.Revision;
import dev.perftriage.report.text.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Names the queries of the compiler that a revision changed. */
final class WhyCommand extends Command {

  static final String HEADER = "Name the queries of the compiler behind a change.";

  private final Option<String> revision =
      Option.parameter(
          String.class,
          PositionalParamSpec.builder()
              .index("0")
              .paramLabel("REV")
              .description(
                  "A merge or try build, compared with its parent, or two revisions as A..B; the"
                      + " forms are listed below."));

  private final Option<String> benchmark =
      Option.parameter("1", false, "BENCHMARK", "The test case's benchmark.");
  private final Option<String> profile = Option.parameter("2", false, "PROFILE", "Its profile.");
  private final Option<String> scenario = Option.parameter("3", false, "SCENARIO", "Its scenario.");

  private final MetricOption metrics = MetricOption.withDefault("");

  private final Option<Boolean> allQueries =
      Option.flag("--all-queries")
          .describe("List every query. Default: at most five, those that changed most.");

  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<WhyFormat> output =
      new FileOutput<>(WhyFormat.class, "text", "text, markdown or json.");

  WhyCommand(CommandContext context) {
    super(context);
    Option.add(spec, revision, benchmark, profile, scenario, metrics.option(), allQueries)
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.section())
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nCompares a revision with its parent, or two revisions, and asks the site for the"
            + " self-profiles of the three largest relevant changes, or of the test case that is named, relevant or not."
            + " Prints which queries changed most: by invocations, which are exact, then by self"
            + " time, which is that of one run; the sections of the compilation; the sizes of"
            + " artifacts; links to the site; and the command that measures both compilers with"
            + " Cachegrind.");
    spec.usageMessage()
        .customSynopsis(
            "perf-triage why [OPTIONS] REV",
            "       perf-triage why [OPTIONS] REV BENCHMARK PROFILE SCENARIO");
    footer(
        "Examples",
        "  perf-triage why '#148202'",
        "      what the compiler does more often since this merge",
        "  perf-triage why pr:148040 stm32f4-0.15.1 check full --all-queries",
        "      every query of one test case");
    furtherFooter(RevisionForms.HEADING, RevisionForms.LINES);
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_USAGE,
        ExitCodes.DATA + ":data is missing, such as the self-profile of one of the test cases",
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    ReportTarget target = output.target(context);
    WhyRequest request = request();
    Session session = source.session(context);
    FoundQueries found =
        WhyRun.find(
            session,
            request,
            () -> source.progress(context, "self-profiles"),
            context.diagnostics());
    session.trimCache();
    TextStyle style = output.style(target, context);
    target.write(output.format().render(found.report(), style), context);
    return found.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private WhyRequest request() {
    String word = revision.value();
    Optional<RevisionPair> pair = RevisionPair.parse(word, source::isSite);
    pair.ifPresent(context::noteUnapplied);
    Revision first =
        pair.map(RevisionPair::start).orElseGet(() -> Converters.revision("REV", word));
    if (pair.isEmpty() && !first.isMerge()) {
      throw new UsageException(
          "'" + word + "' is a release, which has no parent; compare two as A..B.");
    }
    WhyRequest request =
        new WhyRequest(
            first,
            pair.map(RevisionPair::end),
            metrics.asked(pair, spec.commandLine().getParseResult()),
            filters.filter(pair),
            false,
            allQueries.value());
    List<String> names =
        Stream.of(benchmark, profile, scenario).flatMap(name -> name.given().stream()).toList();
    return switch (names.size()) {
      case 0 -> request;
      case 3 -> request.of(names);
      default ->
          throw new UsageException(
              "Give BENCHMARK, PROFILE and SCENARIO, or none of them; filters select by some.");
    };
  }
}
