package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.RangeCaveats;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The content of a weekly report, independent of the format.
 *
 * @param week the verdicts
 * @param others the same range by further metrics: the whole range, and the merges that {@code
 *     week} lists
 * @param caveats how far the figures can be trusted, by metric, those of {@code week} first
 * @param unexplained what the range's figures have that no entry says; nothing unless noise
 *     verdicts are requested
 * @param titles the available titles of the entries' pull requests, by number
 * @param untriaged merged regressions that are not triaged, in the order of GitHub's list; empty if
 *     the list is unavailable
 * @param profiles what self-profiles say of the largest changes of listed merges, by their commits;
 *     empty unless requested
 * @param date the date of the report
 * @param triager the triager's GitHub login without {@code @}, or {@code ???}
 */
public record TriageReport(
    TriageWeek week,
    List<TriageWeek> others,
    List<RangeCaveats> caveats,
    Unexplained unexplained,
    Map<Integer, String> titles,
    Optional<List<PullRequest>> untriaged,
    Map<Sha, List<ProfiledCase>> profiles,
    LocalDate date,
    String triager) {

  public TriageReport {
    others = List.copyOf(others);
    caveats = List.copyOf(caveats);
    titles = Collections.unmodifiableMap(new TreeMap<>(titles));
    untriaged = untriaged.map(List::copyOf);
    profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
  }

  /** A report without self-profiles. */
  public TriageReport(
      TriageWeek week,
      List<TriageWeek> others,
      List<RangeCaveats> caveats,
      Unexplained unexplained,
      Map<Integer, String> titles,
      Optional<List<PullRequest>> untriaged,
      LocalDate date,
      String triager) {
    this(week, others, caveats, unexplained, titles, untriaged, Map.of(), date, triager);
  }

  /** The same report with what self-profiles say. */
  public TriageReport with(Map<Sha, List<ProfiledCase>> some) {
    return new TriageReport(
        week, others, caveats, unexplained, titles, untriaged, some, date, triager);
  }

  /** What self-profiles say of a listed merge, its largest change first; empty if not requested. */
  public List<ProfiledCase> profilesOf(ComparisonSummary entry) {
    return profiles.getOrDefault(entry.after().commit(), List.of());
  }

  /** The title of a pull request; empty if unavailable. */
  public Optional<String> title(int pr) {
    return Optional.ofNullable(titles.get(pr)).filter(title -> !title.isBlank());
  }

  /** Whether no comparison is missing, by any metric, and every one compares something. */
  public boolean isComplete() {
    return Stream.concat(Stream.of(week), others.stream())
            .allMatch(some -> some.coverage().isComplete())
        && nothingComparable().isEmpty();
  }

  /** All caveats, those of the leading metric first. */
  public List<ScopedCaveat> allCaveats() {
    return caveats.stream().flatMap(some -> some.all().stream()).toList();
  }

  /** The caveats that say that nothing could be compared. */
  public List<ScopedCaveat> nothingComparable() {
    return allCaveats().stream()
        .filter(scoped -> scoped.caveat() instanceof NothingComparable)
        .toList();
  }

  /** The caveats of a listed merge, by the leading metric. */
  public List<Caveat> caveatsOf(ComparisonSummary entry) {
    return caveats.stream()
        .limit(1)
        .flatMap(leading -> leading.of(entry.after().commit()).stream())
        .toList();
  }

  /** The available summaries of the whole range, by metric. */
  public List<ComparisonSummary> wholes() {
    return Stream.concat(Stream.of(week), others.stream())
        .flatMap(some -> some.whole().stream())
        .toList();
  }

  /** {@code 4 Regressions, 6 Improvements, 7 Mixed; 7 of them in rollups}. */
  public String countsLine() {
    return "%s, %s, %s Mixed; %s of them in rollups"
        .formatted(
            Numbers.counted(week.entries(Direction.REGRESSION).size(), "Regression"),
            Numbers.counted(week.entries(Direction.IMPROVEMENT).size(), "Improvement"),
            week.entries(Direction.MIXED).size(),
            week.entries().stream().filter(this::isRollup).count());
  }

  /** {@code 36 artifact comparisons made in total}. */
  public String comparisonsLine() {
    return week.steps().size() + " artifact comparisons made in total";
  }

  /** Whether the merged pull request is a rollup, judging by its title. */
  public boolean isRollup(ComparisonSummary entry) {
    Integer pr = entry.after().pr();
    return pr != null && title(pr).filter(PullRequest::isRollup).isPresent();
  }
}
