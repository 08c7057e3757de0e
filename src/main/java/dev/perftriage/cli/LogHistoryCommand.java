package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.Drawing;
import dev.perftriage.app.LogPeriod;
import dev.perftriage.log.data.HistoryData;
import dev.perftriage.log.history.HistoryCharts;
import dev.perftriage.log.history.HistoryGroup;
import dev.perftriage.log.history.HistoryGroup.Grouping;
import dev.perftriage.log.history.HistoryText;
import dev.perftriage.log.history.HistoryWeek;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Chart;
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

  private final Option<Grouping> by =
      Option.word(Grouping.class, "GROUP", "--by")
          .describe(
              "triager or month: add up the weeks of each instead of listing them. A log of several"
                  + " people counts for each of them.");

  private final Option<HistoryFormat> format =
      Option.word(HistoryFormat.class, "FORMAT", "--format")
          .defaultValue("text")
          .describe("text, csv or json. Default: ${DEFAULT-VALUE}.");

  private static final String USUAL_FOLDER = "reports/history";

  private final Option<String> charts =
      Option.withOptionalValue("DIR", "--charts")
          .describe(
              "Also write SVG charts of means, counts and noise to the folder DIR. Default: "
                  + USUAL_FOLDER
                  + ".");

  private final ColorOption color = new ColorOption();

  LogHistoryCommand(CommandContext context) {
    super(context);
    Option.add(spec, paths, from, to, by, format, charts, color.option);
    describe(
        "Show the history of the weeks.",
        "%nPrints one row per log. Entries and rollups are counted, not read from the counts line;"
            + " an entry is noise if one of its notes says so. Means and ranges come from the"
            + " summary table, which logs have had since May 2022. Triagers are named by login, in lower case, and those"
            + " known by several names by one. Text fits the terminal: a narrow one shows fewer"
            + " columns.");
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
    context.print(by.given().map(group -> groups(weeks, group)).orElseGet(() -> listed(weeks)));
    int places = period.notUnderstood();
    if (places > 0) {
      context.note(
          Numbers.counted(places, "place")
              + (places == 1 ? " is" : " are")
              + " not understood in these logs; log check lists them");
    }
    charts.given().ifPresent(unused -> drawCharts(weeks));
    return ExitCodes.DONE;
  }

  private String listed(List<HistoryWeek> weeks) {
    return switch (format.value()) {
      case TEXT -> HistoryText.render(weeks, color.style(context));
      case CSV -> HistoryData.csv(weeks);
      case JSON -> HistoryData.json(weeks);
    };
  }

  private String groups(List<HistoryWeek> weeks, Grouping group) {
    List<HistoryGroup> groups = HistoryGroup.of(weeks, group);
    return switch (format.value()) {
      case TEXT -> HistoryText.renderGroups(groups, group, color.style(context));
      case CSV -> HistoryData.csv(groups, group);
      case JSON -> HistoryData.json(groups, group);
    };
  }

  private void drawCharts(List<HistoryWeek> weeks) {
    String folder = OutputOptions.named(charts).orElse(USUAL_FOLDER);
    ChartFiles files =
        new ChartFiles(folder, context.directory().resolve(folder), Option.NAMES.charts() + "=DIR");
    Drawing.prepare(Option.NAMES);
    for (Chart chart : HistoryCharts.of(weeks)) {
      if (chart.isEmpty()) {
        context.note(chart.description());
      } else {
        String file = chart.name() + ".svg";
        files.write(file, chart.file().getBytes(StandardCharsets.UTF_8));
        context.error("wrote " + folder + "/" + file);
      }
    }
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
