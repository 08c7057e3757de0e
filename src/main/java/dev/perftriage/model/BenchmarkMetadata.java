package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * What the site says of a compile benchmark.
 *
 * @param category how much it counts in triage
 * @param crateKind what it is compiled to; null where the site does not say
 */
public record BenchmarkMetadata(Category category, @Nullable CrateKind crateKind) {}
