package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.DrawingSetup;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.data.HistoryData;
import dev.perftriage.log.history.HistoryCharts;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Numbers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints how the weeks went. */
final class LogHistoryCommand implements Callable<Integer> {

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<List<String>> paths =
      Option.parameters("PATH", "Logs, and folders of logs named YYYY-MM-DD.md.");

  private final Option<LocalDate> from =
      day("--from", "First day. Default: that of the oldest log.");
  private final Option<LocalDate> to =
      day("--to", "Last day, inclusive. Default: that of the newest log.");

  private final Option<Format> format =
      Options.word(EnumWords.of(Format.values()), "--format")
          .paramLabel("FORMAT")
          .defaultValue("text")
          .description("text, csv or json. Default: ${DEFAULT-VALUE}.")
          .build();

  private final Option<Boolean> charts =
      Options.flag("--charts")
          .description("Also write SVG charts of means, counts, noise and the compounded mean.")
          .build();

  private final Option<String> chartsTo =
      Option.of(String.class, "--charts-to")
          .paramLabel("DIR")
          .defaultValue("reports/history")
          .description("Folder for the charts. Default: ${DEFAULT-VALUE}.")
          .build();

  private final ColorOption color = new ColorOption();

  private LogHistoryCommand(CommandContext context) {
    this.context = context;
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

  static CommandSpec spec(CommandContext context) {
    return new LogHistoryCommand(context).spec;
  }

  private void addOptions() {
    Option.add(spec, paths, from, to, format, charts, chartsTo);
    color.addTo(spec);
    Options.addHelp(spec);
  }

  private static Option<LocalDate> day(String name, String description) {
    return Option.of(LocalDate.class, name)
        .paramLabel("YYYY-MM-DD")
        .converter(new Converters.OfDate())
        .description(description)
        .build();
  }

  @Override
  public Integer call() {
    List<TriageLog> logs = context.logs().readAll(paths.value());
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
    Format chosenFormat = format.value();
    context
        .out()
        .print(
            switch (chosenFormat) {
              case TEXT -> HistoryText.render(weeks, color.style(context));
              case CSV -> HistoryData.csv(weeks);
              case JSON -> HistoryData.json(weeks);
            });
    noteWhatIsNotUnderstood(chosen);
    boolean drawn = charts.value();
    if (drawn) {
      drawCharts(weeks);
    }
    return ExitCodes.DONE;
  }

  private void drawCharts(List<HistoryWeek> weeks) {
    String folder = chartsTo.value();
    ChartFiles files =
        new ChartFiles(folder, context.directory().resolve(folder), chartsTo.name() + " DIR");
    DrawingSetup.prepare(Options.NAMES);
    HistoryCharts.render(weeks)
        .forEach(
            (file, svg) -> {
              files.write(file, svg.getBytes(StandardCharsets.UTF_8));
              context.error("wrote " + folder + "/" + file);
            });
  }

  private boolean isWanted(LocalDate date) {
    LocalDate first = from.valueOrNull();
    LocalDate last = to.valueOrNull();
    return (first == null || !date.isBefore(first)) && (last == null || !date.isAfter(last));
  }

  private void noteWhatIsNotUnderstood(List<TriageLog> logs) {
    int places = logs.stream().mapToInt(log -> log.notUnderstood().size()).sum();
    if (places > 0) {
      context.note(
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
