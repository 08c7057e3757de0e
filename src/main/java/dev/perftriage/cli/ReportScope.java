package dev.perftriage.cli;

import dev.perftriage.analysis.noise.NoiseRules;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is reported. */
final class ReportScope {

  private static final String NOBODY = "???";

  @Option(
      names = "--start",
      paramLabel = "REV",
      converter = Converters.OfRevision.class,
      description =
          "The commit before the first merge: where the last report ended. A SHA, a date, 7d,"
              + " pr:148040 or another revision, see compare --help. Default: with --offline the"
              + " store's oldest commit.")
  @Nullable Revision start;

  @Option(
      names = "--since-last",
      paramLabel = "PATH",
      description =
          "Start where this log ended, or the newest log in this folder of a day before the"
              + " report's. Default: reports, where it has one; not with --offline.")
  @Nullable String sinceLast;

  @Option(
      names = "--end",
      paramLabel = "REV",
      converter = Converters.OfRevision.class,
      description = "The last merge, likewise. Default: the newest measured commit.")
  @Nullable Revision end;

  @Option(
      names = {"-m", "--metric"},
      split = ",",
      paramLabel = "METRIC",
      defaultValue = "instructions:u",
      converter = Converters.OfMetric.class,
      completionCandidates = Candidates.Metrics.class,
      description =
          "What to compare, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or a list with commas: the first one decides"
              + " what is listed, the others are said beside it. Default: ${DEFAULT-VALUE}.")
  private List<Metric> metrics = List.of(Metric.INSTRUCTIONS);

  @Option(
      names = "--context",
      paramLabel = "N",
      defaultValue = "" + NoiseRules.CONTEXT,
      description =
          "How many merges before the range verdicts on noise look at, 0 or more."
              + " Default: ${DEFAULT-VALUE}.")
  int context = NoiseRules.CONTEXT;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      converter = Converters.OfDate.class,
      description = "The report's date. Default: today in UTC.")
  @Nullable LocalDate date;

  @Option(
      names = "--triager",
      paramLabel = "NAME",
      converter = Converters.OfLogin.class,
      description = "Who triages, by GitHub login. Default: a placeholder to fill in.")
  @Nullable String triager;

  /** The metrics, each once; the first decides what is listed. */
  List<Metric> metrics() {
    return MetricOption.each(metrics);
  }

  String triager() {
    return triager == null ? NOBODY : triager;
  }
}
