package dev.perftriage.cli;

import dev.perftriage.app.ExplainedMerge;
import dev.perftriage.app.RangeUse;
import dev.perftriage.app.ReportDocuments;
import dev.perftriage.app.ReportDocuments.ReportFormat;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.markdown.NoteStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options for the output of a report. */
final class ReportOutput extends OutputOptions<ReportFormat> {

  private static final List<String> OF_REPORTS =
      List.of(
          "--output",
          "--format",
          "--html",
          "--annotate",
          "--why",
          "--charts",
          "--card",
          "--worklist",
          "--as-site");

  private final Option<Boolean> all =
      Option.flag("--all")
          .describe("List all comparable test cases on the web page, not only the relevant ones.");

  /** Settings may also be true or false. */
  private final Option<String> annotate =
      Option.withOptionalValue("STYLE", "--annotate")
          .completionCandidates(Converters.words(NoteStyle.class))
          .describe(
              "Draft the opening and short notes under each entry, to edit and publish; full adds"
                  + " all evidence to the notes instead. STYLE is draft or full. Default: draft.");

  private final WhyOption why = new WhyOption();

  private final Option<Boolean> worklist =
      Option.flag("--worklist")
          .describe(
              "End a draft with the untriaged pull requests and the nags, as a report without"
                  + " --annotate does.");

  private final Option<Boolean> asSite =
      Option.flag("--as-site")
          .describe(
              "Write the report in exactly the site's format, even if --annotate is a setting.");

  /** Whether and where to write the range as one picture. */
  final CardOption card = new CardOption();

  /** The merge whose evidence is printed instead of the report. */
  final Option<ExplainedMerge> explain =
      Option.of(ExplainedMerge.class, "MERGE", "--explain")
          .converter(Converters::merge)
          .describe(
              "Print all evidence for one merge of the range instead of the report. A pull request"
                  + " as 1, #1 or pr:1, or a commit's SHA.");

  ReportOutput() {
    super(
        "report",
        ReportFormat.HTML,
        "markdown",
        "markdown, html (a web page in one file) or json.",
        "Write the report to FILE, in which {YYYY} and {YYYY-MM-DD} stand for the report's date; -"
            + " prints only the report. Default: reports/{YYYY}/{YYYY-MM-DD}.md.",
        "Overwrite an existing file.",
        "Also write the web page to FILE. Default: one beside the report, named like it.");
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.section(
        color.option,
        file,
        format,
        page,
        all,
        annotate,
        why.option,
        worklist,
        asSite,
        explain,
        force,
        charts,
        chartFormats,
        card.option);
  }

  /** What the range is made into. */
  RangeUse use() {
    RangeUse drawn = withCharts() || card.isGiven() ? RangeUse.CHARTS : RangeUse.FIGURES;
    return makesPage() ? RangeUse.PAGE : drawn;
  }

  /** Whether the output includes noise verdicts. */
  boolean needsVerdicts() {
    return noteStyle().isPresent()
        || withPage()
        || explain.given().isPresent()
        || format() != ReportFormat.MARKDOWN;
  }

  /** Whether any document says what was said about the entries' pull requests. */
  boolean needsNews() {
    return noteStyle().isPresent() || withPage() || format() != ReportFormat.MARKDOWN;
  }

  /** The style of notes in Markdown; empty for none. */
  Optional<NoteStyle> noteStyle() {
    return asSite.value() ? Optional.empty() : annotate.given().flatMap(ReportOutput::style);
  }

