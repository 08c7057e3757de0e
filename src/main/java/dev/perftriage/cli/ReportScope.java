package dev.perftriage.cli;

import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.app.LastLog;
import dev.perftriage.app.UsageException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options that select what is reported. */
final class ReportScope {

  private static final String REPORTS = "reports";
  private static final String NOBODY = "???";

  final RangeOptions range;

  private final Option<String> sinceLast =
      Option.of(String.class, "PATH", "--since-last")
          .describe(
              "Start where this log ended, or the newest log in this folder that predates the"
                  + " report. Default: reports, if it has one, except with --offline.");

  final MetricOption metrics =
      MetricOption.withDefault(
          "; the first one decides which merges are listed, the others add a line to each");

  private final Option<Integer> context =
      Option.number("N", "--context")
          .defaultValue(Integer.toString(NoiseRules.CONTEXT))
          .describe(
              "Number of merges before the range to fetch for noise verdicts, 0 or more. Verdicts"
                  + " use up to "
                  + NoiseRules.STORED_CONTEXT
                  + " if they are stored. Default: ${DEFAULT-VALUE}.");

  private final Option<LocalDate> date =
      Option.of(LocalDate.class, "YYYY-MM-DD", "--date")
          .converter(Converters::date)
          .describe("The report's date. Default: today in UTC.");

  private final Option<String> triager =
      Option.of(String.class, "NAME", "--triager")
          .converter(Converters::login)
          .describe("The triager's GitHub login. Default: a placeholder.");

  ReportScope(SourceOptions source) {
    range =
        RangeOptions.optional(
            ", where the last report ended",
            " Default with --offline: the oldest commit in the store.",
            source);
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.section(
        range.start, sinceLast, range.end, metrics.option(), context, date, triager);
  }

  /**
   * The log to start from: the requested one, or the last one in reports/.
   *
   * @param date the report's date, before which the log must be dated
   * @param offline whether the range can start at the store's oldest commit
   * @return empty if the range starts elsewhere
   * @throws UsageException if there is nothing to start from
   */
  Optional<LastLog> lastLog(LocalDate date, boolean offline, CommandContext context) {
    if (sinceLast.given().isPresent()) {
      return Optional.of(askedLog(sinceLast.value(), date, context));
    }
    if (range.start.given().isPresent() || offline) {
      return Optional.empty();
    }
    return Optional.of(
        find(REPORTS + "/", date, context)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Give --start REV, the end of the last report's range. There is no earlier"
                            + " report to start from in "
                            + REPORTS
                            + "/.")));
  }

  private LastLog askedLog(String path, LocalDate date, CommandContext context) {
    if (range.start.given().isPresent()) {
      throw new UsageException("Give --start or --since-last, not both.");
    }
    return find(path, date, context)
        .orElseThrow(
            () ->
                new UsageException(
                    "--since-last: " + path + " has no log that predates " + date + "."));
  }

  private static Optional<LastLog> find(String path, LocalDate date, CommandContext context) {
    return LastLog.find(path, date, context.logs(), context::error, Option.NAMES);
  }

  /** The number of merges before the range that noise verdicts use. */
  int context() {
    return Option.atLeast(0, context);
  }

  LocalDate date(CommandContext context) {
    return date.given().orElseGet(context::today);
  }

  String triager() {
    return triager.given().orElse(NOBODY);
  }
}
