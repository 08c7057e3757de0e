package dev.perftriage.app;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The options of a report.
 *
 * @param last the log to continue from; empty if another start is given
 * @param start the revision before the first merge; empty for the store's oldest
 * @param end the last merge; empty for the newest measured commit
 * @param emptyRange creates the exception for a range whose ends are the same
 * @param metrics one or more, each once; the first decides what is listed
 * @param filter selects the test cases to report
 * @param use what is made of it
 * @param context the number of merges before the range for noise verdicts; empty if none are
 *     requested
 * @param withNews whether to ask what was said about the entries' pull requests
 * @param profiledCases of how many test cases of each listed merge to ask for the self-profiles; 0
 *     for none
 * @param withUntriaged whether to ask for the list of untriaged pull requests
 * @param date the report's date
 * @param triager the triager's GitHub login
 */
public record ReportRequest(
    Optional<LastLog> last,
    Optional<Revision> start,
    Optional<Revision> end,
    Supplier<UsageException> emptyRange,
    List<Metric> metrics,
    CaseFilter filter,
    RangeUse use,
    OptionalInt context,
    boolean withNews,
    int profiledCases,
    boolean withUntriaged,
    LocalDate date,
    String triager) {

  /** Copies the list. */
  public ReportRequest {
    metrics = List.copyOf(metrics);
  }
}
