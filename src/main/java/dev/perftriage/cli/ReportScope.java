package dev.perftriage.cli;

import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.app.LastLog;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is reported. */
final class ReportScope {

  private static final String REPORTS = "reports";
  private static final String NOBODY = "???";

  private final Option<Revision> start =
      Options.revision("--start")
          .description(
              "The commit before the first merge, where the last report ended: a SHA, a date, 7d,"
                  + " pr:148040 or another revision (see compare --help). Default with --offline:"
                  + " the oldest commit in the store.")
          .build();

  private final Option<String> sinceLast =
      Option.of(String.class, "--since-last")
          .paramLabel("PATH")
          .description(
              "Start where this log ended, or the newest log in this folder that predates the"
                  + " report. Default: reports, if it has one, except with --offline.")
          .build();

  private final Option<Revision> end =
      Options.revision("--end")
          .description("The last merge. Default: the newest measured commit.")
          .build();

  private final MetricOption metrics =
      MetricOption.withDefault(
          "Metric, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or separated by commas; the first one decides"
              + " which merges are listed, the others add a line to each.");

  private final Option<Integer> context =
      Option.of(Integer.class, "--context")
          .paramLabel("N")
          .defaultValue(Integer.toString(NoiseRules.CONTEXT))
          .description(
              "Number of merges before the range used by noise verdicts, 0 or more. Default:"
                  + " ${DEFAULT-VALUE}.")
          .build();

  private final Option<LocalDate> date =
      Option.of(LocalDate.class, "--date")
          .paramLabel("YYYY-MM-DD")
          .converter(new Converters.OfDate())
          .description("The report's date. Default: today in UTC.")
          .build();

  private final Option<String> triager =
      Option.of(String.class, "--triager")
          .paramLabel("NAME")
          .converter(new Converters.OfLogin())
          .description("The triager's GitHub login. Default: a placeholder.")
          .build();

  /** The options as a section of help. */
  CommandSpec section() {
    CommandSpec section = Option.add(CommandSpec.create(), start, sinceLast, end);
    metrics.addTo(section);
    return Option.add(section, context, date, triager);
  }

  @Nullable Revision start() {
    return start.valueOrNull();
  }

  @Nullable Revision end() {
    return end.valueOrNull();
  }

  /**
   * The log to start from: the one that is asked for, or the last one that stands in reports/.
   *
   * @param date the report's; the log is of a day before
   * @param offline whether the store's oldest commit is there to start from
   * @return empty where there is something else to start from
   * @throws UsageException where there is nothing
   */
  Optional<LastLog> lastLog(LocalDate date, boolean offline, CommandContext context) {
    if (sinceLast.valueOrNull() != null) {
      return Optional.of(askedLog(date, context));
    }
    if (start() != null || offline) {
      return Optional.empty();
    }
    Optional<LastLog> last =
        LastLog.find(REPORTS + "/", date, context.logs(), context::error, Options.NAMES);
    if (last.isEmpty()) {
      throw new UsageException(
          "Give --start REV, the end of the last report's range. There is no earlier report to"
              + " start from in "
              + REPORTS
              + "/.");
    }
    return last;
  }

  private LastLog askedLog(LocalDate date, CommandContext context) {
    if (start() != null) {
      throw new UsageException("Give --start or --since-last, not both.");
    }
    String path = sinceLast.value();
    return LastLog.find(path, date, context.logs(), context::error, Options.NAMES)
        .orElseThrow(
            () ->
                new UsageException(
                    "--since-last: " + path + " has no log that predates " + date + "."));
  }

  /** The metrics, each once; the first decides what is listed. */
  List<Metric> metrics() {
    return metrics.asked();
  }

  /** How many merges before the range verdicts on noise look at. */
  int context() {
    return Options.atLeast(0, context);
  }

  LocalDate date(CommandContext context) {
    LocalDate given = date.valueOrNull();
    return given != null ? given : context.today();
  }

  String triager() {
    String given = triager.valueOrNull();
    return given == null ? NOBODY : given;
  }
}
