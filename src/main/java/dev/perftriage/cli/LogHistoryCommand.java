package dev.perftriage.cli;

import dev.perftriage.log.TriageLog;
import dev.perftriage.log.data.HistoryData;
import dev.perftriage.log.history.HistoryCharts;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.text.TextStyle;
import dev.perftriage.source.AtomicFiles;
import dev.perftriage.source.DataException;
import dev.perftriage.source.IoReasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how the weeks went. */
@Command(
    name = "history",
    header = "Show how the weeks went, one row a log.",
    description =
        "%nEntries and rollups are counted, not taken from the counts line; an entry is noise where"
            + " one of its notes says so. Means and ranges are those of the summary table, which"
            + " logs have had since May 2022.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  perf-triage log history reports --from 2025-01-01 --format csv",
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class LogHistoryCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Logs, and folders of logs named YYYY-MM-DD.md.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM-DD",
      converter = Converters.OfDate.class,
      description = "The first day. Default: the oldest log's.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "YYYY-MM-DD",
      converter = Converters.OfDate.class,
      description = "The last day, included. Default: the newest log's.")
  private @Nullable LocalDate to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--charts",
      fallbackValue = "true",
      description = "Draw means, counts, noise and the compounded mean too, as SVG files.")
  private boolean charts;

  @Option(
      names = "--charts-to",
      paramLabel = "DIR",
      defaultValue = "reports/history",
      description = "The folder for the charts. Default: ${DEFAULT-VALUE}.")
  private String chartFolder = "";

  @Mixin private ColorOption color = new ColorOption();

  LogHistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<TriageLog> logs = new LogReader(surroundings).readAll(paths);
    for (TriageLog log : logs) {
      if (log.date().isEmpty()) {
        throw new DataException(
            "Reading the log "
                + log.source().name()
                + ": neither its name nor its title gives a date");
      }
    }
    List<TriageLog> chosen =
        logs.stream().filter(log -> isWanted(log.date().orElseThrow())).toList();
    if (chosen.isEmpty()) {
      throw new DataException(
          "None of " + Numbers.counted(logs.size(), "log") + " is of these days");
    }
    List<HistoryWeek> weeks = HistoryWeek.of(chosen);
    surroundings
        .out()
        .print(
            switch (format) {
              case TEXT -> HistoryText.render(weeks, style());
              case CSV -> HistoryData.csv(weeks);
              case JSON -> HistoryData.json(weeks);
            });
    noteWhatIsNotUnderstood(chosen);
    if (charts) {
      drawCharts(weeks);
    }
    return ExitCodes.DONE;
  }

  private void drawCharts(List<HistoryWeek> weeks) {
    Drawing.prepare();
    HistoryCharts.render(weeks)
        .forEach(
            (file, svg) -> {
              String name = chartFolder + "/" + file;
              try {
                AtomicFiles.write(
                    surroundings.directory().resolve(name), svg.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new DataException(
                    "Writing the chart "
                        + name
                        + " failed: "
                        + IoReasons.of(e)
                        + "; --charts-to DIR writes elsewhere",
                    e);
              }
              surroundings.error("wrote " + name);
            });
  }

  private boolean isWanted(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
  }

  private TextStyle style() {
    return new TextStyle(color.isColorful(surroundings), surroundings.terminal().columns());
  }

  private void noteWhatIsNotUnderstood(List<TriageLog> logs) {
    int places = logs.stream().mapToInt(log -> log.notUnderstood().size()).sum();
    if (places > 0) {
      surroundings
          .err()
          .println(
              "perf-triage: note: "
                  + Numbers.counted(places, "place")
                  + " in these logs is not understood; log check names each");
    }
  }

  /** What the weeks are printed as. */
  enum Format {
    /** A table. */
    TEXT,
    /** For spreadsheets. */
    CSV,
    /** For programs. */
    JSON
  }
}
