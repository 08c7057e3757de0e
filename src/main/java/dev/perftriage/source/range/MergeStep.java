package dev.perftriage.source.range;

import dev.perftriage.model.Merge;

/**
 * The comparison of a merge with the measured merge before it.
 *
 * @param start the full SHA of the merge before
 * @param end the merge
 * @param summary what was made of the comparison
 */
record MergeStep<S>(String start, Merge end, S summary) {}
