package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Correlation;
import dev.perftriage.model.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of an entry besides noise, as phrases. */
public final class CauseSentences {

  private static final String TRIAGED = "perf-regression-triaged";
  private static final String REGRESSION = "perf-regression";
  private static final Pattern EXPECTED =
      Pattern.compile(
          ".*\\bexpected\\b.*\\b(?:perf|regression)\\b.*|.*\\b(?:perf|regression)\\b.*\\bexpected\\b.*",
          Pattern.CASE_INSENSITIVE);

  private CauseSentences() {}

  /** {@code all on `doc`}, {@code 12 of 14 on `incr-unchanged`}; empty where nothing is common. */
  public static Optional<String> correlation(
      ComparisonSummary summary, UnaryOperator<String> quote) {
    List<TestCaseChange> changes = summary.relevant().toList();
    return Correlation.of(changes)
        .map(
            found ->
                (found.count() == found.total() ? "all" : found.count() + " of " + found.total())
                    + " on "
                    + quote.apply(found.value()));
  }

  /** What a pull request's labels say of its performance; empty where they say nothing. */
  public static Optional<String> labels(PullRequest pull, UnaryOperator<String> quote) {
    List<String> phrases = new ArrayList<>();
    for (String label : pull.labels()) {
      if (label.equals(TRIAGED)) {
        phrases.add("already triaged (" + quote.apply(label) + ")");
      } else if (EXPECTED.matcher(label).matches()) {
        phrases.add("regression expected (" + quote.apply(label) + ")");
      } else if (label.equals(REGRESSION) && !pull.labels().contains(TRIAGED)) {
        phrases.add("labelled " + quote.apply(label) + ", not triaged yet");
      }
    }
    return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", phrases));
  }

  /** What is left of a summary, row by row: {@code Regressions (primary) 0.4% [0.2%, 0.6%], 3}. */
  public static String figures(ComparisonSummary summary) {
    String rows =
        SummaryRow.of(summary).stream()
            .filter(row -> row.kind() != SummaryRow.Kind.PRIMARY_ALL && !row.count().equals("0"))
            .map(
                row ->
                    name(row.kind())
                        + " mean "
                        + row.mean()
                        + ", range "
                        + row.range()
                        + ", count "
                        + row.count())
            .collect(Collectors.joining("; "));
    return rows.isEmpty() ? "no relevant changes" : rows;
  }

  private static String name(SummaryRow.Kind kind) {
    return switch (kind) {
      case PRIMARY_REGRESSIONS -> "primary regressions";
      case SECONDARY_REGRESSIONS -> "secondary regressions";
      case PRIMARY_IMPROVEMENTS -> "primary improvements";
      case SECONDARY_IMPROVEMENTS -> "secondary improvements";
      case PRIMARY_ALL -> "all primary";
    };
  }
}
