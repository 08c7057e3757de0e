package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.HistoryFormat;
import dev.perftriage.app.HistoryRun;
import dev.perftriage.app.HistoryRun.HistoryRequest;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Metric;
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
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Shows the values of test cases through a range of merges, and since when they are what they are.
 */
final class HistoryCommand extends Command {

  static final String HEADER = "Show a test case's values over time, and its steps.";

  /** What makes a name a pattern. */
  private static final Pattern WILD = Pattern.compile("[*?!/,]");

  private final Option<String> benchmark =
      name("0", true, "BENCHMARK", "Its name, such as syn-2.0.101.");
  private final Option<String> profile = name("1", false, "PROFILE", "Its profile, such as opt.");
  private final Option<String> scenario =
      name("2", false, "SCENARIO", "Its scenario, such as full or \"incr-patched: println\".");

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
  private final ColorOption color = new ColorOption();

  private final Option<HistoryFormat> format =
      Option.word(HistoryFormat.class, "FORMAT", "-f", "--format")
          .defaultValue("text")
          .describe("text, svg, png, html, csv or json. Default: ${DEFAULT-VALUE}.");

  private final Option<String> file =
      Option.of(String.class, "FILE", "-o", "--output")
          .defaultValue(ReportTarget.STANDARD_OUTPUT)
          .describe("Write to FILE. Default: - (standard output).");

  private final Option<Boolean> force =
      Option.flag("--force").describe("Overwrite an existing file with -o.");

  HistoryCommand(CommandContext context) {
    super(context);
    Option.add(spec, benchmark, profile, scenario, from, to, metrics.option(), exact, sinceWhen)
        .addMixin(FilterOptions.HEADING, filters.section())
        .addMixin("%nData sources:%n", source.sectionForRange())
        .addMixin("%nOutput:%n", Option.section(color.option, format, file, force));
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

  private static Option<String> name(
      String index, boolean required, String label, String description) {
    return Option.parameter(
        String.class,
        PositionalParamSpec.builder()
            .index(index)
            .arity(required ? "1" : "0..1")
            .required(required)
            .paramLabel(label)
            .description(description));
  }

  @Override
  public Integer call() {
    ReportTarget target = new ReportTarget(file.value(), context.directory(), ReportTarget.OUTPUT);
    target.requireFile();
    target.requireFree(force.value());
    check(target);
    CaseFilter filter = filter();
    if (format.value().isDrawn()) {
      Drawing.begin(Option.NAMES);
    }
    Session session = source.session(context);
    Optional<LevelReport> found =
        HistoryRun.find(
            session,
            new HistoryRequest(
                filter, exactly(filter), from.given(), to.given(), metric(), exact.value()),
            context.diagnostics());
    session.trimCache();
    found.ifPresent(report -> write(report, target));
    return found.isPresent() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private void check(ReportTarget target) {
    if (sinceWhen.value() && format.value() != HistoryFormat.TEXT) {
      throw new UsageException("--since-when prints text; leave out --format.");
    }
    if (format.value().isBinary() && target.isStandardOutput()) {
      throw new UsageException("--format png needs -o FILE.");
    }
  }

  private void write(LevelReport report, ReportTarget target) {
    TextStyle style = target.isStandardOutput() ? color.style(context) : color.styleInFile();
    byte[] content =
        sinceWhen.value()
            ? TextLevels.renderSince(report).getBytes(StandardCharsets.UTF_8)
            : format.value().render(report, style, Option.NAMES);
    if (target.isStandardOutput()) {
      context.print(new String(content, StandardCharsets.UTF_8));
    } else {
      target.write("history", content);
    }
  }

  private Metric metric() {
    List<Metric> asked = metrics.asked();
    if (asked.size() != 1) {
      throw new UsageException("--metric: a history is of one metric; name one.");
    }
    return asked.get(0);
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
