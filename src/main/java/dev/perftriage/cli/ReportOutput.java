package dev.perftriage.cli;

import dev.perftriage.app.ChartJob;
import dev.perftriage.app.ExplainedMerge;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.text.TextStyle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Where the report goes. */
final class ReportOutput {

  private static final List<String> OF_REPORTS =
      List.of("--output", "--format", "--html", "--annotate", "--charts");

  private final ColorOption color = new ColorOption();

  private final Option<String> file =
      Option.of(String.class, "-o", "--output")
          .paramLabel("FILE")
          .description(
              "Write the report to FILE; - prints only the report. Default:"
                  + " reports/{YYYY}/{YYYY-MM-DD}.md.")
          .build();

  private final Option<ReportFormat> format =
      Options.word(EnumWords.of(ReportFormat.values()), "-f", "--format")
          .paramLabel("FORMAT")
          .defaultValue("markdown")
          .description(
              "markdown, html (a web page in one file) or json. Default: ${DEFAULT-VALUE}.")
          .build();

  private final PageOption page =
      new PageOption(
          "report",
          "Also write the web page to FILE. Default: one beside the report, named like it.");

  private final Option<Boolean> all =
      Options.flag("--all")
          .description(
              "List all comparable test cases on the web page, not only the relevant ones.")
          .build();

  private final Option<Boolean> annotate =
      Options.flag("--annotate")
          .description(
              "Draft notes under each entry: whether it is noise and why, what its test cases"
                  + " share, and likely causes.")
          .build();

  private final Option<ExplainedMerge> explain =
      Option.of(ExplainedMerge.class, "--explain")
          .paramLabel("MERGE")
          .converter(new ExplainedMergeConverter())
          .description(
              "Print all evidence for one merge of the range instead of the report. A pull request"
                  + " as 1, #1 or pr:1, or a commit's SHA.")
          .build();

  private final Option<Boolean> force =
      Options.flag("--force").description("Overwrite an existing file.").build();

  private final ChartOptions charts = new ChartOptions();

  /** The options as a section of help. */
  CommandSpec section() {
    CommandSpec section = CommandSpec.create();
    color.addTo(section);
    Option.add(section, file, format, page.option(), all, annotate, explain, force);
    charts.addTo(section);
    return section;
  }

  ReportFormat format() {
    return format.value();
  }

  boolean withPage() {
    return page.isWanted();
  }

  /** Whether the page lists all comparable test cases. */
  boolean withAll() {
    return all.value();
  }

  boolean withAnnotations() {
    return annotate.value();
  }

  /** The merge to print the evidence on instead of the report. */
  @Nullable ExplainedMerge explained() {
    return explain.valueOrNull();
  }

  ChartOptions charts() {
    return charts;
  }

  boolean needsCharts() {
    return charts.areWanted() || makesPage();
  }

  private boolean makesPage() {
    return withPage() || format() == ReportFormat.HTML;
  }

  /** What is to be drawn. */
  ChartJob drawings() {
    return charts.drawings(makesPage());
  }

  /** Whether anything shows what is noise. */
  boolean needsVerdicts() {
    return withAnnotations()
        || withPage()
        || explained() != null
        || format() != ReportFormat.MARKDOWN;
  }

  TextStyle style(CommandContext context) {
    return color.style(context);
  }

  /** The report of a day. */
  ReportTarget target(LocalDate date, CommandContext context) {
    return ReportTarget.of(file.valueOrNull(), date, format(), context.directory());
  }

  void check(ParseResult parsed) {
    charts.check();
    // What a file of settings says of reports is no matter here.
    if (explained() != null && OF_REPORTS.stream().anyMatch(parsed::hasMatchedOption)) {
      throw new UsageException(
          "--explain prints the evidence for one merge and writes no report: it does not work with "
              + String.join(", ", OF_REPORTS)
              + ".");
    }
    if (all.isGivenIn(parsed) && !withPage() && format() != ReportFormat.HTML) {
      throw new UsageException("--all needs --html: it lists test cases on the web page.");
    }
    boolean printed = ReportTarget.STANDARD_OUTPUT.equals(file.valueOrNull());
    if (withPage() && page.file().isEmpty() && (printed || format() == ReportFormat.HTML)) {
      throw new UsageException(
          "--html writes the page beside a Markdown report; omit it with --format html.");
    }
    if (printed && charts.areWanted() && charts.folder().isEmpty()) {
      throw new UsageException(
          "A printed report has no folder for charts: give one with --charts=DIR.");
    }
  }

  /** The page of a report. */
  ReportTarget page(ReportTarget report) {
    return report.page(page.file());
  }

  /** Refuses what could not be written, or would overwrite. */
  void checkFree(ReportTarget target, CommandContext context) {
    page.check(context.directory());
    if (withPage() && page(target).isSameFile(target)) {
      throw new UsageException(
          "The page would replace the report, both are "
              + target.name()
              + ": choose another name for -o, such as one that ends in .md.");
    }
    charts.checkFolder(target);
    List<ReportTarget> targets = withPage() ? List.of(target, page(target)) : List.of(target);
    for (ReportTarget each : targets) {
      each.requireFile();
      each.requireFree(force.value());
    }
  }
}
