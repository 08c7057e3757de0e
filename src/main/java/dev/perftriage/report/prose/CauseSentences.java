package dev.perftriage.report.prose;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Correlation;
import dev.perftriage.model.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Likely causes of an entry's changes, as phrases. */
public final class CauseSentences {

  private static final String TRIAGED = "perf-regression-triaged";
  private static final String REGRESSION = "perf-regression";
  private static final Pattern EXPECTED =
      Pattern.compile(
          ".*\\bexpected\\b.*\\b(?:perf|regression)\\b.*|.*\\b(?:perf|regression)\\b.*\\bexpected\\b.*",
          Pattern.CASE_INSENSITIVE);

  private CauseSentences() {}

  /** {@code all on `doc`}, {@code 12 of 14 on `incr-unchanged`}; empty if they share nothing. */
  public static Optional<String> correlation(ComparisonSummary summary, Markup markup) {
    List<TestCaseChange> changes = summary.relevant().toList();
    return Correlation.of(changes)
        .map(
            found ->
                (found.count() == found.total() ? "all" : found.count() + " of " + found.total())
                    + " on "
                    + markup.code(found.value()));
  }

  /** What a pull request's labels say about its performance; empty if they say nothing. */
  public static Optional<String> labels(PullRequest pull, Markup markup) {
    List<String> phrases = new ArrayList<>();
    for (String label : pull.labels()) {
      if (label.equals(TRIAGED)) {
        phrases.add("already triaged (" + markup.code(label) + ")");
      } else if (EXPECTED.matcher(label).matches()) {
        phrases.add("regression expected (" + markup.code(label) + ")");
      } else if (label.equals(REGRESSION) && !pull.labels().contains(TRIAGED)) {
        phrases.add("labelled " + markup.code(label) + ", not triaged yet");
      }
    }
    return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", phrases));
  }
}
