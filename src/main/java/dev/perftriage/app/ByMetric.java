package dev.perftriage.app;

import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.unexplained.Unexplained;

/**
 * A range by a further metric.
 *
 * @param week the whole range, and the merges that are entries by the leading metric
 * @param unexplained what its figures have that no entry says; nothing unless noise verdicts are
 *     requested
 */
public record ByMetric(TriageWeek week, Unexplained unexplained) {}
