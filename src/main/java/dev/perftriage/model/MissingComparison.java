package dev.perftriage.model;

/**
 * A comparison that could not be had.
 *
 * @param start the earlier commit
 * @param end the merge it is about
 * @param reason why, as a sentence without its full stop
 */
public record MissingComparison(String start, Merge end, String reason) {}
