package dev.perftriage.report;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a comparison's test cases at the merges around it, by its leading metric.
 *
 * @param series the values; empty if there are none
 * @param verdicts what they say of the relevant changes; those that are not judged are absent
 * @param note what there is, or why there is nothing and how to get it; without capital letter and
 *     full stop
 */
public record CaseHistories(
    Optional<MeasuredSeries> series, Map<TestCaseChange, CaseVerdict> verdicts, String note) {

  public CaseHistories {
    verdicts = Collections.unmodifiableMap(new HashMap<>(verdicts));
  }

  /** No history. */
  public static CaseHistories none(String note) {
    return new CaseHistories(Optional.empty(), Map.of(), note);
  }
}
