package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.ChartFiles.ChartFormat;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The options for the output of a report or comparison: format, file, page and charts.
 *
 * @param <F> its formats
 */
abstract class OutputOptions<F extends Enum<F>> {

  final ColorOption color = new ColorOption();
  final Option<F> format;
  final Option<String> file;
  final Option<Boolean> force;

  /** {@code --html} or {@code --html=FILE}; settings may also be true or false. */
  final Option<String> page;

  final Option<String> charts =
      Option.withOptionalValue("DIR", "--charts")
          .describe(
              "Write charts to the folder DIR. Default: a folder named after the report, beside it,"
                  + " or after the comparison.");

  final Option<List<ChartFormat>> chartFormats =
      Option.words(ChartFormat.class, "FORMAT", "--chart-format")
          .describe("svg, png or svg,png. PNG files have twice the size. Default: svg,png.");

  private final String subject;
  private final F html;

  /**
   * Creates the options.
   *
   * @param subject the noun for the output, for messages
   * @param html the format of a web page
   * @param usual the default format
   */
  OutputOptions(
      String subject,
      F html,
      String usual,
      String aboutFormats,
      String aboutFile,
      String aboutForce,
      String aboutPage) {
    this.subject = subject;
    this.html = html;
    format =
        Option.word(html.getDeclaringClass(), "FORMAT", "-f", "--format")
            .defaultValue(usual)
            .describe(aboutFormats + " Default: ${DEFAULT-VALUE}.");
    file = Option.of(String.class, "FILE", "-o", "--output").describe(aboutFile);
    force = Option.flag("--force").describe(aboutForce);
    page = Option.withOptionalValue("FILE", "--html").describe(aboutPage);
  }

  final ReportTarget target(String usual, CommandContext context) {
    return new ReportTarget(file.given().orElse(usual), context.directory(), ReportTarget.OUTPUT);
  }

  final F format() {
    return format.value();
  }

  /** Whether an additional page is written. */
  final boolean withPage() {
    return page.given().filter(value -> !value.equals("false")).isPresent();
  }

  /** The file named by the page's option; empty for the default one. */
  final Optional<String> pageFile() {
    return named(page).filter(name -> withPage() && !name.equals("true"));
  }

  final boolean withCharts() {
    return charts.given().isPresent();
  }

  /** The folder named by the charts' option; empty for the default one. */
  final Optional<String> chartFolder() {
    return named(charts);
  }

  /** The folder for the charts. */
  final ChartFiles chartFiles(String usual, Path directory) {
    String folder = chartFolder().orElse(usual);
    return new ChartFiles(folder, directory.resolve(folder), Option.NAMES.charts() + "=DIR");
  }

  final boolean isPage() {
    return format() == html;
  }

  /** Whether a page is written, alone or beside another format. */
  final boolean makesPage() {
    return withPage() || isPage();
  }

  final boolean needsCharts() {
    return withCharts() || makesPage();
  }

  /** Creates the job that draws the charts. */
  final ChartJob drawings() {
    List<ChartFormat> asked = chartFormats.value();
    // SVG first, regardless of the requested order.
    List<ChartFormat> formats =
        Arrays.stream(ChartFormat.values())
            .filter(each -> withCharts() && (asked.isEmpty() || asked.contains(each)))
            .toList();
    return new ChartJob(formats, makesPage(), Option.NAMES);
  }

  final void checkChartFormats() {
    if (!chartFormats.value().isEmpty() && !withCharts()) {
      throw new UsageException("--chart-format needs --charts.");
    }
  }

  /** Rejects a folder for charts that is the same as the output file. */
  final void checkChartFolder(ReportTarget target) {
    if (chartFolder().filter(target::isNamed).isPresent()) {
      throw new UsageException(
          "--charts and -o are the same, " + target.name() + "; choose different names.");
    }
  }

  /** Rejects a name for the page that is not a file name. */
  final void checkPageFile(Path directory) {
    Optional<ReportTarget> named = pageFile().map(name -> ReportTarget.page(name, directory));
    if (named.isPresent() && named.get().isStandardOutput()) {
      throw new UsageException(
          "--html writes a file beside the " + subject + "; --format html prints the page.");
    }
    named.ifPresent(ReportTarget::requireFile);
  }

  static Optional<String> named(Option<String> option) {
    return option.given().filter(name -> !name.equals(AttachedOnly.NO_VALUE));
  }
}
