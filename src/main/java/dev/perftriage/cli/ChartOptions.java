package dev.perftriage.cli;

import dev.perftriage.app.ChartFormat;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** Which charts become files, and where. */
final class ChartOptions {

  private final Option<String> charts =
      Options.withOptionalValue("--charts")
          .paramLabel("DIR")
          .description(
              "Write charts to the folder DIR. Default: a folder named after the report, beside it,"
                  + " or after the comparison.")
          .build();

  private final Option<List<ChartFormat>> format =
      Options.wordList(EnumWords.of(ChartFormat.values()), "--chart-format")
          .paramLabel("FORMAT")
          .description("svg, png or svg,png. PNG files have twice the size. Default: svg,png.")
          .build();

  void addTo(CommandSpec command) {
    Option.add(command, charts, format);
  }

  /** Whether charts become files. */
  boolean areWanted() {
    return charts.valueOrNull() != null;
  }

  /** The folder that the command line names; empty for the usual one. */
  Optional<String> folder() {
    String folder = charts.valueOrNull();
    return Optional.ofNullable(folder).filter(name -> !name.equals(AttachedOnly.NO_VALUE));
  }

  /** The files' formats, SVG first. */
  private List<ChartFormat> formats() {
    List<ChartFormat> asked = asked();
    return asked.isEmpty()
        ? Arrays.asList(ChartFormat.values())
        : new ArrayList<>(new TreeSet<>(asked));
  }

  /**
   * What is to be drawn; nothing yet is.
   *
   * @param forPage whether a page shows the charts, too
   */
  ChartJob drawings(boolean forPage) {
    return new ChartJob(areWanted() ? formats() : List.of(), forPage, Options.NAMES);
  }

  /** Refuses chart formats without charts. */
  void check() {
    if (!asked().isEmpty() && !areWanted()) {
      throw new UsageException("--chart-format needs --charts.");
    }
  }

  /** Refuses a folder for charts that is the file of what they belong to. */
  void checkFolder(ReportTarget target) {
    if (folder().filter(target::isNamed).isPresent()) {
      throw new UsageException(
          "--charts and -o are the same, " + target.name() + "; choose different names.");
    }
  }

  private List<ChartFormat> asked() {
    return format.value();
  }
}
