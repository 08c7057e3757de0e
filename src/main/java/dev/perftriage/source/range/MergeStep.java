package dev.perftriage.source.range;

import dev.perftriage.model.Merge;

/**
 * A merge and what it is compared with.
 *
 * @param start the full SHA of the measured merge before it
 * @param end the merge
 */
public record MergeStep(String start, Merge end) {}
