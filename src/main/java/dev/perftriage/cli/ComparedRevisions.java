package dev.perftriage.cli;

import dev.perftriage.app.CompareRun;
import dev.perftriage.app.Compared;
import dev.perftriage.app.LogReader;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.source.io.SizeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options that select what is compared: two revisions, one revision and its parent, the URL of
 * a comparison, a saved response, or two backends of one revision; the metrics; and whether to
 * include runtime benchmarks.
 */
final class ComparedRevisions {

  private static final String WHAT_TO_GIVE =
      "Give two revisions, START and END, or a saved response with --input.";

  private final Option<String> startWord =
      Option.parameter(
          String.class,
          PositionalParamSpec.builder()
              .index("0")
              .arity("0..1")
              .paramLabel("START")
              .description(
                  "The earlier revision; the forms are listed below.",
                  "A single revision is compared with its parent: compare pr:148040 shows the"
                      + " effect of that pull request."));

  private final Option<Revision> endRevision =
      Option.parameter(
          Revision.class,
          PositionalParamSpec.builder()
              .index("1")
              .arity("0..1")
              .paramLabel("END")
              .converters((ITypeConverter<Revision>) Converters::revision)
              .description("The later revision, likewise."));

  private final Option<Path> input =
      Option.of(Path.class, "FILE", "-i", "--input")
          .describe(
              "Read a saved response of the site, JSON or MessagePack, instead of fetching; - for"
                  + " standard input.");

  private final MetricOption metrics =
      MetricOption.withoutDefault(
          "; the first one leads. Default: the metric in the URL or in the file name of"
              + " --input, otherwise instructions:u.");

  final Option<Boolean> runtime =
      Option.flag("--runtime").describe("Also compare the runtime benchmarks.");

  private final Option<List<String>> backends =
      Option.list(String.class, name -> name, "NAME", "--backends")
          .describe(
              "Compare two backends of one revision REV, such as llvm,cranelift: the first is"
                  + " before, the second after. Lists all test cases, because backends have no"
                  + " noise threshold.");

  void addTo(CommandSpec command) {
    Option.add(command, startWord, endRevision, input, metrics.option(), runtime, backends);
  }

  /** The names of the two backends; empty if not requested. */
  List<String> backends() {
    return backends.value();
  }

  boolean areBackends() {
    return !backends().isEmpty();
  }

  /** Rejects options that do not apply to backends. */
  void checkBackends(boolean withCharts, boolean withGates) {
    if (!areBackends()) {
      return;
    }
    if (backends().size() != 2 || backends().get(0).equals(backends().get(1))) {
      throw new UsageException("--backends takes exactly two backends, such as llvm,cranelift.");
    }
    if (withCharts || runtime.value() || withGates) {
      throw new UsageException(
          "--backends does not work with --format html, --html, --charts, --runtime and"
              + " --fail-on.");
    }
  }

  /** The comparison by each requested metric. */
  Compared comparisons(SourceOptions source, CommandContext context) {
    if (input.given().isPresent()) {
      return saved(input.value(), source.sizeLimit(), context);
    }
    Optional<RevisionPair> pair = pair(source);
    if (areBackends() && (endRevision.given().isPresent() || pair.isPresent())) {
      throw new UsageException("--backends takes one revision.");
    }
    String start = startWord.given().orElseThrow(() -> new UsageException(WHAT_TO_GIVE));
    CompareRun.CompareRequest request = request(start, pair);
    return CompareRun.fetch(source.session(context), request);
  }

  /** Both revisions, if one word names them. */
  Optional<RevisionPair> pair(SourceOptions source) {
    return startWord
        .given()
        .filter(start -> endRevision.given().isEmpty() && input.given().isEmpty())
        .flatMap(start -> RevisionPair.parse(start, source::isSite));
  }

  /** The command that fetches the merges around what was compared, into the same store. */
  static String fetchingAround(ArtifactComparison compared, SourceOptions source) {
    String start = compared.before().commit().text();
    String end = compared.after().commit().text();
    boolean isOneStep = compared.contiguous() || compared.after().isTry();
    String command =
        isOneStep ? "explain " + end : "fetch --start %s --end %s".formatted(start, end);
    String by =
        compared.metric().equals(Metric.INSTRUCTIONS)
            ? ""
            : " --metric " + ShellWord.quoted(compared.metric().name());
    return "perf-triage "
        + command
        + by
        + source
            .store
            .given()
            .map(folder -> " --store " + ShellWord.quoted(folder.toString()))
            .orElse("");
  }

  private CompareRun.CompareRequest request(String start, Optional<RevisionPair> pair) {
    List<Metric> asked = metrics.asked();
    Revision first =
        pair.map(RevisionPair::start).orElseGet(() -> Converters.revision("START", start));
    Optional<Revision> second = pair.map(RevisionPair::end).or(endRevision::given);
    if (second.isEmpty() && !areBackends() && !first.isMerge()) {
      throw new UsageException(
          "'" + start + "' is a release, which has no parent. " + WHAT_TO_GIVE);
    }
    Metric usual = pair.flatMap(RevisionPair::metric).orElse(Metric.INSTRUCTIONS);
    return new CompareRun.CompareRequest(
        first, second, areBackends(), asked.isEmpty() ? List.of(usual) : asked);
  }

  /** A saved response, by the requested metric, or else the one in its file name. */
  private Compared saved(Path name, SizeLimit limit, CommandContext context) {
    List<Metric> asked = metrics.asked();
    if (asked.size() > 1) {
      throw new UsageException("--input has one metric: give at most one with --metric.");
    }
    if (startWord.given().isPresent()) {
      throw new UsageException("Give START and END or --input, not both.");
    }
    if (name.toString().isEmpty()) {
      throw new UsageException("--input: '' is not a file name.");
    }
    Optional<Metric> named = CompareRun.metricOf(name);
    Metric metric = asked.stream().findFirst().or(() -> named).orElse(Metric.INSTRUCTIONS);
    CompareRun.Saved saved =
        name.toString().equals(LogReader.STANDARD_INPUT)
            ? CompareRun.read(context.in(), metric, limit)
            : CompareRun.read(context.directory().resolve(name), metric, limit);
    if (asked.isEmpty() && named.isEmpty()) {
      context.note(
          "--input: neither --metric nor the name of the file says the metric; assuming "
              + Metric.INSTRUCTIONS);
    } else if (!named.orElse(Metric.INSTRUCTIONS).equals(metric) && !saved.namesMetric()) {
      context.note(
          "--input: the response does not name its metric"
              + named.map(some -> ", and its file name says " + some).orElse("")
              + "; taken to be "
              + metric
              + ", as --metric says");
    }
    return saved.compared();
  }
}
