package dev.perftriage.analysis.unexplained;

import dev.perftriage.analysis.ComparisonSummary;

/**
 * A merge that is no entry, but deserves attention by the site's rule by another metric or on
 * another target than that of the entries.
 *
 * @param target the target triple
 * @param summary its comparison with the merge before it, by that metric and on that target
 */
public record UnlistedMerge(String target, ComparisonSummary summary) {}
