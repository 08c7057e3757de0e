package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a comparison is printed, and where. */
final class CompareOutput extends ColorOption {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, markdown, html for a page to look at, json, or one test case a line: csv, jsonl."
              + " Default: ${DEFAULT-VALUE}.")
  CompareFormat format = CompareFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = ReportTarget.STANDARD_OUTPUT,
      description = "Write the comparison to FILE. Default: -, which is standard output.")
  private String file = ReportTarget.STANDARD_OUTPUT;

  @Option(
      names = "--force",
      fallbackValue = "true",
      description = "Let -o overwrite a file that exists.")
  private boolean force;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the page to FILE too, overwriting it.")
  @Nullable String page;

  @Mixin ChartOptions charts = new ChartOptions();

  boolean needsCharts() {
    return charts.areWanted() || page != null || format == CompareFormat.HTML;
  }

  /** Refuses, before anything is fetched, what could not be written in the end. */
  void check(CommandLine command, Surroundings surroundings) {
    charts.check(command);
    ReportTarget target = target(surroundings);
    if (!target.isStandardOutput() && target.isNoFile()) {
      throw new ParameterException(command, "-o: '" + file + "' is no name of a file.");
    }
    if (!force && target.isTaken()) {
      throw new ParameterException(
          command, file + " exists; --force overwrites it, -o FILE writes elsewhere.");
    }
  }

  ReportTarget target(Surroundings surroundings) {
    return ReportTarget.of(file, surroundings.directory());
  }

  /** A file is as wide as it takes, whatever the terminal is. */
  TextStyle style(Surroundings surroundings) {
    return target(surroundings).isStandardOutput()
        ? new TextStyle(isColorful(surroundings), surroundings.terminal().columns())
        : new TextStyle(isColorfulInFile(), TextStyle.UNLIMITED);
  }
}
