package dev.perftriage.cli;

import dev.perftriage.app.CompareFormat;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.text.TextStyle;
import picocli.CommandLine.Model.CommandSpec;

/** The options for the output of a comparison. */
final class CompareOutput extends OutputOptions<CompareFormat> {

  CompareOutput() {
    super(
        "comparison",
        CompareFormat.HTML,
        "text",
        "text, markdown, html (a web page), json, or one test case per line: csv, jsonl.",
        "Write the comparison to FILE. Default: - (standard output).",
        "Overwrite an existing file with -o.",
        "Also write the web page to FILE, overwriting it. Default: one named after the"
            + " comparison.");
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.section(color.option, format, file, force, page, charts, chartFormats);
  }

  /**
   * The file of an additional page.
   *
   * @param usual its default name
   * @throws UsageException if it is the same file as the comparison
   */
  ReportTarget page(String usual, CommandContext context) {
    ReportTarget target = ReportTarget.page(pageFile().orElse(usual), context.directory());
    if (target.isSameFile(target(context))) {
      throw new UsageException(
          "--html and -o are the same file, " + target.name() + "; choose different names.");
    }
    return target;
  }

  /** Rejects, before anything is fetched, files that could not be written. */
  void check(CommandContext context) {
    checkChartFormats();
    ReportTarget target = target(context);
    target.requireFile();
    target.requireFree(force.value());
    checkChartFolder(target);
    checkPageFile(context.directory());
    pageFile().ifPresent(name -> page(name, context));
  }

  ReportTarget target(CommandContext context) {
    return target(ReportTarget.STANDARD_OUTPUT, context);
  }

  TextStyle style(CommandContext context) {
    return target(context).isStandardOutput() ? color.style(context) : color.styleInFile();
  }
}