  private static Optional<NoteStyle> style(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case AttachedOnly.NO_VALUE, "true", "draft" -> Optional.of(NoteStyle.DRAFT);
      case "full" -> Optional.of(NoteStyle.FULL);
      case "false" -> Optional.empty();
      default ->
          throw new UsageException(
              "--annotate: '" + word + "' is not one of draft, full; or give it without a value.");
    };
  }

  /** Of how many test cases of each listed merge to ask for the self-profiles; 0 for none. */
  int profiledCases() {
    return asSite.value() ? 0 : why.cases();
  }

  /** Whether the report lists what is left to do. */
  boolean withWorklist() {
    return worklist.value() || noteStyle().filter(NoteStyle.DRAFT::equals).isEmpty();
  }

  /** Whether any document lists the untriaged pull requests. */
  boolean needsUntriaged() {
    return (withWorklist() && isMarkdown()) || makesPage();
  }

  /** Whether the report is a triage log. */
  boolean isMarkdown() {
    return format() == ReportFormat.MARKDOWN;
  }

  /** The file for the report of a day, or standard output. */
  ReportTarget target(LocalDate date, CommandContext context) {
    String name = file.given().orElse("reports/{YYYY}/{YYYY-MM-DD}" + format().extension());
    return new ReportTarget(dated(name, date), context.directory(), ReportTarget.OUTPUT);
  }

  /** A file name with a date in place of its templates. */
  private static String dated(String name, LocalDate date) {
    String day = date.toString();
    String year = day.substring(0, day.indexOf('-', 1));
    String rest = name.replace("{YYYY}", "").replace("{YYYY-MM-DD}", "");
    if (rest.contains("{") || rest.contains("}")) {
      throw new UsageException(
          "-o: '%s' has a brace that is no template; the templates are {YYYY} and {YYYY-MM-DD}."
              .formatted(name));
    }
    return name.replace("{YYYY}", year).replace("{YYYY-MM-DD}", day);
  }

  void check(ParseResult parsed) {
    checkChartFormats();
    // Only the command line counts: settings for reports do not conflict.
    if (explain.given().isPresent() && OF_REPORTS.stream().anyMatch(parsed::hasMatchedOption)) {
      throw new UsageException(
          "--explain prints the evidence for one merge and writes no report: it does not work with "
              + String.join(", ", OF_REPORTS)
              + ".");
    }
    noteStyle();
    profiledCases();
    if (why.option.isGivenIn(parsed) && asSite.value()) {
      throw new UsageException(
          "--as-site writes the report without notes: it does not work with --why.");
    }
    if (asSite.value() && annotate.isGivenIn(parsed)) {
      throw new UsageException(
          "--as-site writes the report without notes: it does not work with --annotate.");
    }
    if (all.isGivenIn(parsed) && !makesPage()) {
      throw new UsageException("--all needs --html: it lists test cases on the web page.");
    }
    boolean printed = file.given().filter(ReportTarget.STANDARD_OUTPUT::equals).isPresent();
    if (withPage() && pageFile().isEmpty() && (printed || isPage())) {
      throw new UsageException(
          "--html writes the page beside a Markdown report; omit it with --format html.");
    }
    if (printed) {
      card.requireName();
    }
    if (printed && withCharts() && chartFolder().isEmpty()) {
      throw new UsageException(
          "A printed report has no folder for charts: give one with --charts=DIR.");
    }
  }

  /** The parts of the report to write. */
  ReportDocuments.Parts parts(ReportTarget report, CommandContext context) {
    return new ReportDocuments.Parts(
        format(),
        noteStyle(),
        withWorklist(),
        withPage(),
        all.value(),
        withCharts()
            ? Optional.of(chartFiles(report.stem() + "-charts", context.directory()))
            : Optional.empty(),
        card.format(report),
        report.folder());
  }

  /** The page of a report. */
  ReportTarget page(ReportTarget report) {
    return report.page(pageFile());
  }

  /** Rejects files that could not be written or would be overwritten. */
  void checkFree(ReportTarget target, CommandContext context) {
    checkPageFile(context.directory());
    if (withPage() && page(target).isSameFile(target)) {
      throw new UsageException(
          "The page would replace the report, both are "
              + target.name()
              + ": choose another name for -o, such as one that ends in .md.");
    }
    checkChartFolder(target);
    List<ReportTarget> targets = new ArrayList<>(List.of(target));
    if (withPage()) {
      targets.add(page(target));
    }
    card.addTo(targets, target);
    for (ReportTarget each : targets) {
      each.requireFile();
      each.requireFree(force.value());
    }
  }
}
