package dev.perftriage.source.io;

/**
 * What a user can do about failures, in the words of the program's options: each the last part of a
 * sentence.
 *
 * @param fetch where the store lacks what an offline run needs
 * @param allowMore where a response is too large
 * @param storeElsewhere where the store cannot be written
 * @param nameCommits where nothing connects the ends of a range
 * @param swapEnds where the start of a range is newer than its end
 */
public record Advice(
    String fetch, String allowMore, String storeElsewhere, String nameCommits, String swapEnds) {}
