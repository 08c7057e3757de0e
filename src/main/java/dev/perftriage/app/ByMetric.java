package dev.perftriage.app;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.unexplained.Unexplained;
import java.util.Optional;

/**
 * A range by a further metric.
 *
 * @param week the whole range, and the merges that are entries by the leading metric
 * @param unexplained what its figures have that no entry says; nothing unless noise verdicts are
 *     requested
 * @param whole the test cases of the whole range's comparison; empty if it is unavailable, or no
 *     charts are requested
 */
public record ByMetric(
    TriageWeek week, Unexplained unexplained, Optional<ComparableTestCases> whole) {}
