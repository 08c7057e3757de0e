package dev.perftriage.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the report goes. */
final class ReportOutput extends ColorOption {

  private static final List<String> OF_REPORTS =
      List.of("--output", "--format", "--html", "--annotate", "--charts");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The report's file; - prints it and nothing else."
              + " Default: reports/{YYYY}/{YYYY-MM-DD}.md.")
  @Nullable String file;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description =
          "markdown, html for a page to look at, in one file, or json for programs."
              + " Default: ${DEFAULT-VALUE}.")
  ReportFormat format = ReportFormat.MARKDOWN;

  @Option(
      names = "--html",
      fallbackValue = "true",
      description = "Write the page too, beside the Markdown.")
  boolean page;

  @Option(
      names = "--all",
      fallbackValue = "true",
      description = "On the page, list all comparable test cases, not only the relevant ones.")
  boolean all;

  @Option(
      names = "--annotate",
      fallbackValue = "true",
      description =
          "Draft what there is to say under each entry: whether it is noise, and why, what it has"
              + " in common, and likely causes.")
  boolean annotate;

  @Option(
      names = "--explain",
      paramLabel = "MERGE",
      converter = ExplainedMerge.Converter.class,
      description =
          "Print the whole evidence on one merge of the range instead of the report: a pull request"
              + " as 1, #1 or pr:1, or a commit's SHA.")
  @Nullable ExplainedMerge explained;

  @Option(names = "--force", fallbackValue = "true", description = "Overwrite a file that exists.")
  boolean force;

  @Mixin ChartOptions charts = new ChartOptions();

  boolean needsCharts() {
    return charts.areWanted() || page || format == ReportFormat.HTML;
  }

  /** Whether anything shows what is noise. */
  boolean needsVerdicts() {
    return annotate || page || explained != null || format != ReportFormat.MARKDOWN;
  }

  void check(CommandLine command) {
    charts.check(command);
    // What a file of settings says of reports is no matter here.
    if (explained != null
        && OF_REPORTS.stream().anyMatch(command.getParseResult()::hasMatchedOption)) {
      throw new ParameterException(
          command,
          "--explain prints the evidence on one merge and writes no report: it goes with none of "
              + String.join(", ", OF_REPORTS)
              + ".");
    }
    if (command.getParseResult().hasMatchedOption("--all")
        && !page
        && format != ReportFormat.HTML) {
      throw new ParameterException(command, "--all lists test cases on the page: give --html.");
    }
    boolean printed = "-".equals(file);
    if (page && (printed || format == ReportFormat.HTML)) {
      throw new ParameterException(
          command,
          "--html writes the page beside a Markdown file; --format html alone is for the page.");
    }
    if (printed && charts.areWanted() && charts.folder().isEmpty()) {
      throw new ParameterException(
          command, "A printed report has no folder beside it: name one with --charts=DIR.");
    }
  }
}
