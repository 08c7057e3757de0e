package dev.perftriage.source.range;

import dev.perftriage.model.Merge;
import dev.perftriage.model.Sha;

/**
 * The comparison of a merge with the measured merge before it.
 *
 * @param start the merge before
 * @param end the merge
 * @param summary what was made of the comparison
 */
record MergeStep<S>(Sha start, Merge end, S summary) {}
