package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a comparison is printed, and where. */
final class CompareOutput extends ColorOption {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, markdown, json, or html for a page to look at. Default: ${DEFAULT-VALUE}.")
  CompareFormat format = CompareFormat.TEXT;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the page to FILE too, overwriting it.")
  @Nullable String page;

  @ArgGroup(validate = false)
  ChartOptions charts = new ChartOptions();

  boolean needsCharts() {
    return charts.areWanted() || page != null || format == CompareFormat.HTML;
  }

  void check(CommandLine command) {
    charts.check(command);
  }

  TextStyle style(Surroundings surroundings) {
    return new TextStyle(isColorful(surroundings), surroundings.terminal().columns());
  }
}
