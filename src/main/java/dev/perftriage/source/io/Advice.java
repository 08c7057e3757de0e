package dev.perftriage.source.io;

/**
 * Advice for the user about failures, in terms of the program's options. Each ends a sentence.
 *
 * @param fetch for a store that lacks data an offline run needs
 * @param allowMore for a response that is too large
 * @param trustIssuer for a server's certificate that is signed by nobody trusted
 * @param storeElsewhere for a store that cannot be written
 * @param nameCommits for a range whose ends nothing connects
 * @param swapEnds for a range whose start is newer than its end
 */
public record Advice(
    String fetch,
    String allowMore,
    String trustIssuer,
    String storeElsewhere,
    String nameCommits,
    String swapEnds) {}
