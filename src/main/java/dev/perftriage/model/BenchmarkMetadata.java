package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * The site's metadata for a compile benchmark.
 *
 * @param category its weight in triage
 * @param crateKind what it is compiled to; null if unknown
 */
public record BenchmarkMetadata(Category category, @Nullable CrateKind crateKind) {}
