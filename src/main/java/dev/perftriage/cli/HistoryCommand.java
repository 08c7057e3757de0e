package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.HistoryFormat;
import dev.perftriage.app.HistoryRun;
import dev.perftriage.app.HistoryRun.HistoryRequest;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.text.TextLevels;
import dev.perftriage.report.text.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shows the values of test cases through a range of merges, and since when they are what they are.
 */
final class HistoryCommand extends Command {

  static final String HEADER = "Show a test case's values over time, and its steps.";

  /** What makes a name a pattern. */
  private static final Pattern WILD = Pattern.compile("[*?!/,]");

  private final Option<String> benchmark =
      Option.parameter("0", true, "BENCHMARK", "Its name, such as syn-2.0.101.");
  private final Option<String> profile =
      Option.parameter("1", false, "PROFILE", "Its profile, such as opt.");
  private final Option<String> scenario =
      Option.parameter(
          "2", false, "SCENARIO", "Its scenario, such as full or \"incr-patched: println\".");

  private final Option<Revision> from =
      Option.revision("--from")
          .describe("The first merge. Default: 90d; offline, the first stored one.");

  private final Option<Revision> to =
      Option.revision("--to").describe("The last merge. Default: the newest measured one.");

  private final MetricOption metrics = MetricOption.withDefault("; a history is of one");

  private final Option<Boolean> exact =
      Option.flag("--exact")
          .describe(
              "Take the values on either side of each step from the comparison of the two merges,"
                  + " one request a step: the site's histories have seven digits.");

  private final Option<Boolean> sinceWhen =
      Option.flag("--since-when")
          .describe("Print only the merge of the last lasting step, its SHA and its size.");

  private final FilterOptions filters = new FilterOptions();
  private final SourceOptions source = new SourceOptions();

  private final FileOutput<HistoryFormat> output =
      new FileOutput<>(HistoryFormat.class, "text", "text, svg, png, html, csv or json.");

  HistoryCommand(CommandContext context) {
    super(context);
    Option.add(spec, benchmark, profile, scenario, from, to, metrics.option(), exact, sinceWhen)
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForRange())
        .addMixin("%nOutput:%n", output.section());
    describe(
        HEADER,
        "%nAsks the site for the values of each test case, one request each, divides them into"
            + " levels and names the merge, size and verdict of each step between them. Values that"
            + " the site carried over to unmeasured merges are marked and left out of levels. Where"
            + " the site has no history, and offline, the stored comparisons of the range are used."
            + " The names take the patterns of filters.");
    footer(
        "Examples",
        "  perf-triage history syn-2.0.101 opt full",
        "      the values of the last 90 days, with a plot",
        "  perf-triage history libc check full --since-when",
        "      the merge since which the level is what it is",
        "  perf-triage history 'serde*' check --from 1.90.0 --format svg -o serde.svg",
        "      all scenarios of some benchmarks as small multiples");
    furtherFooter(RevisionForms.HEADING, RevisionForms.LINES);
  }

  @Override
  public Integer call() {
    ReportTarget target = output.target(context);
    check(target);
    CaseFilter filter = filter();
    if (output.format().isDrawn()) {
      Drawing.begin(Option.NAMES);
    }
    Session session = source.session(context);
    Optional<LevelReport> found =
        HistoryRun.find(
            session,
            new HistoryRequest(
                filter,
                exactly(filter),
                from.given(),
                to.given(),
                metrics.single("a history is of one metric"),
                exact.value()),
            context.diagnostics());
    session.trimCache();
    found.ifPresent(report -> write(report, target));
    return found.isPresent() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private void check(ReportTarget target) {
    if (sinceWhen.value() && output.format() != HistoryFormat.TEXT) {
      throw new UsageException("--since-when prints text; leave out --format.");
    }
    if (output.format().isBinary() && target.isStandardOutput()) {
      throw new UsageException("--format png needs -o FILE.");
    }
  }

  private void write(LevelReport report, ReportTarget target) {
    TextStyle style = output.style(target, context);
    byte[] content =
        sinceWhen.value()
            ? TextLevels.renderSince(report).getBytes(StandardCharsets.UTF_8)
            : output.format().render(report, style, Option.NAMES);
    if (target.isStandardOutput()) {
      context.print(new String(content, StandardCharsets.UTF_8));
    } else {
      target.write("history", content);
    }
  }

  /** The filter of the options and the names. */
  private CaseFilter filter() {
    Map<Criterion, String> names = new LinkedHashMap<>();
    names.put(Criterion.BENCHMARK, benchmark.value());
    profile.given().ifPresent(name -> names.put(Criterion.PROFILE, name));
    scenario.given().ifPresent(name -> names.put(Criterion.SCENARIO, name));
    return filters.filter(names);
  }

  /** The test case that the names mean if they name one in full, on the default target. */
  private Optional<TestCase> exactly(CaseFilter filter) {
    boolean named = profile.given().isPresent() && scenario.given().isPresent();
    if (!named || filter.patterns().size() != 3) {
      return Optional.empty();
    }
    List<String> names = List.of(benchmark.value(), profile.value(), scenario.value());
    return names.stream().anyMatch(name -> WILD.matcher(name).find())
        ? Optional.empty()
        : Optional.of(
            new TestCase(
                names.get(0),
                names.get(1),
                names.get(2),
                TestCase.DEFAULT_BACKEND,
                TestCase.DEFAULT_TARGET));
  }
}
