package dev.perftriage.cli;

import dev.perftriage.app.DrawingSetup;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.data.HistoryData;
import dev.perftriage.log.history.HistoryCharts;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints how the weeks went. */
final class LogHistoryCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final PositionalParamSpec paths =
      PositionalParamSpec.builder()
          .type(List.class)
          .arity("1..*")
          .required(true)
          .paramLabel("PATH")
          .description("Logs, and folders of logs named YYYY-MM-DD.md.")
          .build();

  private final OptionSpec from = day("--from", "First day. Default: that of the oldest log.");
  private final OptionSpec to =
      day("--to", "Last day, inclusive. Default: that of the newest log.");

  private final OptionSpec format =
      Options.word(EnumWords.of(Format.values()), "--format")
          .paramLabel("FORMAT")
          .defaultValue("text")
          .description("text, csv or json. Default: ${DEFAULT-VALUE}.")
          .build();

  private final OptionSpec charts =
      Options.flag("--charts")
          .description("Also write SVG charts of means, counts, noise and the compounded mean.")
          .build();

  private final OptionSpec chartsTo =
      OptionSpec.builder("--charts-to")
          .type(String.class)
          .paramLabel("DIR")
          .defaultValue("reports/history")
          .description("Folder for the charts. Default: ${DEFAULT-VALUE}.")
          .build();

  private final ColorOption color = new ColorOption();

  private LogHistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    addOptions();
    spec.usageMessage()
        .sortOptions(false)
        .header("Show the history of the weeks, one row per log.")
        .description(
            "%nEntries and rollups are counted, not read from the counts line; an entry is noise if"
                + " one of its notes says so. Means and ranges come from the summary table, which"
                + " logs have had since May 2022.")
        .footerHeading("%nExample:%n")
        .footer("  perf-triage log history reports --from 2025-01-01 --format csv");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new LogHistoryCommand(surroundings).spec;
  }

  private void addOptions() {
    spec.addPositional(paths)
        .addOption(from)
        .addOption(to)
        .addOption(format)
        .addOption(charts)
        .addOption(chartsTo);
    color.addTo(spec);
    Options.addHelp(spec);
  }

  private static OptionSpec day(String name, String description) {
    return OptionSpec.builder(name)
        .type(LocalDate.class)
        .paramLabel("YYYY-MM-DD")
        .converters(new Converters.OfDate())
        .description(description)
        .build();
  }

  @Override
  public Integer call() {
    List<TriageLog> logs = surroundings.logs().readAll(paths.getValue());
    for (TriageLog log : logs) {
      if (log.date().isEmpty()) {
        throw new DataException(
            "Reading the log " + log.source().name() + ": no date in its name or title");
      }
    }
    List<TriageLog> chosen =
        logs.stream().filter(log -> isWanted(log.date().orElseThrow())).toList();
    if (chosen.isEmpty()) {
      throw new DataException(
          "None of " + Numbers.counted(logs.size(), "log") + " is in this period");
    }
    List<HistoryWeek> weeks = HistoryWeek.of(chosen);
    Format chosenFormat = format.getValue();
    surroundings
        .out()
        .print(
            switch (chosenFormat) {
              case TEXT -> HistoryText.render(weeks, color.style(surroundings));
              case CSV -> HistoryData.csv(weeks);
              case JSON -> HistoryData.json(weeks);
            });
    noteWhatIsNotUnderstood(chosen);
    boolean drawn = charts.getValue();
    if (drawn) {
      drawCharts(weeks);
    }
    return ExitCodes.DONE;
  }

  private void drawCharts(List<HistoryWeek> weeks) {
    String folder = chartsTo.getValue();
    DrawingSetup.prepare(Options.NAMES);
    HistoryCharts.render(weeks)
        .forEach(
            (file, svg) -> {
              String name = folder + "/" + file;
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
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    return (first == null || !date.isBefore(first)) && (last == null || !date.isAfter(last));
  }

  private void noteWhatIsNotUnderstood(List<TriageLog> logs) {
    int places = logs.stream().mapToInt(log -> log.notUnderstood().size()).sum();
    if (places > 0) {
      surroundings.note(
          Numbers.counted(places, "place")
              + (places == 1 ? " is" : " are")
              + " not understood in these logs; log check lists them");
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
