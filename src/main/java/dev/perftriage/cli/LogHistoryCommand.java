package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.LogPeriod;
import dev.perftriage.log.data.HistoryData;
import dev.perftriage.log.history.HistoryCharts;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.report.Numbers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Prints the history of the weeks. */
final class LogHistoryCommand extends Command {

  private final Option<List<String>> paths =
      Option.parameters("PATH", "Logs, and folders of logs named YYYY-MM-DD.md.");

  private final Option<LocalDate> from =
      day("--from", "First day. Default: that of the oldest log.");
  private final Option<LocalDate> to =
      day("--to", "Last day, inclusive. Default: that of the newest log.");

  private final Option<HistoryFormat> format =
      Option.word(HistoryFormat.class, "FORMAT", "--format")
          .defaultValue("text")
          .describe("text, csv or json. Default: ${DEFAULT-VALUE}.");

  private final Option<Boolean> charts =
      Option.flag("--charts")
          .describe("Also write SVG charts of means, counts, noise and the compounded mean.");

  private final Option<String> chartsTo =
      Option.of(String.class, "DIR", "--charts-to")
          .defaultValue("reports/history")
          .describe("Folder for the charts. Default: ${DEFAULT-VALUE}.");

  private final ColorOption color = new ColorOption();

  LogHistoryCommand(CommandContext context) {
    super(context);
    Option.add(spec, paths, from, to, format, charts, chartsTo, color.option);
    describe(
        "Show the history of the weeks, one row per log.",
        "%nEntries and rollups are counted, not read from the counts line; an entry is noise if"
            + " one of its notes says so. Means and ranges come from the summary table, which"
            + " logs have had since May 2022.");
    footer("Example", "  perf-triage log history reports --from 2025-01-01 --format csv");
  }

  private static Option<LocalDate> day(String name, String description) {
    return Option.of(LocalDate.class, "YYYY-MM-DD", name)
        .converter(Converters::date)
        .describe(description);
  }

  @Override
  public Integer call() {
    LogPeriod period =
        LogPeriod.of(context.logs().readAll(paths.value()), from.given(), to.given());
    List<HistoryWeek> weeks = period.weeks();
    context.print(
        switch (format.value()) {
          case TEXT -> HistoryText.render(weeks, color.style(context));
          case CSV -> HistoryData.csv(weeks);
          case JSON -> HistoryData.json(weeks);
        });
    int places = period.notUnderstood();
    if (places > 0) {
      context.note(
          Numbers.counted(places, "place")
              + (places == 1 ? " is" : " are")
              + " not understood in these logs; log check lists them");
    }
    if (charts.value()) {
      drawCharts(weeks);
    }
    return ExitCodes.DONE;
  }

  private void drawCharts(List<HistoryWeek> weeks) {
    String folder = chartsTo.value();
    ChartFiles files =
        new ChartFiles(folder, context.directory().resolve(folder), chartsTo.name() + " DIR");
    Drawing.prepare(Option.NAMES);
    HistoryCharts.render(weeks)
        .forEach(
            (file, svg) -> {
              files.write(file, svg.getBytes(StandardCharsets.UTF_8));
              context.error("wrote " + folder + "/" + file);
            });
  }

  /** The formats of the history. */
  enum HistoryFormat {
    /** A table. */
    TEXT,
    /** For spreadsheets. */
    CSV,
    /** For programs. */
    JSON
  }
}
