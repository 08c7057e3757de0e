package dev.perftriage.model;

/**
 * A comparison whose data is unavailable.
 *
 * @param start the earlier commit
 * @param end the merge it measures
 * @param reason why, as a sentence without its full stop
 */
public record MissingComparison(Sha start, Merge end, String reason) {}
