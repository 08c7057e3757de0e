package dev.perftriage.cli;

import dev.perftriage.app.ChartJob;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.text.TextStyle;
import picocli.CommandLine.Model.CommandSpec;

/** How a comparison is printed, and where. */
final class CompareOutput {

  private final ColorOption color = new ColorOption();

  private final Option<CompareFormat> format =
      Options.word(EnumWords.of(CompareFormat.values()), "-f", "--format")
          .paramLabel("FORMAT")
          .defaultValue("text")
          .description(
              "text, markdown, html (a web page), json, or one test case per line: csv, jsonl."
                  + " Default: ${DEFAULT-VALUE}.")
          .build();

  private final Option<String> file =
      Option.of(String.class, "-o", "--output")
          .paramLabel("FILE")
          .defaultValue(ReportTarget.STANDARD_OUTPUT)
          .description("Write the comparison to FILE. Default: - (standard output).")
          .build();

  private final Option<Boolean> force =
      Options.flag("--force").description("Overwrite an existing file with -o.").build();

  private final PageOption page =
      new PageOption(
          "comparison",
          "Also write the web page to FILE, overwriting it. Default: one named after the"
              + " comparison.");

  private final ChartOptions charts = new ChartOptions();

  /** The options as a section of help. */
  CommandSpec section() {
    CommandSpec section = CommandSpec.create();
    color.addTo(section);
    Option.add(section, format, file, force, page.option());
    charts.addTo(section);
    return section;
  }

  CompareFormat format() {
    return format.value();
  }

  boolean withPage() {
    return page.isWanted();
  }

  /**
   * The file that the page goes to as well.
   *
   * @param usual its name if the option gives none
   * @throws UsageException where it is the comparison's own file
   */
  ReportTarget page(String usual, CommandContext context) {
    ReportTarget file = ReportTarget.pageFile(page.file().orElse(usual), context.directory());
    if (file.isSameFile(target(context))) {
      throw new UsageException(
          "--html and -o are the same file, " + file.name() + "; choose different names.");
    }
    return file;
  }

  ChartOptions charts() {
    return charts;
  }

  boolean needsCharts() {
    return charts.areWanted() || makesPage();
  }

  private boolean makesPage() {
    return withPage() || format() == CompareFormat.HTML;
  }

  /** What is to be drawn. */
  ChartJob drawings() {
    return charts.drawings(makesPage());
  }

  /** Refuses, before anything is fetched, what could not be written in the end. */
  void check(CommandContext context) {
    charts.check();
    ReportTarget target = target(context);
    target.requireFile();
    target.requireFree(force.value());
    charts.checkFolder(target);
    page.check(context.directory());
    page.file().ifPresent(name -> page(name, context));
  }

  ReportTarget target(CommandContext context) {
    return ReportTarget.of(file.value(), context.directory());
  }

  TextStyle style(CommandContext context) {
    return target(context).isStandardOutput() ? color.style(context) : color.styleInFile();
  }
}
