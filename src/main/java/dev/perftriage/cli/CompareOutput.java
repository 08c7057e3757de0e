package dev.perftriage.cli;

import dev.perftriage.app.CompareFormat;
import dev.perftriage.app.ComparisonLayout;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.ListLimit;
import dev.perftriage.report.markdown.MarkdownBudget;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options for the output of a comparison. */
final class CompareOutput extends OutputOptions<CompareFormat> {

  private static final Set<CompareFormat> LIMITED =
      EnumSet.of(CompareFormat.TEXT, CompareFormat.MARKDOWN);
  private static final int USUAL_LIMIT = 20;
  private static final String REMEDY = "; --limit all shows them";

  private final Option<Integer> limit =
      Option.of(Integer.class, "N|all", "--limit")
          .converter(Converters::limit)
          .describe(
              "In text, list at most N regressions and N improvements; in Markdown, fold the"
                  + " others. Default: "
                  + USUAL_LIMIT
                  + ", but all in text that does not go to a terminal.");

  private final Option<Integer> maxBytes =
      Option.number("N", "--max-bytes")
          .defaultValue("60000")
          .describe(
              "Maximum size of Markdown in bytes of UTF-8: smaller changes that do not fit are only"
                  + " counted. GitHub accepts comments of 65,536 characters. Default:"
                  + " ${DEFAULT-VALUE}.");

  private final Option<Boolean> noPager =
      Option.flag("--no-pager")
          .describe(
              "Print text on a terminal without the pager. Default: the program that PAGER names,"
                  + " or less, with LESS=FRX unless LESS is set.");

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
    return Option.section(
        format, limit, maxBytes, color.option, noPager, file, force, page, charts, chartFormats);
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
  void check(CommandContext context, ParseResult parsed) {
    checkChartFormats();
    Option.atLeast(MarkdownBudget.LEAST, maxBytes);
    // Only the command line counts: settings hold for the formats that they apply to.
    if (maxBytes.isGivenIn(parsed) && format() != CompareFormat.MARKDOWN) {
      throw new UsageException("--max-bytes needs --format markdown.");
    }
    if (limit.isGivenIn(parsed) && !LIMITED.contains(format())) {
      throw new UsageException(
          "--limit needs --format text or markdown: the other formats have all test cases.");
    }
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

  /** How much is shown, and how. */
  ComparisonLayout layout(CommandContext context) {
    boolean onScreen = isOnScreen(context);
    int listed = limit.given().orElse(USUAL_LIMIT);
    boolean isLimited = onScreen || limit.given().isPresent();
    return new ComparisonLayout(
        target(context).isStandardOutput() ? color.style(context) : color.styleInFile(),
        isLimited ? new ListLimit(listed, REMEDY) : ListLimit.ALL,
        onScreen,
        new MarkdownBudget(new ListLimit(listed, ""), maxBytes.value()));
  }

  /** Prints the comparison, or writes it to its file. */
  void print(String rendered, CommandContext context) {
    if (isOnScreen(context) && format() == CompareFormat.TEXT && !noPager.value()) {
      context.page(rendered);
    } else {
      target(context).write(rendered, context);
    }
  }

  private boolean isOnScreen(CommandContext context) {
    return context.terminal().interactive() && target(context).isStandardOutput();
  }
}
