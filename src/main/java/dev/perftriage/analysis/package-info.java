/**
 * Pure functions from measurements to verdicts: the site's rules, exact at every boundary. A {@link
 * dev.perftriage.analysis.ComparisonSummary} decides whether a merge is listed.
 */
@NullMarked
package dev.perftriage.analysis;

import org.jspecify.annotations.NullMarked;
