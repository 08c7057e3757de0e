package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.app.AnalyzedRange;
import dev.perftriage.app.PullRequestFetcher;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.DataSources;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.revision.Revisions;
import dev.perftriage.source.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Fills a store. */
final class FetchCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Fetch the data of a range into a store.";

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<Revision> start =
      Options.revision("--start")
          .required()
          .description(
              "The commit before the first merge: a SHA, a date, 7d, pr:148040 or another revision"
                  + " (see compare --help).")
          .build();

  private final Option<Revision> end =
      Options.revision("--end")
          .description("The last merge. Default: the newest measured commit.")
          .build();

  private final MetricOption metrics =
      MetricOption.withDefault(
          "Metric, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or separated by commas.");

  private final RangeSourceOptions source = new RangeSourceOptions();

  private FetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    Option.add(spec, start, end);
    metrics.addTo(spec);
    spec.addMixin("%nData sources and store:%n", source.sectionForFetching());
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nFetches everything that a report of the range needs, for each metric, without"
                + " writing a report. Data already in the store is not fetched again.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage fetch --start 23fced0fcc5e0ec260d25f04a8b78b269e5e90f0 --store week",
            "      record all merges since that commit",
            "  perf-triage fetch --start 2025-10-27 --end 2025-11-02 -m instructions:u -m max-rss"
                + " --store week",
            "      record a week with two metrics");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new FetchCommand(surroundings).spec;
  }

  @Override
  public Integer call() {
    Store store =
        source
            .store(surroundings)
            .orElseThrow(() -> new UsageException("Give --store DIR to fetch into."));
    DataSources facts = source.facts(surroundings);
    List<Metric> asked = metrics.asked();
    Revisions revisions = new Revisions(facts, surroundings.today(), asked.get(0));
    Revision last = end.valueOrNull();
    ComparisonQuery range =
        revisions.between(start.value(), last == null ? Revision.UNNAMED : last);
    surroundings.interruption().during("fetched data is stored, rerun the command to resume");
    boolean complete = true;
    int comparisons = 0;
    TreeSet<Integer> pulls = new TreeSet<>();
    Optional<String> missing;
    try (PullRequestFetcher gitHub = new PullRequestFetcher(facts)) {
      for (Metric metric : asked) {
        TriageWeek week = week(facts, gitHub, range.by(metric));
        comparisons += week.steps().size();
        complete &= week.coverage().isComplete();
        week.entries().stream()
            .map(entry -> entry.after().pr())
            .filter(Objects::nonNull)
            .forEach(pulls::add);
        Notes.onCoverage(week.coverage(), surroundings);
      }
      gitHub.titles(List.copyOf(pulls));
      gitHub.untriaged();
      missing = gitHub.missing();
    }
    surroundings.interruption().over();
    missing.ifPresent(surroundings::error);
    source.trimCache(surroundings);
    surroundings
        .out()
        .print(
            Numbers.counted(comparisons, "comparison")
                + " and "
                + Numbers.counted(pulls.size(), "pull request")
                + " are in "
                + store.folder()
                + "\n");
    return complete && missing.isEmpty() && facts.stored().isKeeping()
        ? ExitCodes.DONE
        : ExitCodes.DATA;
  }

  private TriageWeek week(DataSources facts, PullRequestFetcher gitHub, ComparisonQuery range) {
    try (ProgressLine progress = source.progress(surroundings);
        RangeWalk walk = source.walk(facts)) {
      return AnalyzedRange.walk(
              walk, gitHub, range, progress, CaseFilter.ALL, false, OptionalInt.empty())
          .verdicts();
    }
  }
}
