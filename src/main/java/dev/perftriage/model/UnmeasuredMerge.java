package dev.perftriage.model;

/**
 * A merge without data, as seen from a later one.
 *
 * @param distance the number of merges from it to the later one, at least 1
 */
public record UnmeasuredMerge(Merge merge, int distance) {}
